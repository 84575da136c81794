import type { Account } from '../../ledger/model/account.model';
import type { BankAccount } from './bank-account.model';

export const EXPLANATION_ACCOUNTS = [
  'PAYMENT_FEES',
  'INTEREST',
  'ROUNDING',
  'EXCHANGE_DIFFERENCES',
  'UNKNOWN_RECEIPTS',
  'RECEIPTS_CLEARING',
  'PROVIDER_CLEARING',
] as const satisfies readonly Account[];
/** Where a line may go that shows no payment of finance. */
export type ExplanationAccount = (typeof EXPLANATION_ACCOUNTS)[number];

/** The subdivision of the account that takes the line: money sent to the provider belongs to that provider. */
export function subaccountFor(account: Account, { provider }: BankAccount): string | undefined {
  return account === 'PROVIDER_CLEARING' ? provider : undefined;
}
