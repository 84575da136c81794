import { accept, refuse, type Outcome } from '@redress/kernel';
import type { CaseRefusalCode } from '../model/case.errors';
import type { CaseRefusal, Situation } from '../model/case.rules';
import { courseOf, take, type Course, type DecisionContext } from '../model/course.model';
import { performsAs } from '../model/performs.model';
import { permitted } from '../model/permitted.model';
import { present } from '../model/present-members.model';
import { unfitText } from '../model/written-text.rules';

/** What is handed over to whom. */
export interface HandOver {
  readonly handOver: string;
  /** Subject, role or party. */
  readonly to: string;
  readonly documents: readonly string[];
  readonly note?: string;
}

/** A hand-over as it is kept. */
export interface RecordedHandOver {
  readonly id: string;
  readonly handOver: string;
  readonly receiver: string;
  readonly confirmedBy?: string;
}

const MOST_DOCUMENTS = 100;

/** Records that something was handed over: by whom, to whom, when, and which documents. */
export function decideHandOver(
  situation: Situation,
  { handOver, to, documents, note }: HandOver,
  { isStaff, context }: { readonly isStaff: boolean; readonly context: DecisionContext },
): Outcome<Course, CaseRefusalCode> {
  const permission = permitted('HAND_OVER', situation);
  if (!permission.ok) return permission;
  const { plan, actor, case: current } = situation;
  const provision = plan?.regulation.handOvers.find((each) => each.handOver === handOver);
  if (provision === undefined) {
    const allowed = (plan?.regulation.handOvers ?? []).map((each) => each.handOver);
    return refuse({ code: 'CASE_HAND_OVER_UNKNOWN', path: ['input', 'handOver'], details: { allowed } });
  }
  if (!performsAs(actor, plan, provision.from)) return refuse({ code: 'CASE_ROLE_NOT_ENTITLED' });
  const [first, ...others] = [
    ...(isStaff || provision.to.includes(to) ? [] : [unknownReceiver(provision.to)]),
    ...unfitDocuments(documents),
    ...(note === undefined ? [] : [unfitText(note, 'note') ?? []].flat()),
  ];
  if (first !== undefined) return refuse(first, ...others);
  const stage = plan?.stages.find((each) => each.kind === 'HAND_OVER' && each.stage === handOver)?.stage;
  const fact = {
    type: 'HANDED_OVER',
    at: context.now,
    by: actor.subject,
    handOverId: context.newId(),
    handOver,
    to,
    documents,
    ...present({ note, stage }),
  } as const;
  return accept(take(courseOf(current), fact, context));
}

/** The receiver confirms a hand-over, and with it the stage that waited for it is finished. */
export function decideConfirmation(
  situation: Situation,
  recorded: RecordedHandOver | undefined,
  context: DecisionContext,
): Outcome<Course, CaseRefusalCode> {
  const permission = permitted('CONFIRM_HAND_OVER', situation);
  if (!permission.ok) return permission;
  const path = ['input', 'handOverId'];
  if (recorded === undefined) return refuse({ code: 'CASE_HAND_OVER_UNKNOWN', path });
  if (recorded.confirmedBy !== undefined) return refuse({ code: 'CASE_HAND_OVER_CONFIRMED', path });
  const { actor, plan, case: current } = situation;
  if (recorded.receiver !== actor.subject && !performsAs(actor, plan, [recorded.receiver])) {
    return refuse({ code: 'CASE_NOT_THE_RECEIVER', path });
  }
  const stage = plan?.stages.find((each) => each.kind === 'HAND_OVER' && each.stage === recorded.handOver)?.stage;
  const fact = {
    type: 'HAND_OVER_CONFIRMED',
    at: context.now,
    by: actor.subject,
    handOverId: recorded.id,
    ...present({ stage }),
  } as const;
  return accept(take(courseOf(current), fact, context));
}

function unknownReceiver(allowed: readonly string[]): CaseRefusal {
  return { code: 'CASE_ASSIGNEE_UNKNOWN', path: ['input', 'to'], details: { allowed } };
}

function unfitDocuments(documents: readonly string[]): CaseRefusal[] {
  const limit = MOST_DOCUMENTS;
  if (documents.length > limit) {
    return [{ code: 'CASE_TEXT_TOO_LONG', path: ['input', 'documents'], facts: { limit }, details: { limit } }];
  }
  return documents.flatMap((document) => unfitText(document, 'documents') ?? []);
}
