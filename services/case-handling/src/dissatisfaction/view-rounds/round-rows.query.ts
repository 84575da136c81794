import type { TenantReader } from '@redress/persistence';
import type { DissatisfactionPath, DissatisfiedParty } from '../model/further-handling.model';

export interface RoundRow {
  readonly case_id: string;
  readonly number: number;
  readonly path: DissatisfactionPath;
  readonly opened_by: DissatisfiedParty;
  readonly reason: string;
  readonly body: string | null;
  readonly stages_before: string;
  readonly started_at: Date;
  readonly started_by: string;
}

/** The rounds after the first of cases, in order. */
export function readRounds(reader: TenantReader, caseIds: readonly string[]): Promise<RoundRow[]> {
  return reader.query<RoundRow>(
    `SELECT n.case_id, n.number, n.path, n.opened_by, n.reason, n.body, n.stages_before, n.started_at, n.started_by
     FROM case_round n WHERE n.tenant_id = :tenantId AND n.case_id IN (:caseIds) ORDER BY n.case_id, n.number`,
    { caseIds },
  );
}
