import type { TenantTransaction } from '@redress/persistence';
import type { GoodwillBudget } from './goodwill-budget.model';

/** Stores goodwill budgets; their ceilings are stored beside them by whoever changes them. */
export interface GoodwillBudgetRepository {
  lock(tx: TenantTransaction, currency: string, month: string): Promise<GoodwillBudget | undefined>;
  /** Throws `BudgetAlreadySet` when another transaction set it first. */
  add(tx: TenantTransaction, budget: GoodwillBudget): Promise<void>;
  save(tx: TenantTransaction, budget: GoodwillBudget): Promise<void>;
}

/** Somebody else set the budget of that currency and month meanwhile. */
export class BudgetAlreadySet extends Error {
  constructor() {
    super('the budget was set meanwhile');
    this.name = 'BudgetAlreadySet';
  }
}
