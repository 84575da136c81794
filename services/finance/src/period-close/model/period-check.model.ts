/** What a month is looked through for, in the order in which it is told. */
export const PERIOD_CHECKS = [
  'ENTRIES_UNBALANCED',
  'BOOKS_DISAGREE',
  'PAYMENTS_UNKNOWN',
  'STATEMENTS_MISSING',
  'LINES_WITHOUT_OWNER',
  'PAYMENTS_WITHOUT_OWNER',
  'EXCEPTIONS_WITHOUT_OWNER',
  'RECONCILIATION_OPEN',
  'PAYMENTS_UNSEEN',
  'RETURN_EXCEPTIONS_OPEN',
  'EXCEPTIONS_OPEN',
  'PAYABLES_OPEN',
  'ENTRIES_WITHOUT_WORTH',
] as const;
export type PeriodCheckName = (typeof PERIOD_CHECKS)[number];

/**
 * BLOCKS: the month cannot be closed. ACKNOWLEDGED: it is closed only by somebody who says to have seen it. NOTED: it is
 * kept with the closing.
 */
export type PeriodCheckWeight = 'BLOCKS' | 'ACKNOWLEDGED' | 'NOTED';

export const WEIGHT_OF = {
  ENTRIES_UNBALANCED: 'BLOCKS',
  BOOKS_DISAGREE: 'BLOCKS',
  PAYMENTS_UNKNOWN: 'BLOCKS',
  STATEMENTS_MISSING: 'BLOCKS',
  LINES_WITHOUT_OWNER: 'BLOCKS',
  PAYMENTS_WITHOUT_OWNER: 'BLOCKS',
  EXCEPTIONS_WITHOUT_OWNER: 'BLOCKS',
  RECONCILIATION_OPEN: 'ACKNOWLEDGED',
  PAYMENTS_UNSEEN: 'ACKNOWLEDGED',
  RETURN_EXCEPTIONS_OPEN: 'ACKNOWLEDGED',
  EXCEPTIONS_OPEN: 'ACKNOWLEDGED',
  PAYABLES_OPEN: 'NOTED',
  ENTRIES_WITHOUT_WORTH: 'NOTED',
} as const satisfies Readonly<Record<PeriodCheckName, PeriodCheckWeight>>;

/** What was found when a month was looked through. */
export interface PeriodCheck {
  readonly check: PeriodCheckName;
  readonly count: number;
  /** Some of what was found, at most a hundred. */
  readonly ids: readonly string[];
}

/** What somebody who closes a month says to have seen of it. */
export interface SeenFinding {
  readonly check: PeriodCheckName;
  readonly count: number;
}
