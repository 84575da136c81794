import { refuse } from '@redress/kernel';
import { executeCommand, type CommandResult, type Database } from '@redress/persistence';
import type { ReceiptContent } from '../model/receipt-content.model';
import type { ReceiptRefusal } from '../model/receipt.errors';
import { receiptComplaints } from './check-receipt.decide';
import { againWhenTaken, enterReceipt, type EnteredReceipt, type ReceiptPorts } from './enter-receipt.policy';

export interface RecordReceipt {
  readonly tenantId: string;
  readonly subject: string;
  readonly idempotencyKey: string;
  readonly content: ReceiptContent;
}

export interface ReceiptDependencies extends ReceiptPorts {
  readonly database: Database;
}

/** Records what a warehouse signed for. */
export async function recordReceipt(
  { tenantId, subject, idempotencyKey, content }: RecordReceipt,
  dependencies: ReceiptDependencies,
): Promise<CommandResult<EnteredReceipt, ReceiptRefusal>> {
  const [first, ...others] = receiptComplaints(content, dependencies.clock.now(), ['input']);
  if (first !== undefined) return { outcome: refuse(first, ...others), replayed: false };
  const operation = 'recordWarehouseReceipt';
  const identity = { tenantId, operation, subject, idempotencyKey, request: content, keepForEver: true };
  return againWhenTaken(() =>
    executeCommand<EnteredReceipt, ReceiptRefusal>(dependencies.database, identity, (tx) =>
      enterReceipt(tx, content, { by: subject }, dependencies),
    ),
  );
}
