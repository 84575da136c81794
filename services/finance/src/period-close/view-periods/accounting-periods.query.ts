import type { KeysetList } from '@redress/graphql-runtime';
import type { TenantReader } from '@redress/persistence';
import type { Period, PeriodState } from '../../ledger/model/period.model';
import type { PeriodAct } from '../model/period-act.policy';
import { ACT_COLUMNS, actOf, type ActRow } from '../adapters/period-act.row';
import type { AccountingPeriod, AccountingPeriodAct } from './accounting-period.gql';

interface PeriodRecord {
  readonly period: Period;
  readonly state: PeriodState;
  readonly closedBy: string | null;
  readonly closedAt: Date | null;
  readonly hash: string | null;
  readonly entries: number | null;
  readonly version: number;
}

const COLUMNS = `p.period, p.state, p.closed_by AS closedBy, p.closed_at AS closedAt, p.version, a.hash, a.entries`;
const SOURCE = `accounting_period p LEFT JOIN period_act a ON a.tenant_id = p.tenant_id AND a.sequence = (
    SELECT MAX(l.sequence) FROM period_act l
    WHERE l.tenant_id = p.tenant_id AND l.period = p.period AND l.kind = 'CLOSED')`;

/** The months that anything was booked in, latest first. */
export const PERIOD_LIST: KeysetList = {
  name: 'accountingPeriods',
  order: { name: 'PERIOD_DESC', column: 'p.period', direction: 'descending' },
  idColumn: 'p.id',
  select: COLUMNS,
  from: SOURCE,
  where: 'p.tenant_id = :tenantId',
};

/** The chain of closings and re-openings, latest first. */
export const ACT_LIST: KeysetList = {
  name: 'accountingPeriodActs',
  order: { name: 'SEQUENCE_DESC', column: 'a.sequence', direction: 'descending' },
  idColumn: 'a.sequence',
  select: ACT_COLUMNS,
  from: 'period_act a',
  where: 'a.tenant_id = :tenantId',
};

/** A month that anything was booked in. */
export async function accountingPeriod(reader: TenantReader, period: Period): Promise<AccountingPeriod | undefined> {
  const [record] = await reader.query<PeriodRecord>(
    `SELECT ${COLUMNS} FROM ${SOURCE} WHERE p.tenant_id = :tenantId AND p.period = :period`,
    { period },
  );
  return record === undefined ? undefined : toPeriod(record);
}

export function toPeriod(record: PeriodRecord): AccountingPeriod {
  return { ...record };
}

export function toAct(row: ActRow): AccountingPeriodAct {
  const { reason, warnings, ...act } = actOf(row);
  return {
    ...act,
    reason: reason ?? null,
    ...{ warnings: warnings.map(({ check }) => check), acknowledged: acknowledgedOf(warnings) },
  };
}

function acknowledgedOf(warnings: PeriodAct['warnings']): AccountingPeriodAct['acknowledged'] {
  return warnings.filter(({ acknowledged }) => acknowledged === true).map(({ check, count }) => ({ check, count }));
}
