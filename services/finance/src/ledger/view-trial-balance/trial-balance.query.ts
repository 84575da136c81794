import type { TenantReader } from '@redress/persistence';
import type { Account } from '../model/account.model';
import type { Period } from '../model/period.model';

/** What was booked on an account, or on one of its subdivisions. */
export interface AccountTotals {
  readonly account: Account;
  readonly subaccount: string;
  /** Debits less credits of the months before. */
  readonly openingMinor: bigint;
  readonly debitMinor: bigint;
  readonly creditMinor: bigint;
}

/** Which postings a trial balance is about. */
export interface TrialBalanceScope {
  readonly currency: string;
  /** The movements of this month; everything where absent. */
  readonly period?: Period;
  /** Only what is true for this day or an earlier one. */
  readonly asOf?: string;
  readonly bySubaccount: boolean;
  /** Whether all currencies are counted, by what they are worth in this one. */
  readonly inBaseCurrency: boolean;
}

interface TotalsRow {
  readonly account: Account;
  readonly subaccount: string;
  readonly opening: string;
  readonly debit: string;
  readonly credit: string;
}

/** The totals of every account that was booked on, from the index alone where they are in the currency itself. */
export async function accountTotals(
  reader: TenantReader,
  { currency, period, asOf, bySubaccount, inBaseCurrency }: TrialBalanceScope,
): Promise<AccountTotals[]> {
  const amount = inBaseCurrency ? 'p.base_amount_minor' : 'p.amount_minor';
  const subaccount = bySubaccount ? 'p.subaccount' : "''";
  const rows = await reader.query<TotalsRow>(
    `SELECT p.account, ${subaccount} AS subaccount,
       SUM(CASE WHEN p.period < :from THEN CASE WHEN p.side = 'DEBIT' THEN ${amount} ELSE -${amount} END ELSE 0 END) AS opening,
       SUM(CASE WHEN p.period >= :from AND p.side = 'DEBIT' THEN ${amount} ELSE 0 END) AS debit,
       SUM(CASE WHEN p.period >= :from AND p.side = 'CREDIT' THEN ${amount} ELSE 0 END) AS credit
     FROM posting p WHERE p.tenant_id = :tenantId AND ${inBaseCurrency ? 'p.base_currency' : 'p.currency'} = :currency
       ${period === undefined ? '' : 'AND p.period <= :period'} ${asOf === undefined ? '' : 'AND p.effective_on <= :asOf'}
     GROUP BY p.account${bySubaccount ? ', p.subaccount' : ''} ORDER BY p.account${bySubaccount ? ', p.subaccount' : ''}`,
    { currency, from: period ?? '', period, asOf },
  );
  return rows.map(({ account, subaccount: part, opening, debit, credit }) => ({
    ...{ account, subaccount: part },
    openingMinor: BigInt(opening),
    debitMinor: BigInt(debit),
    creditMinor: BigInt(credit),
  }));
}
