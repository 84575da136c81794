import { compileWhere, PublicError, type KeysetList, type KeysetOrder } from '@redress/graphql-runtime';
import type { Money } from '@redress/kernel';
import type { TenantReader } from '@redress/persistence';
import type { Visibility } from '../../access/access.rules';
import type { SettlementState } from '../model/settlement.transitions';
import { conditionsFor } from './settlement-conditions.query';
import type { SettlementOrder } from './settlement-list.gql';
import { hits } from './settlement-search.query';
import type { SettlementWhereInput } from './settlement-where.gql';
import { PAYMENT_OF_SETTLEMENT, SETTLEMENT_COLUMNS, visibleTo } from './settlement.query';

const ORDERS: Readonly<Record<SettlementOrder, Omit<KeysetOrder, 'name'>>> = {
  CREATED_AT_DESC: { column: 's.created_at', direction: 'descending' },
  CREATED_AT_ASC: { column: 's.created_at', direction: 'ascending' },
  DECIDED_AT_DESC: { column: 's.decided_at', direction: 'descending' },
  DECIDED_AT_ASC: { column: 's.decided_at', direction: 'ascending' },
  COMPLETED_AT_DESC: { column: 's.completed_at', direction: 'descending' },
  COMPLETED_AT_ASC: { column: 's.completed_at', direction: 'ascending' },
  AMOUNT_DESC: { column: 's.amount_minor', direction: 'descending' },
  AMOUNT_ASC: { column: 's.amount_minor', direction: 'ascending' },
};

/** What a list is asked for by. */
export interface SettlementListRequest {
  readonly where?: SettlementWhereInput | undefined;
  readonly orderBy?: SettlementOrder | undefined;
  readonly search?: string | undefined;
}

/** A list, and what it is summed up from. */
export interface SettlementList extends KeysetList {
  readonly source: string;
}

/** The list as the viewer may see it. Throws `BAD_USER_INPUT` for an order by amount over several currencies. */
export function settlementList(
  { where, orderBy = 'CREATED_AT_DESC', search }: SettlementListRequest,
  visibility: Visibility,
): SettlementList {
  const order = { name: orderBy, ...ORDERS[orderBy] };
  if (order.column === 's.amount_minor' && oneCurrencyOf(where) === undefined) {
    throw new PublicError('BAD_USER_INPUT', 'An order by amount needs `where.currency.eq` or `where.amount`.');
  }
  const staff = visibility.kind === 'organisation';
  const conditions = compileWhere(where, conditionsFor(staff));
  const visible = visibleTo(visibility);
  const found = search === undefined ? undefined : hits(search, staff);
  const source =
    found === undefined
      ? 'settlement s'
      : `${found.sql} JOIN settlement s ON s.tenant_id = :tenantId AND s.id = hit.id`;
  const ordered = ['s.decided_at', 's.completed_at'].includes(order.column) ? ` AND ${order.column} IS NOT NULL` : '';
  return {
    name: 'settlements',
    order,
    idColumn: 's.id',
    select: SETTLEMENT_COLUMNS,
    source,
    from: `${source} ${PAYMENT_OF_SETTLEMENT}`,
    where: `${visible.sql}${ordered} AND ${conditions.sql}`,
    params: { ...conditions.params, ...visible.params, ...found?.params },
  };
}

/** The one currency to which the conditions restrict a list. */
function oneCurrencyOf(where: SettlementWhereInput | undefined): string | undefined {
  const all = (where as { readonly AND?: readonly SettlementWhereInput[] } | undefined)?.AND ?? [];
  const own = where?.currency?.eq ?? where?.amount?.currency;
  return own ?? all.map(oneCurrencyOf).find((currency) => currency !== undefined);
}

/** What the settlements of a list in one currency come to. */
export interface CurrencyTotal {
  readonly amount: Money;
  readonly count: number;
  readonly byState: readonly { readonly state: SettlementState; readonly amount: Money; readonly count: number }[];
}

/** What the whole list comes to by currency, and by state within it, in one statement. */
export async function settlementTotals(
  reader: TenantReader,
  { source, where, params }: SettlementList,
): Promise<CurrencyTotal[]> {
  const rows = await reader.query<{ currency: string; state: SettlementState; sum: string; count: string }>(
    `SELECT s.currency, s.state, SUM(s.amount_minor) AS sum, COUNT(*) AS count FROM ${source}
     WHERE ${where} GROUP BY s.currency, s.state ORDER BY s.currency, s.state`,
    params,
  );
  const currencies = [...new Set(rows.map(({ currency }) => currency))];
  return currencies.map((currency) => {
    const own = rows.filter((row) => row.currency === currency);
    const total = own.reduce((sum, row) => sum + BigInt(row.sum), 0n);
    return {
      amount: { amountMinor: total, currency },
      count: own.reduce((count, row) => count + Number(row.count), 0),
      byState: own.map(({ state, sum, count }) => ({
        state,
        amount: { amountMinor: BigInt(sum), currency },
        count: Number(count),
      })),
    };
  });
}
