import type { StageKind } from '@redress/regulations';
import { definitionOf, type CaseFact } from '../../case-facts.model';
import type { ComplaintCase } from './case.model';
import type { CasePlan } from './case-plan.model';
import { factsOfCase } from './case-facts-of.model';
import type { StageRecord } from './stage-record.model';
import { approvalsOf, type StageState, type StageStateName } from './stage-states.model';

/** What a fact means for the stages. */
interface StagesAfter {
  readonly stages: readonly StageRecord[];
  /** Stages that it finished. */
  readonly finished: readonly string[];
  /** The stage that it belongs to; its article stands in the timeline. */
  readonly stage?: string;
}

/** Kinds whose one act finishes every stage of the kind, whether or not other stages were to come before. */
const AT_ONCE: ReadonlySet<StageKind> = new Set([
  'CLASSIFICATION',
  'ACKNOWLEDGEMENT',
  'ACCEPTANCE',
  'FIRST_RESPONSE',
  'RESOLUTION',
  'EXECUTION',
  'CLOSING',
]);
/** Kinds whose approvals are asked before the act, since it cannot be taken back. */
export const APPROVED_BEFORE: ReadonlySet<StageKind> = new Set(['REPLY', 'ANSWER', 'CLOSING']);
const UNFINISHED: readonly StageStateName[] = ['CURRENT', 'PLANNED', 'BLOCKED'];

/** The stages of a case after a fact: finished or submitted for approval by it, or open again. */
export function stagesAfter(
  current: ComplaintCase,
  states: readonly StageState[],
  fact: CaseFact,
  { plan, now }: { readonly plan: CasePlan | undefined; readonly now: Date },
): StagesAfter {
  if (plan === undefined) return { stages: current.stages, finished: [] };
  const definition = definitionOf(fact.type);
  const touched = performed(states, fact);
  const facts = factsOfCase(current, now);
  const records = touched.map(({ planned, record }): StageRecord => {
    const waits = !APPROVED_BEFORE.has(planned.kind) && approvalsOf(plan, planned, facts).length > 0;
    const approvals = APPROVED_BEFORE.has(planned.kind) ? (record?.approvals ?? []) : [];
    return { stage: planned.stage, state: waits ? 'SUBMITTED' : 'DONE', at: fact.at, by: fact.by, approvals };
  });
  const reopened = reopenedBy(definition.reopens?.(fact) ?? [], states, fact);
  const set = definition.progress?.(current, fact) ?? [];
  const changed = new Map([...reopened, ...records, ...set].map((record) => [record.stage, record]));
  const finished = [...changed.values()].filter(({ state }) => state === 'DONE').map(({ stage }) => stage);
  const stage = fact.stage ?? touched[0]?.planned.stage ?? underWay(states, definition.stageKinds ?? []);
  return {
    stages: [...current.stages.filter((record) => !changed.has(record.stage)), ...changed.values()],
    finished,
    ...(stage === undefined ? {} : { stage }),
  };
}

function performed(states: readonly StageState[], fact: CaseFact): readonly StageState[] {
  const definition = definitionOf(fact.type);
  const fitting = states.filter(
    ({ planned, state }) => UNFINISHED.includes(state) && definition.finishes?.(fact, planned) === true,
  );
  const named = fitting.filter(({ planned }) => planned.stage === fact.stage);
  if (fact.stage !== undefined && named.length > 0) return named;
  const one = fitting.find(({ planned, state }) => !AT_ONCE.has(planned.kind) && state === 'CURRENT');
  return fitting.filter((each) => AT_ONCE.has(each.planned.kind) || each === one);
}

function reopenedBy(kinds: readonly StageKind[], states: readonly StageState[], { at, by }: CaseFact): StageRecord[] {
  return states
    .filter(({ planned, record }) => kinds.includes(planned.kind) && record !== undefined && record.state !== 'OPEN')
    .map(({ planned }) => ({ stage: planned.stage, state: 'OPEN', at, by, approvals: [] }));
}

function underWay(states: readonly StageState[], kinds: readonly StageKind[]): string | undefined {
  for (const kind of kinds) {
    const ofKind = states.filter(({ planned, state }) => planned.kind === kind && state !== 'NOT_PLANNED');
    const best = ofKind.find(({ state }) => state === 'CURRENT' || state === 'SUBMITTED') ?? ofKind.at(-1);
    if (best !== undefined) return best.planned.stage;
  }
  return undefined;
}
