import { accept, refuse, type Outcome, type Refusal } from '@redress/kernel';
import { executeCommand, type CommandResult } from '@redress/persistence';
import type { PurchaseRefusal } from '../model/purchase.model';
import {
  againWhenTaken,
  enterPurchases,
  type CheckedPurchase,
  type RegisteredResult,
} from '../register-purchase/enter-purchases.policy';
import type { PurchaseContent } from '../register-purchase/register-purchase.command';
import { checkPurchase } from '../register-purchase/register-purchase.decide';
import type { RegistrationDependencies } from '../register-purchase/register-purchase.handler';

/** How many orders one call may bring. */
export const MOST_PURCHASES = 500;

export interface RegisterPurchases {
  readonly tenantId: string;
  readonly subject: string;
  readonly idempotencyKey: string;
  /** As they were read from the input; what could not be read is refused already. */
  readonly rows: readonly Outcome<PurchaseContent, PurchaseRefusal>[];
}

/** What became of an order: it was registered, was there before, or was refused, which does not hinder the others. */
export type PurchaseRowResult =
  | { readonly status: 'REGISTERED' | 'EXISTED'; readonly purchaseId: string }
  | { readonly status: 'REFUSED'; readonly refusals: readonly Refusal[] };

/** Registers many orders in one transaction of a few statements. The same call again is answered as the first was. */
export async function registerPurchases(
  { tenantId, subject, idempotencyKey, rows }: RegisterPurchases,
  dependencies: RegistrationDependencies,
): Promise<CommandResult<readonly PurchaseRowResult[], PurchaseRefusal>> {
  if (rows.length < 1 || rows.length > MOST_PURCHASES) {
    const details = { limit: MOST_PURCHASES };
    return { outcome: refuse({ code: 'INPUT_INVALID', path: ['input', 'purchases'], details }), replayed: false };
  }
  const now = dependencies.clock.now();
  const checked = rows.map((row, index): Outcome<CheckedPurchase, PurchaseRefusal> => {
    if (!row.ok) return row;
    const path = ['input', 'purchases', String(index)];
    const plain = checkPurchase(row.value, now, path);
    return plain.ok ? accept({ content: plain.value, path }) : plain;
  });
  const good = checked.flatMap((row) => (row.ok ? [row.value] : []));
  const identity = { tenantId, operation: 'registerPurchases', subject, idempotencyKey, request: rows };
  return againWhenTaken(() =>
    executeCommand(dependencies.database, identity, async (tx) => {
      const entered = await enterPurchases(tx, good, subject, dependencies);
      return accept(inTheirPlaces(checked, entered));
    }),
  );
}

function inTheirPlaces(
  checked: readonly Outcome<CheckedPurchase, PurchaseRefusal>[],
  entered: readonly Outcome<RegisteredResult, PurchaseRefusal>[],
): PurchaseRowResult[] {
  const outcomes = entered[Symbol.iterator]();
  return checked.map((row): PurchaseRowResult => {
    const outcome = row.ok ? outcomes.next().value : row;
    if (outcome === undefined) throw new Error('an order without an outcome');
    if (!outcome.ok) return { status: 'REFUSED', refusals: outcome.refusals };
    const { purchaseId, existed } = outcome.value;
    return { status: existed ? 'EXISTED' : 'REGISTERED', purchaseId };
  });
}
