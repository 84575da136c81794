import { money } from '@redress/kernel';
import type { InsertRow } from '@redress/persistence';
import type { DeductionStandard, FallsOn, Penalty, PenaltyState } from '../model/penalty.model';
import type { PenaltyRepository } from '../model/penalty.repository';

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

interface StandardRow {
  readonly id: string;
  readonly valid_from: string;
  readonly amount_minor: string;
  readonly currency: string;
  readonly set_by: string;
  readonly set_at: Date;
}

export const PENALTY_COLUMNS = `n.id, n.case_id, n.sanction, n.department, n.person, n.state, n.amount_minor, n.currency,
  n.sanctioned_by, n.sanctioned_at, n.decided_by, n.decided_at, n.reason, n.bonus_period, n.version`;

export const penaltiesInMysql: PenaltyRepository = {
  add: (tx, penalty) => tx.insertMany('penalty', [penaltyRow(penalty)]),

  async lock(tx, id) {
    const [row] = await tx.query<PenaltyRow>(
      `SELECT ${PENALTY_COLUMNS} FROM penalty n WHERE n.tenant_id = :tenantId AND n.id = :id FOR UPDATE`,
      { id },
    );
    return row === undefined ? undefined : penaltyOf(row);
  },

  async lockDeductible(tx, bonusPeriod) {
    const rows = await tx.query<PenaltyRow>(
      `SELECT ${PENALTY_COLUMNS} FROM penalty n
       WHERE n.tenant_id = :tenantId AND n.bonus_period = :bonusPeriod AND n.state = 'APPROVED' ORDER BY n.id FOR UPDATE`,
      { bonusPeriod },
    );
    return rows.map(penaltyOf);
  },

  async save(tx, penalty) {
    const { id, state, amount, version, ...rest } = penalty;
    await tx.execute(
      `UPDATE penalty n SET n.state = :state, n.amount_minor = :minor, n.currency = :currency, n.decided_by = :decidedBy,
         n.decided_at = :decidedAt, n.reason = :reason, n.bonus_period = :bonusPeriod, n.version = :version
       WHERE n.tenant_id = :tenantId AND n.id = :id`,
      {
        ...{ id, state, version },
        minor: amount?.amountMinor ?? null,
        currency: amount?.currency ?? null,
        decidedBy: rest.decidedBy ?? null,
        decidedAt: rest.decidedAt ?? null,
        reason: rest.reason ?? null,
        bonusPeriod: rest.bonusPeriod ?? null,
      },
    );
  },

  async setStandard(tx, { id, sanction, fallsOn, validFrom, amount, setBy, setAt }) {
    await tx.execute(
      `INSERT INTO deduction_standard
         (tenant_id, sanction, falls_on, valid_from, id, amount_minor, currency, set_by, set_at)
       VALUES (:tenantId, :sanction, :fallsOn, :validFrom, :id, :minor, :currency, :setBy, :setAt)
       ON DUPLICATE KEY UPDATE amount_minor = VALUES(amount_minor), currency = VALUES(currency),
         set_by = VALUES(set_by), set_at = VALUES(set_at)`,
      { id, sanction, fallsOn, validFrom, minor: amount.amountMinor, currency: amount.currency, setBy, setAt },
    );
  },

  async standardOn(reader, sanction: string, fallsOn: FallsOn, day: string): Promise<DeductionStandard | undefined> {
    const [row] = await reader.query<StandardRow>(
      `SELECT s.id, s.valid_from, s.amount_minor, s.currency, s.set_by, s.set_at FROM deduction_standard s
       WHERE s.tenant_id = :tenantId AND s.sanction = :sanction AND s.falls_on = :fallsOn AND s.valid_from <= :day
       ORDER BY s.valid_from DESC LIMIT 1`,
      { sanction, fallsOn, day },
    );
    if (row === undefined) return undefined;
    const amount = money(BigInt(row.amount_minor), row.currency);
    return {
      ...{ id: row.id, sanction, fallsOn, amount },
      validFrom: row.valid_from,
      setBy: row.set_by,
      setAt: row.set_at,
    };
  },
};

function penaltyRow({ id, sanction, state, version, department, person, ...penalty }: Penalty): InsertRow {
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
