import { column, compileWhere, idColumn, type FilterCompiler, type KeysetList } from '@redress/graphql-runtime';
import type { PayoutOrder, PayoutWhereInput } from './payout-list.gql';
import { amountIn } from './payout-amount.query';
import { PAYOUT_COLUMNS } from './payout.query';

const FILTERS: Readonly<Record<keyof Omit<PayoutWhereInput, 'AND' | 'OR' | 'NOT'>, FilterCompiler>> = {
  state: column('p.state'),
  means: column('p.means'),
  provider: column('p.provider'),
  currency: column('p.currency'),
  amount: amountIn('p.currency', 'p.amount_minor'),
  createdAt: column('p.created_at'),
  uncertainSince: column('p.uncertain_since'),
  notBefore: column('p.not_before'),
  endToEndId: column('p.end_to_end_id'),
  settlement: idColumn('p.settlement_id', 'Settlement'),
};

/** The list of payments. */
export function payoutList(where: PayoutWhereInput | undefined, orderBy: PayoutOrder): KeysetList {
  const conditions = compileWhere(where, FILTERS);
  const direction = orderBy === 'CREATED_AT_ASC' ? 'ascending' : 'descending';
  return {
    name: 'payouts',
    order: { name: orderBy, column: 'p.created_at', direction },
    idColumn: 'p.id',
    select: PAYOUT_COLUMNS,
    from: 'payment p',
    where: `p.tenant_id = :tenantId AND ${conditions.sql}`,
    params: conditions.params,
  };
}
