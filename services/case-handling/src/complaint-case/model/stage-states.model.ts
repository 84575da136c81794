import { conditionHolds, type KnownFacts, type PlannedStage, type StageKind } from '@redress/regulations';
import { comesAfterClosing } from './after-closing.model';
import type { ComplaintCase } from './case.model';
import { factsOfCase } from './case-facts-of.model';
import type { CasePlan } from './case-plan.model';
import type { CaseState } from './case.transitions';
import type { StageRecord } from './stage-record.model';

export type StageStateName = 'NOT_PLANNED' | 'BLOCKED' | 'PLANNED' | 'CURRENT' | 'SUBMITTED' | 'DONE' | 'SKIPPED';

/** A stage of the regulation and where it stands in a case. */
export interface StageState {
  readonly planned: PlannedStage;
  readonly state: StageStateName;
  /** Whether its condition holds now, whatever has become of it. */
  readonly isPlanned: boolean;
  readonly record?: StageRecord;
  /** The stages that have to be finished before it begins. */
  readonly missing: readonly string[];
}

/** Neutral states in which the act of a stage is possible; the others can be performed in every open state. */
const POSSIBLE_IN: Readonly<Partial<Record<StageKind, readonly CaseState[]>>> = {
  ACCEPTANCE: ['REGISTERED'],
  ASSIGNMENT: ['ACCEPTED', 'INVESTIGATION', 'RESOLUTION', 'REPLY', 'CONSENT', 'EXECUTION'],
  INVESTIGATION: ['INVESTIGATION', 'RESOLUTION'],
  PROPOSAL: ['INVESTIGATION', 'RESOLUTION'],
  APPROVAL: ['RESOLUTION'],
  REPLY: ['REPLY'],
  RESOLUTION: ['RESOLUTION', 'REPLY', 'CONSENT', 'EXECUTION'],
  EXECUTION: ['EXECUTION'],
  FOLLOW_UP: ['EXECUTION', 'CLOSED'],
};

interface Known {
  readonly plan: CasePlan;
  readonly at: number;
  readonly states: readonly StageState[];
}

/** Every rule of every action asks for the same case at the same moment; a case never changes. */
const known = new WeakMap<ComplaintCase, Known>();

/** Where every stage of the regulation stands. */
export function stageStates(plan: CasePlan | undefined, current: ComplaintCase, now: Date): readonly StageState[] {
  if (plan === undefined) return [];
  const last = known.get(current);
  if (last?.plan === plan && last.at === now.getTime()) return last.states;
  const states = statesOf(plan, current, now);
  known.set(current, { plan, at: now.getTime(), states });
  return states;
}

function statesOf(plan: CasePlan, current: ComplaintCase, now: Date): readonly StageState[] {
  const facts = factsOfCase(current, now);
  const records = new Map(current.stages.map((record) => [record.stage, record]));
  const planned = new Map(plan.stages.map((stage) => [stage.stage, isPlanned(plan, stage, facts)]));
  const unfinished = (stage: string): boolean =>
    planned.get(stage) === true && !isFinished(records.get(stage), current, stage);
  return plan.stages.map((stage): StageState => {
    const record = records.get(stage.stage);
    const missing = (stage.after ?? []).filter(unfinished);
    const holds = planned.get(stage.stage) === true;
    const isLate = comesAfterClosing(plan.stages, stage);
    const state = stateOf(stage, record, { current, isPlanned: holds, missing, isLate });
    return { planned: stage, state, isPlanned: holds, missing, ...(record === undefined ? {} : { record }) };
  });
}

/** Whether a stage of the kind is planned for the case as it is now. */
export function plansKind(plan: CasePlan | undefined, current: ComplaintCase, kind: StageKind, now: Date): boolean {
  return stageStates(plan, current, now).some(({ planned, isPlanned: is }) => planned.kind === kind && is);
}

/** The approvals that a stage needs in the case, in order. */
export function approvalsOf(plan: CasePlan, stage: PlannedStage, facts: KnownFacts) {
  return (stage.approvals ?? []).filter(({ when }) => conditionHolds(plan.regulation, when, facts));
}

function isPlanned({ regulation }: CasePlan, { when }: PlannedStage, facts: KnownFacts): boolean {
  return conditionHolds(regulation, when, facts);
}

/** A case that is older than the records of stages is known by its clocks. */
function isFinished(record: StageRecord | undefined, { clocks }: ComplaintCase, stage: string): boolean {
  if (record !== undefined) return record.state === 'DONE' || record.state === 'SKIPPED';
  return clocks.findLast((clock) => clock.stage === stage)?.state === 'COMPLETED';
}

function stateOf(
  { stage, kind }: PlannedStage,
  record: StageRecord | undefined,
  {
    current,
    isPlanned,
    missing,
    isLate,
  }: {
    readonly current: ComplaintCase;
    readonly isPlanned: boolean;
    readonly missing: readonly string[];
    /** Whether it is performed after closing. */
    readonly isLate: boolean;
  },
): StageStateName {
  if (record?.state === 'SKIPPED') return 'SKIPPED';
  if (isFinished(record, current, stage)) return 'DONE';
  if (!isPlanned) return 'NOT_PLANNED';
  if (current.state === 'CLOSED' && !isLate) return 'SKIPPED';
  if (record?.state === 'SUBMITTED') return 'SUBMITTED';
  if (missing.length > 0) return 'BLOCKED';
  const possibleIn = POSSIBLE_IN[kind];
  return possibleIn === undefined || possibleIn.includes(current.state) ? 'CURRENT' : 'PLANNED';
}
