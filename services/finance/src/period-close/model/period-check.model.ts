export const PERIOD_CHECKS = [
  'ENTRIES_UNBALANCED',
  'BOOKS_DISAGREE',
  'PAYMENTS_UNKNOWN',
  'PAYABLES_OPEN',
  'ENTRIES_WITHOUT_WORTH',
  'EXCEPTIONS_OPEN',
  'RECONCILIATION_OPEN',
] as const;
export type PeriodCheckName = (typeof PERIOD_CHECKS)[number];

/** What was found when a month was looked through. */
export interface PeriodCheck {
  readonly check: PeriodCheckName;
  /** Whether the month cannot be closed as long as anything is found. */
  readonly blocking: boolean;
  readonly count: number;
  /** Some of what was found, at most a hundred. */
  readonly ids: readonly string[];
}
