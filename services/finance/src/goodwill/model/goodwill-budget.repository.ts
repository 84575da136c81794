import type { TenantReader, TenantTransaction } from '@redress/persistence';
import type { BudgetKey, GoodwillBudget } from './goodwill-budget.model';

/** Stores goodwill budgets; their ceilings are stored beside them by whoever changes them. */
export interface GoodwillBudgetRepository {
  lock(tx: TenantTransaction, key: BudgetKey): Promise<GoodwillBudget | undefined>;
  /** Throws `BudgetAlreadySet` when another transaction set it first. */
  add(tx: TenantTransaction, budget: GoodwillBudget): Promise<void>;
  save(tx: TenantTransaction, budget: GoodwillBudget): Promise<void>;
  /** The budgets of these periods, of the organisation and of the unit, in one statement. */
  ofPeriods(
    reader: TenantReader,
    currency: string,
    periods: readonly string[],
    unit: string | undefined,
  ): Promise<readonly BudgetKey[]>;
}

/** Somebody else set the budget of that currency, period and unit meanwhile. */
export class BudgetAlreadySet extends Error {
  constructor() {
    super('the budget was set meanwhile');
    this.name = 'BudgetAlreadySet';
  }
}
