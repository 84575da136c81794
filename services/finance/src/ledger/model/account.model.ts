/** The chart of accounts as far as settlements need it; one set for each tenant and currency. */
export const ACCOUNTS = [
  'PAYABLES_TO_COMPLAINANTS',
  'SALES_RETURNS',
  'SALES_ALLOWANCES',
  'COMPENSATION_EXPENSE',
  'GOODWILL_EXPENSE',
  'PROVIDER_CLEARING',
] as const;

export type Account = (typeof ACCOUNTS)[number];

/** The side on which an account normally stands: a liability or clearing account in credit, an expense in debit. */
export const NORMAL_SIDE: Readonly<Record<Account, Side>> = {
  PAYABLES_TO_COMPLAINANTS: 'CREDIT',
  SALES_RETURNS: 'DEBIT',
  SALES_ALLOWANCES: 'DEBIT',
  COMPENSATION_EXPENSE: 'DEBIT',
  GOODWILL_EXPENSE: 'DEBIT',
  PROVIDER_CLEARING: 'CREDIT',
};

export type Side = 'DEBIT' | 'CREDIT';
