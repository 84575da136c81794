import { executeCommand, type CommandResult, type Database } from '@redress/persistence';
import type { PurchaseRefusal } from '../model/purchase.model';
import {
  againWhenTaken,
  enterPurchases,
  type EntryDependencies,
  type RegisteredResult,
} from './enter-purchases.policy';
import type { RegisterPurchase } from './register-purchase.command';
import { checkPurchase } from './register-purchase.decide';

export interface RegistrationDependencies extends EntryDependencies {
  readonly database: Database;
}

/** Registers an order and opens a ceiling for each of its lines and charges. The same order again changes nothing. */
export async function registerPurchase(
  { tenantId, subject, idempotencyKey, content: request }: RegisterPurchase,
  dependencies: RegistrationDependencies,
): Promise<CommandResult<RegisteredResult, PurchaseRefusal>> {
  const path = ['input'];
  const checked = checkPurchase(request, dependencies.clock.now(), path);
  if (!checked.ok) return { outcome: checked, replayed: false };
  const identity = { tenantId, operation: 'registerPurchase', subject, idempotencyKey, request, keepForEver: true };
  return againWhenTaken(() =>
    executeCommand<RegisteredResult, PurchaseRefusal>(dependencies.database, identity, async (tx) => {
      const [outcome] = await enterPurchases(tx, [{ content: checked.value, path }], subject, dependencies);
      if (outcome === undefined) throw new Error('an order without an outcome');
      return outcome;
    }),
  );
}
