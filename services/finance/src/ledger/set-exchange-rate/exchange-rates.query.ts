import type { KeysetList } from '@redress/graphql-runtime';
import type { TenantReader } from '@redress/persistence';
import type { ExchangeRate } from './exchange-rate.gql';

const COLUMNS = `r.currency, r.base_currency AS baseCurrency, r.valid_on AS validOn, r.rate, r.set_by AS setBy,
  r.set_at AS setAt`;

/** The rates, latest day first. */
export function exchangeRateList(currency: string | undefined): KeysetList {
  return {
    name: 'exchangeRates',
    order: { name: 'VALID_ON_DESC', column: 'r.valid_on', direction: 'descending' },
    idColumn: 'r.id',
    select: COLUMNS,
    from: 'exchange_rate r',
    where: `r.tenant_id = :tenantId ${currency === undefined ? '' : 'AND r.currency = :currency'}`,
    params: { currency },
  };
}

/** The rate that was set for exactly that day. */
export async function exchangeRateOf(
  reader: TenantReader,
  currency: string,
  validOn: string,
): Promise<ExchangeRate | undefined> {
  const [rate] = await reader.query<ExchangeRate>(
    `SELECT ${COLUMNS} FROM exchange_rate r
     WHERE r.tenant_id = :tenantId AND r.currency = :currency AND r.valid_on = :validOn`,
    { currency, validOn },
  );
  return rate;
}
