/** What an organisation allows itself to give away in a month without owing it. Its amount lies in its ceiling. */
export interface GoodwillBudget {
  readonly id: string;
  readonly currency: string;
  /** `2026-11`, in the organisation's own calendar. */
  readonly month: string;
  readonly setBy: string;
  readonly setAt: Date;
  readonly version: number;
}

export type GoodwillRefusal =
  'FINANCE_BUDGET_BELOW_COMMITMENTS' | 'FINANCE_AMOUNT_NOT_POSITIVE' | 'INPUT_INVALID' | 'VERSION_CONFLICT';
