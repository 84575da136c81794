import type { InsertRow } from '@redress/persistence';
import type { Period } from '../../ledger/model/period.model';
import type { PeriodAct, PeriodActKind } from '../model/period-act.policy';

export interface ActRow {
  readonly sequence: number;
  readonly period: Period;
  readonly kind: PeriodActKind;
  readonly entries: number;
  readonly entries_hash: string;
  readonly previous_hash: string;
  readonly hash: string;
  readonly reason: string | null;
  readonly warnings: string;
  readonly acted_by: string;
  readonly acted_at: Date;
}

export const ACT_COLUMNS = `a.sequence, a.period, a.kind, a.entries, a.entries_hash, a.previous_hash, a.hash, a.reason,
  a.warnings, a.acted_by, a.acted_at`;

export function actOf({ sequence, period, kind, entries, hash, reason, ...row }: ActRow): PeriodAct {
  return {
    ...{ sequence, period, kind, entries, hash },
    entriesHash: row.entries_hash,
    previousHash: row.previous_hash,
    ...(reason === null ? {} : { reason }),
    warnings: JSON.parse(row.warnings) as PeriodAct['warnings'],
    actedBy: row.acted_by,
    actedAt: row.acted_at,
  };
}

export function actRow({ sequence, period, kind, entries, hash, reason, ...act }: PeriodAct): InsertRow {
  return {
    ...{ sequence, period, kind, entries, hash },
    entries_hash: act.entriesHash,
    previous_hash: act.previousHash,
    reason: reason ?? null,
    warnings: JSON.stringify(act.warnings),
    acted_by: act.actedBy,
    acted_at: act.actedAt,
  };
}
