import { isDuplicateKey, type TenantReader } from '@redress/persistence';
import { openPeriod } from '../../ledger/adapters/posting-period.repository-mysql';
import type { Period, PeriodState } from '../../ledger/model/period.model';
import type { AccountingPeriod } from '../model/accounting-period.model';
import { ChainMovedOn, type AccountingPeriodRepository } from '../model/accounting-period.repository';
import { digestsOf } from './entry-digests.query';
import { ACT_COLUMNS, actOf, actRow, type ActRow } from './period-act.row';

interface PeriodRow {
  readonly id: string;
  readonly period: Period;
  readonly state: PeriodState;
  readonly closed_by: string | null;
  readonly closed_at: Date | null;
  readonly version: number;
}

export const accountingPeriodsInMysql: AccountingPeriodRepository = {
  async lock(tx, period) {
    await openPeriod(tx, period);
    const [row] = await tx.query<PeriodRow>(
      `SELECT p.id, p.period, p.state, p.closed_by, p.closed_at, p.version FROM accounting_period p
       WHERE p.tenant_id = :tenantId AND p.period = :period FOR UPDATE`,
      { period },
    );
    if (row === undefined) throw new Error(`the month ${period} vanished`);
    return periodOf(row);
  },

  async save(tx, { period, state, closedBy, closedAt, version }) {
    await tx.execute(
      `UPDATE accounting_period p SET p.state = :state, p.closed_by = :closedBy, p.closed_at = :closedAt,
         p.version = :version
       WHERE p.tenant_id = :tenantId AND p.period = :period`,
      { period, state, closedBy: closedBy ?? null, closedAt: closedAt ?? null, version },
    );
  },

  async earliestOpenBefore(reader, period) {
    const [row] = await reader.query<{ period: Period | null }>(
      `SELECT MIN(p.period) AS period FROM accounting_period p
       WHERE p.tenant_id = :tenantId AND p.period < :period AND p.state <> 'CLOSED'`,
      { period },
    );
    return row?.period ?? undefined;
  },

  async lastAct(reader) {
    const [row] = await reader.query<ActRow>(
      `SELECT ${ACT_COLUMNS} FROM period_act a WHERE a.tenant_id = :tenantId ORDER BY a.sequence DESC LIMIT 1`,
    );
    return row === undefined ? undefined : actOf(row);
  },

  async addAct(tx, act) {
    await tx.insertMany('period_act', [actRow(act)]).catch((error: unknown) => {
      throw isDuplicateKey(error, 'PRIMARY') ? new ChainMovedOn() : error;
    });
  },

  async addSealed(tx, sequence, entries) {
    const rows = entries.map(({ entryId, digest }) => ({ sequence, entry_id: entryId, digest }));
    await tx.insertMany('closed_entry', rows);
  },

  digests: (reader: TenantReader, period: Period) => digestsOf(reader, period),
};

/** A month as its row says. */
export function periodOf({ id, period, state, closed_by, closed_at, version }: PeriodRow): AccountingPeriod {
  return {
    ...{ id, period, state, version },
    ...(closed_by === null ? {} : { closedBy: closed_by }),
    ...(closed_at === null ? {} : { closedAt: closed_at }),
  };
}
