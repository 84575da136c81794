import { accept, refuse, type Clock, type Outcome } from '@redress/kernel';
import type { TenantTransaction } from '@redress/persistence';
import type { CeilingRepository } from '../../ceiling/model/ceiling.repository';
import type { PurchaseRefusal } from '../model/purchase.model';
import { OrderNumberTaken, type NewPurchase, type PurchaseRepository } from '../model/purchase.repository';
import { ceilingsOfPurchase } from './ceilings-of-purchase.decide';
import { contentHashOf, newPurchase } from './new-purchase.policy';
import type { PurchaseContent } from './register-purchase.command';

export interface EntryDependencies {
  readonly purchases: PurchaseRepository;
  readonly ceilings: CeilingRepository;
  readonly clock: Clock;
}

export interface RegisteredResult {
  readonly purchaseId: string;
  /** Whether the same order had been registered before, under another key. */
  readonly existed: boolean;
}

/** An order in its plain form, and where it stands in the input. */
export interface CheckedPurchase {
  readonly content: PurchaseContent;
  readonly path: readonly string[];
}

/**
 * Enters orders and opens a ceiling for each line and charge, in a few statements however many they are. The same order
 * again changes nothing, other content under its number is refused, and neither hinders the others.
 */
export async function enterPurchases(
  tx: TenantTransaction,
  checked: readonly CheckedPurchase[],
  registeredBy: string,
  { purchases, ceilings, clock }: EntryDependencies,
): Promise<Outcome<RegisteredResult, PurchaseRefusal>[]> {
  const now = clock.now();
  const known = new Map(
    await purchases.findByOrderNumbers(
      tx,
      checked.map(({ content }) => content.orderNumber),
    ),
  );
  const added: NewPurchase[] = [];
  const outcomes = checked.map(({ content, path }): Outcome<RegisteredResult, PurchaseRefusal> => {
    const { orderNumber } = content;
    const earlier = known.get(orderNumber);
    if (earlier?.contentHash.equals(contentHashOf(content))) return accept({ purchaseId: earlier.id, existed: true });
    if (earlier !== undefined) {
      return refuse({ code: 'FINANCE_PURCHASE_CONFLICT', path: [...path, 'orderNumber'], facts: { orderNumber } });
    }
    const entered = newPurchase(content, now, registeredBy);
    const { id } = entered.purchase;
    known.set(orderNumber, { id, contentHash: entered.contentHash });
    added.push(entered);
    return accept({ purchaseId: id, existed: false });
  });
  if (added.length > 0) {
    await purchases.add(tx, added);
    await ceilings.add(
      tx,
      added.flatMap(({ purchase }) => ceilingsOfPurchase(purchase)),
    );
  }
  return outcomes;
}

const TRIES = 8;

/** Looks again when somebody else registered one of the numbers first: it is known then. */
export async function againWhenTaken<Result>(run: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof OrderNumberTaken) || attempt === TRIES) throw error;
    }
  }
}
