import type { RowChange } from '../model/fact.model';
import type { StageRecord } from '../model/stage-record.model';
import { stageColumns } from './complaint-case.mapper';

/** The rows of stages that are not as they were. */
export function stageChanges(before: readonly StageRecord[], after: readonly StageRecord[]): RowChange[] {
  const known = new Map(before.map((record) => [record.stage, record]));
  return after
    .filter((record) => known.get(record.stage) !== record)
    .map((record): RowChange => {
      const { stage, ...set } = stageColumns(record);
      return known.has(stage)
        ? { update: 'case_stage', key: { stage }, set }
        : { insert: 'case_stage', rows: [{ stage, ...set }] };
    });
}
