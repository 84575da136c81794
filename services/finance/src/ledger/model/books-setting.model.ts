/** What the collection rate is measured against; which it is, no regulation says, so the organisation does. */
export const COLLECTION_BASES = ['DUE_IN_PERIOD', 'OPEN_AND_DUE'] as const;
export type CollectionBase = (typeof COLLECTION_BASES)[number];

/** What an organisation decides about its books; what it has not decided is absent. */
export interface BooksSetting {
  readonly baseCurrency?: string;
  readonly collectionBase?: CollectionBase;
  /** Plain decimal by which the rate is multiplied for the bonus. */
  readonly collectionFactor?: string;
  /** Whether a price reduction or allowance reduces what the customer still owes, instead of being paid out. */
  readonly creditReceivables: boolean;
  /** 0 as long as nothing was decided. */
  readonly version: number;
}

export type BooksSettingRefusal =
  | 'FINANCE_BASE_CURRENCY_FIXED'
  | 'FINANCE_BASE_CURRENCY_MISSING'
  | 'FINANCE_RATE_INVALID'
  | 'FINANCE_FACTOR_INVALID'
  | 'FINANCE_PERIOD_CLOSED'
  | 'VERSION_CONFLICT';

/** What one unit of a currency is worth in the base currency from a day on. */
export interface ExchangeRate {
  readonly id: string;
  readonly currency: string;
  readonly baseCurrency: string;
  readonly validOn: string;
  readonly rate: string;
  readonly setBy: string;
  readonly setAt: Date;
}
