import { accept, refuse, type Outcome } from '@redress/kernel';
import type { CaseRefusalCode } from '../../complaint-case/model/case.errors';
import type { CaseRefusal, Situation } from '../../complaint-case/model/case.rules';
import { courseOf, take, type Course, type DecisionContext } from '../../complaint-case/model/course.model';
import { permitted } from '../../complaint-case/model/permitted.model';
import { present } from '../../complaint-case/model/present-members.model';
import { tooLongReference, unfitText } from '../../complaint-case/model/written-text.rules';
import type { KnownProceeding, LegalStepKind, ProceedingKind, ProceedingOutcome } from '../model/outside.model';

/** A step of, or towards, the law. */
export interface RecordLegalStep {
  readonly kind: LegalStepKind;
  readonly description: string;
  readonly reference?: string;
  readonly dueAt?: Date;
}

/** That the case is before a body outside. */
export interface RecordProceeding {
  readonly body: string;
  readonly kind: ProceedingKind;
  readonly reference?: string;
  readonly openedOn?: Date;
  readonly dueAt?: Date;
  readonly cooperation?: string;
}

/** Records a legal step; a referral is open to whoever handles the case, the others to whom the regulation names. */
export function decideLegalStep(
  situation: Situation,
  step: RecordLegalStep,
  context: DecisionContext,
): Outcome<Course, CaseRefusalCode> {
  const permission = permitted(step.kind === 'REFERRAL' ? 'REFER_TO_LEGAL' : 'RECORD_LEGAL_STEP', situation);
  if (!permission.ok) return permission;
  const [first, ...others] = [
    ...[unfitText(step.description, 'description') ?? []].flat(),
    ...[tooLongReference(step.reference) ?? []].flat(),
    ...unfitDue(step.dueAt, context.now),
  ];
  if (first !== undefined) return refuse(first, ...others);
  const { actor, case: current } = situation;
  const origin = { at: context.now, by: actor.subject, stepId: context.newId() };
  return accept(take(courseOf(current), { type: 'LEGAL_STEP_RECORDED', ...origin, ...step }, context));
}

/** Records that the case is before a body; one that the regulation names. */
export function decideProceeding(
  situation: Situation,
  { openedOn, ...request }: RecordProceeding,
  context: DecisionContext,
): Outcome<Course, CaseRefusalCode> {
  const permission = permitted('RECORD_EXTERNAL_PROCEEDING', situation);
  if (!permission.ok) return permission;
  const [first, ...others] = [
    ...unfitBody(situation, request.body),
    ...[tooLongReference(request.reference) ?? []].flat(),
    ...unfitDue(request.dueAt, context.now),
    ...(request.cooperation === undefined ? [] : [unfitText(request.cooperation, 'cooperation') ?? []].flat()),
  ];
  if (first !== undefined) return refuse(first, ...others);
  const { actor, case: current } = situation;
  const origin = { at: context.now, by: actor.subject, proceedingId: context.newId() };
  const fact = {
    type: 'EXTERNAL_PROCEEDING_RECORDED',
    ...origin,
    openedOn: openedOn ?? context.now,
    ...request,
  } as const;
  return accept(take(courseOf(current), fact, context));
}

/** Records what a body came to; a decision that does not stand is taken anew. */
export function decideOutcome(
  situation: Situation,
  { outcome, note }: { readonly outcome: ProceedingOutcome; readonly note?: string },
  { proceeding, context }: { readonly proceeding: KnownProceeding | undefined; readonly context: DecisionContext },
): Outcome<Course, CaseRefusalCode> {
  const permission = permitted('RECORD_EXTERNAL_OUTCOME', situation);
  if (!permission.ok) return permission;
  const path = ['input', 'proceeding'];
  if (proceeding === undefined) return refuse({ code: 'CASE_PROCEEDING_UNKNOWN', path });
  if (proceeding.outcome !== null) return refuse({ code: 'CASE_PROCEEDING_ENDED', path });
  const unfit = note === undefined ? undefined : unfitText(note, 'note');
  if (unfit !== undefined) return refuse(unfit);
  const { actor, case: current } = situation;
  const fact = {
    type: 'EXTERNAL_OUTCOME_RECORDED',
    at: context.now,
    by: actor.subject,
    proceedingId: proceeding.id,
    outcome,
    decidesAnew: outcome === 'CHANGED' && maybeDecidedAnew(situation),
    wasClosed: current.state === 'CLOSED',
    ...present({ note }),
  } as const;
  return accept(take(courseOf(current), fact, context));
}

/** Before there is a decision, what the body says is one more thing to consider. */
function maybeDecidedAnew({ case: { state, outcome, resolution } }: Situation): boolean {
  if (state === 'CLOSED') return outcome === 'RESOLVED' || outcome === 'NOT_ESTABLISHED';
  return state === 'CONSENT' || (state === 'RESOLUTION' && resolution?.state === 'OBJECTED');
}

function unfitBody({ plan }: Situation, body: string): readonly CaseRefusal[] {
  const allowed = (plan?.regulation.externalBodies ?? []).map((each) => each.body);
  if (allowed.includes(body)) return [];
  return [{ code: 'CASE_BODY_UNKNOWN', path: ['input', 'body'], facts: { body }, details: { allowed } }];
}

function unfitDue(dueAt: Date | undefined, now: Date): readonly CaseRefusal[] {
  return dueAt !== undefined && dueAt <= now ? [{ code: 'CASE_DATE_NOT_LATER', path: ['input', 'dueAt'] }] : [];
}
