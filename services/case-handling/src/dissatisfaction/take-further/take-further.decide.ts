import { accept, refuse, type Outcome } from '@redress/kernel';
import type { CaseRefusalCode } from '../../complaint-case/model/case.errors';
import type { CaseRefusal, Situation } from '../../complaint-case/model/case.rules';
import { courseOf, take, type Course, type DecisionContext } from '../../complaint-case/model/course.model';
import { permitted } from '../../complaint-case/model/permitted.model';
import { present } from '../../complaint-case/model/present-members.model';
import { tooLongReference, unfitText } from '../../complaint-case/model/written-text.rules';
import { aPaper } from '../../papers/model/draw-up-papers.model';
import { paperProvision } from '../../papers/model/paper.model';
import type { DissatisfactionPath } from '../model/further-handling.model';
import { isOutside } from '../model/open-paths.model';
import { investigatesAgain, stagesOfRound } from '../model/reopened-stages.model';
import { openPaths, type OpenPath } from '../model/standing.model';

/** How somebody who is not satisfied goes on. */
export interface TakeFurther {
  readonly path: DissatisfactionPath;
  readonly reason: string;
  /** For an external body: which. */
  readonly body?: string;
  readonly reference?: string;
}

/** How bodies are named where the regulation leaves open which there are. */
const CODE = /^[\x21-\x7e]{1,64}$/;

/** Starts a further round by a way that the regulation names; what was done in the earlier rounds stays. */
export function decideTakingFurther(
  situation: Situation,
  request: TakeFurther,
  { decidedBy, context }: { readonly decidedBy: readonly string[]; readonly context: DecisionContext },
): Outcome<Course, CaseRefusalCode> {
  const permission = permitted('TAKE_FURTHER', situation);
  if (!permission.ok) return permission;
  const open = openPaths(situation);
  const chosen = open.find(({ provision }) => provision.path === request.path);
  if (chosen === undefined) return refuse(pathNotOpen(request.path, open));
  const [first, ...others] = [
    ...[unfitText(request.reason, 'reason') ?? []].flat(),
    ...unfitBody(chosen, request.body),
    ...[tooLongReference(request.reference) ?? []].flat(),
  ];
  if (first !== undefined) return refuse(first, ...others);
  const started = take(courseOf(situation.case), roundOf(situation, chosen, { request, decidedBy, context }), context);
  return accept(withPapers(withProceeding(started, situation, { request, context }), chosen, situation, context));
}

function roundOf(
  { case: current, plan, actor }: Situation,
  { provision, side }: OpenPath,
  {
    request,
    decidedBy,
    context,
  }: { readonly request: TakeFurther; readonly decidedBy: readonly string[]; readonly context: DecisionContext },
) {
  if (plan === undefined) throw new Error('a way to go on is named by a regulation');
  const handled = provision.path === 'HAND_TO_SUPERIOR' && current.assignee !== undefined ? [current.assignee] : [];
  const restoreTo = isOutside(provision)
    ? undefined
    : investigatesAgain(provision, plan)
      ? ('INVESTIGATION' as const)
      : ('RESOLUTION' as const);
  return {
    type: 'ROUND_STARTED',
    at: context.now,
    by: actor.subject,
    roundId: context.newId(),
    round: current.round + 1,
    path: provision.path,
    openedBy: side,
    reason: request.reason,
    reopened: current.state === 'CLOSED',
    stages: stagesOfRound(provision, plan),
    stagesBefore: current.stages,
    deciders: provision.deciders ?? [],
    excluded: provision.path === 'APPEAL' ? decidedBy : handled,
    ...present({ body: isOutside(provision) ? request.body : undefined, restoreTo }),
  } as const;
}

function withProceeding(
  course: Course,
  { actor }: Situation,
  { request, context }: { readonly request: TakeFurther; readonly context: DecisionContext },
): Course {
  const { path, body, reference } = request;
  if (path !== 'EXTERNAL_BODY' || body === undefined) return course;
  return take(
    course,
    {
      type: 'EXTERNAL_PROCEEDING_RECORDED',
      at: context.now,
      by: actor.subject,
      proceedingId: context.newId(),
      body,
      kind: 'REFERRED_BY_COMPLAINANT',
      openedOn: context.now,
      ...present({ reference }),
    },
    context,
  );
}

/** A second form, with the first attached, where the regulation asks for one. */
function withPapers(
  course: Course,
  { provision: { paper } }: OpenPath,
  { actor, plan }: Situation,
  context: DecisionContext,
): Course {
  if (paper === undefined || paperProvision(plan, paper) === undefined) return course;
  const origin = { at: context.now, by: actor.subject, newId: context.newId };
  return take(course, aPaper(course.case, { paper, sections: [] }, origin), context);
}

function pathNotOpen(path: DissatisfactionPath, open: readonly OpenPath[]): CaseRefusal {
  const allowed = [...new Set(open.map(({ provision }) => provision.path))];
  return { code: 'CASE_PATH_NOT_OPEN', path: ['input', 'path'], facts: { path }, details: { allowed } };
}

function unfitBody({ provision }: OpenPath, body: string | undefined): readonly CaseRefusal[] {
  if (!isOutside(provision)) return [];
  const allowed = (provision.bodies ?? []).map((each) => each.body);
  const isKnown = body !== undefined && (allowed.length === 0 ? CODE.test(body) : allowed.includes(body));
  if (isKnown) return [];
  return [{ code: 'CASE_BODY_UNKNOWN', path: ['input', 'body'], facts: { body: body ?? '' }, details: { allowed } }];
}
