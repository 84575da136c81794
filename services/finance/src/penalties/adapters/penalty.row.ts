import { money } from '@redress/kernel';
import type { InsertRow } from '@redress/persistence';
import type { Penalty, PenaltyState } from '../model/penalty.model';

export interface PenaltyRow {
  readonly id: string;
  readonly case_id: string;
  readonly sanction: string;
  readonly department: string | null;
  readonly person: string | null;
  readonly state: PenaltyState;
  readonly amount_minor: string | null;
  readonly currency: string | null;
  readonly sanctioned_by: string;
  readonly sanctioned_at: Date;
  readonly decided_by: string | null;
  readonly decided_at: Date | null;
  readonly reason: string | null;
  readonly bonus_period: string | null;
  readonly version: number;
}

export const PENALTY_COLUMNS = `n.id, n.case_id, n.sanction, n.department, n.person, n.state, n.amount_minor, n.currency,
  n.sanctioned_by, n.sanctioned_at, n.decided_by, n.decided_at, n.reason, n.bonus_period, n.version`;

export function penaltyRow({ id, sanction, state, version, department, person, ...penalty }: Penalty): InsertRow {
  return {
    ...{ id, sanction, state, version },
    case_id: penalty.caseId,
    department: department ?? null,
    person: person ?? null,
    sanctioned_by: penalty.sanctionedBy,
    sanctioned_at: penalty.sanctionedAt,
  };
}

export function penaltyOf(row: PenaltyRow): Penalty {
  const { id, sanction, state, version, department, person, amount_minor: minor, currency, reason } = row;
  return {
    ...{ id, sanction, state, version },
    caseId: row.case_id,
    ...(department === null ? {} : { department }),
    ...(person === null ? {} : { person }),
    ...(minor === null || currency === null ? {} : { amount: money(BigInt(minor), currency) }),
    sanctionedBy: row.sanctioned_by,
    sanctionedAt: row.sanctioned_at,
    ...(row.decided_by === null ? {} : { decidedBy: row.decided_by }),
    ...(row.decided_at === null ? {} : { decidedAt: row.decided_at }),
    ...(reason === null ? {} : { reason }),
    ...(row.bonus_period === null ? {} : { bonusPeriod: row.bonus_period }),
  };
}
