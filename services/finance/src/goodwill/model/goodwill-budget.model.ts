/** What an organisation, or one of its units, allows itself to give away in a period without owing it. Its amount lies in its ceiling. */
export interface GoodwillBudget extends BudgetKey {
  readonly id: string;
  readonly setBy: string;
  readonly setAt: Date;
  readonly version: number;
}

/** By which a budget is found. */
export interface BudgetKey {
  readonly currency: string;
  /** `2026-11`, `2026-Q4` or `2026`, in the organisation's own calendar. */
  readonly period: string;
  /** Identifier of the unit; absent for the budget of the whole organisation. */
  readonly unit?: string;
}

export type GoodwillRefusal =
  'FINANCE_BUDGET_BELOW_COMMITMENTS' | 'FINANCE_AMOUNT_NOT_POSITIVE' | 'INPUT_INVALID' | 'VERSION_CONFLICT';
