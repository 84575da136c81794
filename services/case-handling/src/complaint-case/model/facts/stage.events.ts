import { stageApproved, stageCompleted, stageReturned, stageSkipped } from '@redress/contracts';
import type { ComplaintCase } from '../case.model';
import { byOf, defineFact, event, keyOf, type Fact, type RowChange } from '../fact.model';
import { present } from '../present-members.model';
import { withDepartment } from '../departments.model';
import type { StageProgress, StageRecord } from '../stage-record.model';

/** A section of a paper, as somebody wrote it. */
export interface WrittenSection {
  readonly section: string;
  readonly text: string;
}

interface StageFact<Type extends string> extends Fact<Type> {
  readonly stage: string;
}
export interface StageCompleted extends StageFact<'STAGE_COMPLETED'> {
  readonly paperId: string;
  readonly paper?: string;
  readonly sections: readonly WrittenSection[];
  readonly note?: string;
  /** Unit or party that took part. */
  readonly department?: string;
}
export interface StageApproved extends StageFact<'STAGE_APPROVED'> {
  readonly last: boolean;
  /** Whether the act itself is still to come. */
  readonly beforeAct: boolean;
}
export interface StageReturned extends StageFact<'STAGE_RETURNED'> {
  readonly paperId: string;
  readonly reason: string;
}
export interface StageSkipped extends StageFact<'STAGE_SKIPPED'> {
  readonly paperId: string;
  readonly reason: string;
}

export const stageCompletedFact = defineFact<StageCompleted>({
  type: 'STAGE_COMPLETED',
  description: 'What a stage asks for was written down.',
  effect: (current, { department }) => withDepartment(current, department),
  finishes: (fact, { stage }) => stage === fact.stage,
  stores: (_, fact) => [
    writing(fact, 'COMPLETED', { paper: fact.paper ?? null, sections: fact.sections, note: fact.note ?? null }),
  ],
  publish: (after, fact) =>
    event(stageCompleted, {
      ...keyOf(after),
      ...byOf(fact),
      stage: fact.stage,
      submitted: recordOf(after, fact.stage)?.state === 'SUBMITTED',
    }),
  details: ({ stage, department }) => ({ stage, ...present({ department }) }),
});

export const stageApprovedFact = defineFact<StageApproved>({
  type: 'STAGE_APPROVED',
  description: 'What a stage produced was approved.',
  progress: (current, fact) => [approvedRecord(current, fact)],
  publish: (after, fact) =>
    event(stageApproved, { ...keyOf(after), ...byOf(fact), stage: fact.stage, last: fact.last }),
  details: ({ stage, last }) => ({ stage, last }),
});

export const stageReturnedFact = defineFact<StageReturned>({
  type: 'STAGE_RETURNED',
  description: 'What a stage produced was sent back.',
  progress: (_, { stage, at, by }) => [{ stage, state: 'OPEN', at, by, approvals: [] }],
  stores: (_, fact) => [writing(fact, 'RETURNED', { paper: null, sections: [], note: fact.reason })],
  publish: (after, fact) => event(stageReturned, { ...keyOf(after), ...byOf(fact), stage: fact.stage }),
  details: ({ stage }) => ({ stage }),
});

export const stageSkippedFact = defineFact<StageSkipped>({
  type: 'STAGE_SKIPPED',
  description: 'A stage was left out, as the regulation permits.',
  progress: (_, { stage, at, by }) => [{ stage, state: 'SKIPPED', at, by, approvals: [] }],
  stores: (_, fact) => [writing(fact, 'SKIPPED', { paper: null, sections: [], note: fact.reason })],
  publish: (after, fact) => event(stageSkipped, { ...keyOf(after), ...byOf(fact), stage: fact.stage }),
  details: ({ stage }) => ({ stage }),
});

function approvedRecord(current: ComplaintCase, { stage, at, by, last, beforeAct }: StageApproved): StageRecord {
  const earlier = recordOf(current, stage);
  const state: StageProgress = beforeAct ? 'OPEN' : last ? 'DONE' : 'SUBMITTED';
  return { stage, state, at, by: earlier?.by ?? by, approvals: [...(earlier?.approvals ?? []), by] };
}

function recordOf({ stages }: ComplaintCase, stage: string): StageRecord | undefined {
  return stages.find((record) => record.stage === stage);
}

function writing(
  { paperId, stage, by, at }: StageFact<string> & { readonly paperId: string },
  act: 'COMPLETED' | 'RETURNED' | 'SKIPPED',
  content: {
    readonly paper: string | null;
    readonly sections: readonly WrittenSection[];
    readonly note: string | null;
  },
): RowChange {
  const { sections, ...columns } = content;
  return {
    insert: 'stage_paper',
    rows: [{ id: paperId, stage, act, ...columns, sections: JSON.stringify(sections), written_by: by, written_at: at }],
  };
}
