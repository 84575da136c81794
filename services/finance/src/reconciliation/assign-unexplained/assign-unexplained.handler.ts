import { accept, refuse } from '@redress/kernel';
import { executeCommand, type CommandResult, type Database } from '@redress/persistence';
import { again } from '../match-lines/match-lines.handler';
import type { ItemOwnership } from '../model/item-ownership.repository';
import type { ReconciliationRefusal } from '../model/reconciliation.errors';

export interface AssignUnexplained {
  readonly tenantId: string;
  readonly subject: string;
  readonly idempotencyKey: string;
  /** An open line, or a payment that no statement of the account shows. */
  readonly item: { readonly lineId: string } | { readonly accountId: string; readonly paymentId: string };
  readonly owner: string;
  readonly note: string | undefined;
  /** 0 for a payment that was given to nobody yet. */
  readonly expectedVersion: number;
}

export interface AssignDependencies {
  readonly database: Database;
  readonly ownership: ItemOwnership;
}

/** Gives an item that nothing explains to somebody who looks after it. The answer is the item's id. */
export function assignUnexplained(
  { tenantId, subject, idempotencyKey, item, owner, note, expectedVersion }: AssignUnexplained,
  { database, ownership }: AssignDependencies,
): Promise<CommandResult<string, ReconciliationRefusal>> {
  const request = { item, owner, note, expectedVersion };
  const identity = { tenantId, operation: 'assignUnexplained', subject, idempotencyKey, request };
  const assign = () =>
    executeCommand<string, ReconciliationRefusal>(database, identity, async (tx) => {
      if (owner.trim() === '' || owner.length > 255) return refuse({ code: 'INPUT_INVALID', path: ['input', 'owner'] });
      if ((note ?? '').length > 500) return refuse({ code: 'INPUT_INVALID', path: ['input', 'note'] });
      const id = 'lineId' in item ? item.lineId : item.paymentId;
      const path = ['input', 'lineId' in item ? 'lineId' : 'paymentId'];
      const found = await ownership.lock(tx, item);
      if (found === undefined) return refuse({ code: 'NOT_FOUND', path });
      if (!found.open) return refuse({ code: 'FINANCE_LINE_NOT_OPEN', path });
      if (found.version !== expectedVersion) {
        const details = { currentVersion: found.version };
        return refuse({ code: 'VERSION_CONFLICT', path: ['input', 'expectedVersion'], retryable: true, details });
      }
      await ownership.assign(tx, item, { owner, note: note ?? null, version: found.version + 1 });
      return accept(id);
    });
  return again(assign);
}
