import {
  column,
  compileWhere,
  idColumn,
  PublicError,
  type FilterCompiler,
  type KeysetList,
  type KeysetOrder,
} from '@redress/graphql-runtime';
import { parseMoney, type Money } from '@redress/kernel';
import type { TenantReader } from '@redress/persistence';
import type { Visibility } from '../../access/access.rules';
import type { SettlementOrder, SettlementWhereInput } from './settlement-list.gql';
import { SETTLEMENT_COLUMNS, SETTLEMENT_SOURCE, visibleTo } from './settlement.query';

const ORDERS: Readonly<Record<SettlementOrder, Omit<KeysetOrder, 'name'>>> = {
  CREATED_AT_DESC: { column: 's.created_at', direction: 'descending' },
  CREATED_AT_ASC: { column: 's.created_at', direction: 'ascending' },
  AMOUNT_DESC: { column: 's.amount_minor', direction: 'descending' },
  AMOUNT_ASC: { column: 's.amount_minor', direction: 'ascending' },
};

const FILTERS: Readonly<Record<keyof Omit<SettlementWhereInput, 'AND' | 'OR' | 'NOT'>, FilterCompiler>> = {
  number: column('s.number'),
  state: column('s.state'),
  instrument: column('s.instrument'),
  paymentState: column('p.state'),
  currency: column('s.currency'),
  amount: amountBetween,
  createdAt: column('s.created_at'),
  case: idColumn('s.case_id', 'Case'),
  complaint: idColumn('s.complaint_id', 'Complaint'),
  customer: idColumn('s.customer_id', 'Customer'),
};

/** The list as the viewer may see it. Throws `BAD_USER_INPUT` for an order by amount over several currencies. */
export function settlementList(
  where: SettlementWhereInput | undefined,
  orderBy: SettlementOrder,
  visibility: Visibility,
): KeysetList {
  const order = { name: orderBy, ...ORDERS[orderBy] };
  const oneCurrency = where?.currency?.eq ?? where?.amount?.currency;
  if (order.column === 's.amount_minor' && typeof oneCurrency !== 'string') {
    throw new PublicError('BAD_USER_INPUT', 'An order by amount needs `where.currency.eq` or `where.amount`.');
  }
  const conditions = compileWhere(where, FILTERS);
  const visible = visibleTo(visibility);
  return {
    name: 'settlements',
    order,
    idColumn: 's.id',
    select: SETTLEMENT_COLUMNS,
    from: SETTLEMENT_SOURCE,
    where: `${visible.sql} AND ${conditions.sql}`,
    params: { ...conditions.params, ...visible.params },
  };
}

/** What the whole list comes to, by currency. */
export async function settlementTotals(
  reader: TenantReader,
  { where, params }: KeysetList,
): Promise<{ readonly amount: Money; readonly count: number }[]> {
  const rows = await reader.query<{ currency: string; sum: string; count: string }>(
    `SELECT s.currency, SUM(s.amount_minor) AS sum, COUNT(*) AS count FROM ${SETTLEMENT_SOURCE}
     WHERE ${where} GROUP BY s.currency ORDER BY s.currency`,
    params,
  );
  return rows.map(({ currency, sum, count }) => ({
    amount: { amountMinor: BigInt(sum), currency },
    count: Number(count),
  }));
}

function amountBetween(filter: Readonly<Record<string, unknown>>, bind: (value: unknown) => string): string {
  const currency = String(filter['currency']);
  const bound = (sign: '>=' | '<', text: unknown): string[] => {
    if (typeof text !== 'string') return [];
    const amount = parseMoney(text, currency);
    if (amount === undefined) {
      throw new PublicError('BAD_USER_INPUT', `An amount has more digits than ${currency} allows.`);
    }
    return [`s.amount_minor ${sign} ${bind(amount.amountMinor)}`];
  };
  const conditions = [`s.currency = ${bind(currency)}`, ...bound('>=', filter['from']), ...bound('<', filter['to'])];
  return conditions.join(' AND ');
}
