import {
  column,
  compileWhere,
  idColumn,
  toGlobalId,
  toMoney,
  type FilterCompiler,
  type KeysetList,
} from '@redress/graphql-runtime';
import type { TenantReader } from '@redress/persistence';
import { PENALTY_COLUMNS, penaltyOf, type PenaltyRow } from '../adapters/penalty.row';
import type { BonusDeduction, Penalty, PenaltyWhereInput } from './penalty.gql';

const FILTERS: Readonly<Record<keyof Omit<PenaltyWhereInput, 'AND' | 'OR' | 'NOT'>, FilterCompiler>> = {
  state: column('n.state'),
  department: column('n.department'),
  person: column('n.person'),
  case: idColumn('n.case_id', 'Case'),
};

/** Penalties, latest first. */
export function penaltyList(where: PenaltyWhereInput | undefined): KeysetList {
  const conditions = compileWhere(where, FILTERS);
  return {
    name: 'penalties',
    order: { name: 'SANCTIONED_AT_DESC', column: 'n.sanctioned_at', direction: 'descending' },
    idColumn: 'n.id',
    select: PENALTY_COLUMNS,
    from: 'penalty n',
    where: `n.tenant_id = :tenantId AND ${conditions.sql}`,
    params: conditions.params,
  };
}

export async function penalty(reader: TenantReader, id: string): Promise<Penalty | undefined> {
  const [row] = await reader.query<PenaltyRow>(
    `SELECT ${PENALTY_COLUMNS} FROM penalty n WHERE n.tenant_id = :tenantId AND n.id = :id`,
    { id },
  );
  return row === undefined ? undefined : toPenalty(row);
}

export function toPenalty(row: PenaltyRow): Penalty {
  const { id, caseId, sanctionedBy: _, amount, ...plain } = penaltyOf(row);
  return {
    ...plain,
    id: toGlobalId('Penalty', id),
    caseId: toGlobalId('Case', caseId),
    department: plain.department ?? null,
    person: plain.person ?? null,
    amount: amount === undefined ? null : toMoney(amount),
    decidedBy: plain.decidedBy ?? null,
    decidedAt: plain.decidedAt ?? null,
    reason: plain.reason ?? null,
    bonusPeriod: plain.bonusPeriod ?? null,
  };
}

interface DeductionRow {
  readonly department: string | null;
  readonly person: string | null;
  readonly currency: string;
  readonly amount: string;
  readonly penalties: string;
  readonly remaining: string;
}

/** What is taken from the bonuses of a month, by whom it falls on and currency. */
export async function bonusDeductions(reader: TenantReader, period: string): Promise<BonusDeduction[]> {
  const rows = await reader.query<DeductionRow>(
    `SELECT n.department, n.person, n.currency, SUM(n.amount_minor) AS amount, COUNT(*) AS penalties,
       SUM(CASE WHEN n.state = 'DEDUCTED' THEN 0 ELSE 1 END) AS remaining
     FROM penalty n
     WHERE n.tenant_id = :tenantId AND n.bonus_period = :period AND n.state IN ('APPROVED', 'DEDUCTED')
     GROUP BY n.department, n.person, n.currency ORDER BY n.department, n.person, n.currency`,
    { period },
  );
  return rows.map(({ department, person, currency, amount, penalties, remaining }) => ({
    ...{ department, person },
    amount: toMoney({ amountMinor: BigInt(amount), currency }),
    penalties: Number(penalties),
    deducted: Number(remaining) === 0,
  }));
}
