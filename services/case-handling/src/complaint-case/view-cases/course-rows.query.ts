import type { TenantReader } from '@redress/persistence';

export interface LevelChangeRow {
  readonly case_id: string;
  readonly from_level: string | null;
  readonly level: string;
  readonly because: string;
  readonly reason: string | null;
  readonly changed_by: string;
  readonly changed_at: Date;
}

export interface StagePaperRow {
  readonly case_id: string;
  readonly id: string;
  readonly stage: string;
  readonly act: string;
  readonly paper: string | null;
  readonly sections: string;
  readonly note: string | null;
  readonly written_by: string;
  readonly written_at: Date;
}

export interface HandOverRow {
  readonly case_id: string;
  readonly id: string;
  readonly hand_over: string;
  readonly receiver: string;
  readonly documents: string;
  readonly note: string | null;
  readonly handed_by: string;
  readonly handed_at: Date;
  readonly confirmed_by: string | null;
  readonly confirmed_at: Date | null;
}

export interface RefusalRow {
  readonly case_id: string;
  readonly ground: string;
  readonly reason: string;
  readonly refused_at: Date;
}

export function readLevelChanges(reader: TenantReader, caseIds: readonly string[]): Promise<LevelChangeRow[]> {
  return reader.query<LevelChangeRow>(
    `SELECT l.case_id, l.from_level, l.level, l.because, l.reason, l.changed_by, l.changed_at
     FROM level_change l WHERE l.tenant_id = :tenantId AND l.case_id IN (:caseIds) ORDER BY l.case_id, l.id`,
    { caseIds },
  );
}

export function readStagePapers(reader: TenantReader, caseIds: readonly string[]): Promise<StagePaperRow[]> {
  return reader.query<StagePaperRow>(
    `SELECT p.case_id, p.id, p.stage, p.act, p.paper, p.sections, p.note, p.written_by, p.written_at
     FROM stage_paper p WHERE p.tenant_id = :tenantId AND p.case_id IN (:caseIds) ORDER BY p.case_id, p.id`,
    { caseIds },
  );
}

export function readHandOvers(reader: TenantReader, caseIds: readonly string[]): Promise<HandOverRow[]> {
  return reader.query<HandOverRow>(
    `SELECT h.case_id, h.id, h.hand_over, h.receiver, h.documents, h.note, h.handed_by, h.handed_at, h.confirmed_by,
       h.confirmed_at
     FROM hand_over h WHERE h.tenant_id = :tenantId AND h.case_id IN (:caseIds) ORDER BY h.case_id, h.id`,
    { caseIds },
  );
}

export function readRefusals(reader: TenantReader, caseIds: readonly string[]): Promise<RefusalRow[]> {
  return reader.query<RefusalRow>(
    `SELECT f.case_id, f.ground, f.reason, f.refused_at
     FROM acceptance_refusal f WHERE f.tenant_id = :tenantId AND f.case_id IN (:caseIds)`,
    { caseIds },
  );
}
