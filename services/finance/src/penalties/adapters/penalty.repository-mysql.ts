import { money } from '@redress/kernel';
import type { DeductionStandard, FallsOn } from '../model/penalty.model';
import type { PenaltyRepository } from '../model/penalty.repository';
import { PENALTY_COLUMNS, penaltyOf, penaltyRow, type PenaltyRow } from './penalty.row';

interface StandardRow {
  readonly id: string;
  readonly valid_from: string;
  readonly amount_minor: string;
  readonly currency: string;
  readonly set_by: string;
  readonly set_at: Date;
}

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

  async deduct(tx, ids) {
    await tx.execute(
      `UPDATE penalty n SET n.state = 'DEDUCTED', n.version = n.version + 1
       WHERE n.tenant_id = :tenantId AND n.id IN (:ids) AND n.state = 'APPROVED'`,
      { ids },
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
