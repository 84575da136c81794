import { conditionHolds, type KnownFacts, type PlannedStage, type StageKind } from '@redress/regulations';
import { AFTER_CLOSING } from './after-closing.model';
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

/** Where every stage of the regulation stands. */
export function stageStates(plan: CasePlan | undefined, current: ComplaintCase, now: Date): readonly StageState[] {
  if (plan === undefined) return [];
  const facts = factsOfCase(current, now);
  const records = new Map(current.stages.map((record) => [record.stage, record]));
  const planned = new Map(plan.stages.map((stage) => [stage.stage, isPlanned(plan, stage, facts)]));
  const unfinished = (stage: string): boolean =>
    planned.get(stage) === true && !isFinished(records.get(stage), current, stage);
  return plan.stages.map((stage): StageState => {
    const record = records.get(stage.stage);
    const missing = (stage.after ?? []).filter(unfinished);
    const state = stateOf(stage, record, { current, isPlanned: planned.get(stage.stage) === true, missing });
    return { planned: stage, state, missing, ...(record === undefined ? {} : { record }) };
  });
}

/** The stages that the regulation plans for the case as it is now. */
export function plannedStages(plan: CasePlan, current: ComplaintCase, now: Date): readonly PlannedStage[] {
  const facts = factsOfCase(current, now);
  return plan.stages.filter((stage) => isPlanned(plan, stage, facts));
}

/** Whether a stage of the kind is planned for the case as it is now. */
export function plansKind(plan: CasePlan | undefined, current: ComplaintCase, kind: StageKind, now: Date): boolean {
  return plan !== undefined && plannedStages(plan, current, now).some((stage) => stage.kind === kind);
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
  }: { readonly current: ComplaintCase; readonly isPlanned: boolean; readonly missing: readonly string[] },
): StageStateName {
  if (record?.state === 'SKIPPED') return 'SKIPPED';
  if (isFinished(record, current, stage)) return 'DONE';
  if (!isPlanned) return 'NOT_PLANNED';
  if (current.state === 'CLOSED' && !AFTER_CLOSING.has(kind)) return 'SKIPPED';
  if (record?.state === 'SUBMITTED') return 'SUBMITTED';
  if (missing.length > 0) return 'BLOCKED';
  const possibleIn = POSSIBLE_IN[kind];
  return possibleIn === undefined || possibleIn.includes(current.state) ? 'CURRENT' : 'PLANNED';
}
