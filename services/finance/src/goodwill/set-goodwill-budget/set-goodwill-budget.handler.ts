import { accept, newId, refuse, type Clock, type Money, type Outcome } from '@redress/kernel';
import { executeCommand, type CommandResult, type Database, type TenantTransaction } from '@redress/persistence';
import { changeLimit, goodwillSubject, openCeiling } from '../../ceiling/model/ceiling.model';
import type { CeilingRepository } from '../../ceiling/model/ceiling.repository';
import { isBudgetPeriod } from '../model/budget-period.model';
import type { GoodwillRefusal } from '../model/goodwill-budget.model';
import { BudgetAlreadySet, type GoodwillBudgetRepository } from '../model/goodwill-budget.repository';

export interface SetGoodwillBudget {
  readonly tenantId: string;
  readonly subject: string;
  readonly idempotencyKey: string;
  readonly period: string;
  /** Absent for the budget of the whole organisation. */
  readonly unit?: string;
  readonly amount: Money;
  /** 0 for a budget that was not set yet. */
  readonly expectedVersion: number;
}

export interface BudgetDependencies {
  readonly database: Database;
  readonly budgets: GoodwillBudgetRepository;
  readonly ceilings: CeilingRepository;
  readonly clock: Clock;
}

/** Sets what may be given as goodwill in a period, never below what is committed already. The answer is the budget's id. */
export async function setGoodwillBudget(
  command: SetGoodwillBudget,
  dependencies: BudgetDependencies,
): Promise<CommandResult<string, GoodwillRefusal>> {
  const { tenantId, subject, idempotencyKey, period, unit, amount, expectedVersion } = command;
  if (!isBudgetPeriod(period)) return refused(refuse({ code: 'INPUT_INVALID', path: ['input', 'period'] }));
  if (amount.amountMinor <= 0n) {
    return refused(refuse({ code: 'FINANCE_AMOUNT_NOT_POSITIVE', path: ['input', 'amount'] }));
  }
  // Without a unit as it was when there were budgets of months only: keys of then are still answered.
  const request = { ...(unit === undefined ? { month: period } : { period, unit }), amount, expectedVersion };
  const identity = { tenantId, operation: 'setGoodwillBudget', subject, idempotencyKey, request, keepForEver: true };
  const run = () =>
    executeCommand<string, GoodwillRefusal>(dependencies.database, identity, (tx) => apply(tx, command, dependencies));
  try {
    return await run();
  } catch (error) {
    // Looking again finds the budget that was set meanwhile, and its version.
    if (error instanceof BudgetAlreadySet) return run();
    throw error;
  }
}

async function apply(
  tx: TenantTransaction,
  { subject: setBy, period, unit, amount, expectedVersion }: SetGoodwillBudget,
  { budgets, ceilings, clock }: BudgetDependencies,
): Promise<Outcome<string, GoodwillRefusal>> {
  const setAt = clock.now();
  const { currency } = amount;
  const key = { currency, period, ...(unit === undefined ? {} : { unit }) };
  const budget = await budgets.lock(tx, key);
  const currentVersion = budget?.version ?? 0;
  if (currentVersion !== expectedVersion) {
    const path = ['input', 'expectedVersion'];
    return refuse({ code: 'VERSION_CONFLICT', path, retryable: true, details: { currentVersion } });
  }
  if (budget === undefined) {
    const id = newId();
    await budgets.add(tx, { ...key, id, setBy, setAt, version: 1 });
    await ceilings.add(tx, [openCeiling(id, 'GOODWILL_BUDGET', goodwillSubject(currency, period, unit), amount)]);
    return accept(id);
  }
  const changed = changeLimit(await ceilings.lock(tx, budget.id), amount);
  if (!changed.ok) return changed;
  await ceilings.save(tx, changed.value);
  await budgets.save(tx, { ...budget, setBy, setAt, version: currentVersion + 1 });
  return accept(budget.id);
}

function refused<Code extends string>(outcome: Outcome<never, Code>): CommandResult<string, Code> {
  return { outcome, replayed: false };
}
