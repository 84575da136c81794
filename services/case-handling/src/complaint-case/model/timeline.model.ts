import type { CaseFact, FactOf, FactType } from './case.events';
import { stageOfKind, type CasePlan } from './case-plan.model';
import { STAGE_OF_FACT } from './milestones.model';

/** Facts of an entry by name, without any text that people wrote. */
export type TimelineDetails = Readonly<Record<string, string | number | boolean>>;

/** One line of a case's history. Its sequence is the version that the case had after it. */
export interface TimelineEntry {
  readonly sequence: number;
  readonly type: FactType;
  readonly at: Date;
  readonly by: string;
  readonly stage?: string;
  /** The article of the regulation under which it happened. */
  readonly article?: { readonly zh: string; readonly en: string };
  readonly details: TimelineDetails;
}

const DETAILS: { readonly [Type in FactType]?: (fact: FactOf<Type>) => TimelineDetails } = {
  CASE_OPENED: ({ complaint }) => ({ number: complaint.number, receivedAt: complaint.receivedAt.toISOString() }),
  CASE_ASSIGNED: ({ assignee }) => ({ assignee }),
  INVESTIGATION_RECORDED: ({ validity }) => ({ validity }),
  RESOLUTION_PROPOSED: ({ resolutionId, position, remedies }) => ({
    resolutionId,
    position,
    remedies: remedies.length,
  }),
  RESOLUTION_APPROVED: ({ resolutionId }) => ({ resolutionId }),
  RESOLUTION_REJECTED: ({ resolutionId }) => ({ resolutionId }),
  REPLY_SENT: ({ form, firstReply, resolutionId }) => ({
    form,
    firstReply,
    purpose: resolutionId === undefined ? 'PROGRESS' : 'DECISION',
  }),
  CONSENT_RECORDED: ({ decision }) => ({ decision }),
  CLOCK_STARTED: ({ clock }) => ({ stage: clock.stage, dueAt: clock.due.dueAt.toISOString() }),
  CLOCK_COMPLETED: ({ stage, dueAt, inTime }) => ({ stage, dueAt: dueAt.toISOString(), inTime }),
  REMEDY_SETTLED: ({ settlementId }) => ({ settlementId }),
  SETTLEMENT_RETURNED: ({ settlementId, reason, maximum }) => ({
    settlementId,
    reason,
    ...(maximum === undefined ? {} : { maximumMinor: maximum.amountMinor.toString(), currency: maximum.currency }),
  }),
  RESOLUTION_EXECUTED: ({ resolutionId }) => ({ resolutionId }),
  CASE_CLOSED: ({ outcome, inTime }) => ({ outcome, ...(inTime === undefined ? {} : { inTime }) }),
};

/** The entry that a fact leaves in the history of its case. */
export function timelineEntryOf(sequence: number, fact: CaseFact, plan: CasePlan | undefined): TimelineEntry {
  const { type, at, by } = fact;
  const stage = stageOf(fact, plan);
  return {
    sequence,
    type,
    at,
    by,
    ...(stage === undefined ? {} : { stage: stage.stage }),
    ...(stage?.article === undefined ? {} : { article: stage.article }),
    details: detailsOf(fact),
  };
}

function stageOf(fact: CaseFact, plan: CasePlan | undefined) {
  if (fact.type === 'CLOCK_COMPLETED') return plan?.stages.find(({ stage }) => stage === fact.stage);
  if (fact.type === 'CLOCK_STARTED') return plan?.stages.find(({ stage }) => stage === fact.clock.stage);
  return stageOfKind(plan, STAGE_OF_FACT[fact.type]);
}

function detailsOf<Type extends FactType>(fact: FactOf<Type>): TimelineDetails {
  const details: ((fact: FactOf<Type>) => TimelineDetails) | undefined = DETAILS[fact.type];
  return details === undefined ? {} : details(fact);
}
