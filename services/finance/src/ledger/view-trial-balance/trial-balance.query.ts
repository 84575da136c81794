import type { TenantReader } from '@redress/persistence';
import type { Account } from '../model/account.model';

/** What was booked on each side of an account. */
export interface AccountTotals {
  readonly account: Account;
  readonly debitMinor: bigint;
  readonly creditMinor: bigint;
}

/** The totals of every account that was booked on in the currency, from the index alone. */
export async function accountTotals(reader: TenantReader, currency: string): Promise<AccountTotals[]> {
  const rows = await reader.query<{ account: Account; debit: string; credit: string }>(
    `SELECT p.account, SUM(CASE WHEN p.side = 'DEBIT' THEN p.amount_minor ELSE 0 END) AS debit,
       SUM(CASE WHEN p.side = 'CREDIT' THEN p.amount_minor ELSE 0 END) AS credit
     FROM posting p WHERE p.tenant_id = :tenantId AND p.currency = :currency GROUP BY p.account ORDER BY p.account`,
    { currency },
  );
  return rows.map(({ account, debit, credit }) => ({
    account,
    debitMinor: BigInt(debit),
    creditMinor: BigInt(credit),
  }));
}
