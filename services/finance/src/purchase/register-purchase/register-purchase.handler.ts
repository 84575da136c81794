import { createHash } from 'node:crypto';
import { accept, canonicalJson, newId, refuse, type Clock } from '@redress/kernel';
import { executeCommand, type CommandResult, type Database } from '@redress/persistence';
import { openCeiling, orderLineSubject } from '../../ceiling/model/ceiling.model';
import type { CeilingRepository } from '../../ceiling/model/ceiling.repository';
import type { Purchase, PurchaseRefusal } from '../model/purchase.model';
import { OrderNumberTaken, type PurchaseRepository } from '../model/purchase.repository';
import type { PurchaseContent, RegisterPurchase } from './register-purchase.command';
import { checkPurchase } from './register-purchase.decide';

export interface RegistrationDependencies {
  readonly database: Database;
  readonly purchases: PurchaseRepository;
  readonly ceilings: CeilingRepository;
  readonly clock: Clock;
}

export interface RegisteredResult {
  readonly purchaseId: string;
  /** Whether the same order had been registered before, under another key. */
  readonly existed: boolean;
}

/** Registers an order and opens a ceiling for each of its lines. The same order again changes nothing. */
export async function registerPurchase(
  command: RegisterPurchase,
  dependencies: RegistrationDependencies,
): Promise<CommandResult<RegisteredResult, PurchaseRefusal>> {
  const { tenantId, subject, idempotencyKey, content: request } = command;
  const now = dependencies.clock.now();
  const checked = checkPurchase(request, now);
  if (!checked.ok) return { outcome: checked, replayed: false };
  const run = () =>
    executeCommand<RegisteredResult, PurchaseRefusal>(
      dependencies.database,
      { tenantId, operation: 'registerPurchase', subject, idempotencyKey, request, keepForEver: true },
      async (tx) => {
        const { purchases, ceilings } = dependencies;
        const content = checked.value;
        const contentHash = createHash('sha256').update(canonicalJson(content)).digest();
        const earlier = await purchases.findByOrderNumber(tx, content.orderNumber);
        if (earlier !== undefined) {
          if (earlier.contentHash.equals(contentHash)) return accept({ purchaseId: earlier.id, existed: true });
          const facts = { orderNumber: content.orderNumber };
          return refuse({ code: 'FINANCE_PURCHASE_CONFLICT', path: ['input', 'orderNumber'], facts });
        }
        const purchase = newPurchase(content, now, subject);
        await purchases.add(tx, purchase, contentHash);
        await ceilings.add(
          tx,
          purchase.lines.map(({ id, lineNumber, paid, quantity }) => {
            const subject = orderLineSubject({ orderNumber: purchase.orderNumber, lineNumber });
            return openCeiling(id, 'ORDER_LINE', subject, paid, { lineId: id, quantity });
          }),
        );
        return accept({ purchaseId: purchase.id, existed: false });
      },
    );
  try {
    return await run();
  } catch (error) {
    if (error instanceof OrderNumberTaken) return run();
    throw error;
  }
}

function newPurchase(content: PurchaseContent, registeredAt: Date, registeredBy: string): Purchase {
  return {
    ...content,
    id: newId(),
    lines: content.lines.map((line) => ({ ...line, id: newId() })),
    payments: content.payments.map((payment) => ({ ...payment, id: newId() })),
    registeredAt,
    registeredBy,
  };
}
