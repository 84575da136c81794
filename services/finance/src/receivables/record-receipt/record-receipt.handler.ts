import { accept, newId, refuse, type Money } from '@redress/kernel';
import { executeCommand, type CommandResult } from '@redress/persistence';
import type { ReceivableDependencies } from '../dispute-receivable/dispute-receivable.handler';
import type { TenantCalendar } from '../../tenant-calendar/model/tenant-calendar.repository';
import { receiptEntry } from '../model/receivable-entry.model';
import { reduce, type ReceivableRefusal } from '../model/receivable.model';

export interface RecordReceipt {
  readonly tenantId: string;
  readonly subject: string;
  readonly idempotencyKey: string;
  readonly receivableId: string;
  readonly amount: Money;
  readonly receivedOn: string;
  /** Of the bank or of the customer; a receivable knows each once. */
  readonly reference: string;
}

/** What recording a receipt works with. */
export interface RecordReceiptDependencies extends ReceivableDependencies {
  readonly calendar: Pick<TenantCalendar, 'dayOf'>;
}

const LONGEST_REFERENCE = 128;

/** A customer paid. The answer is the receivable's id. */
export async function recordReceipt(
  { tenantId, subject, idempotencyKey, receivableId, amount, receivedOn, reference }: RecordReceipt,
  { database, receivables, ledger, clock, calendar }: RecordReceiptDependencies,
): Promise<CommandResult<string, ReceivableRefusal>> {
  if (reference.trim() === '' || reference.length > LONGEST_REFERENCE) {
    const details = { limit: LONGEST_REFERENCE };
    return { outcome: refuse({ code: 'INPUT_INVALID', path: ['input', 'reference'], details }), replayed: false };
  }
  const request = { receivableId, amount, receivedOn, reference };
  const command = { tenantId, operation: 'recordReceipt', subject, idempotencyKey, request, keepForEver: true };
  return executeCommand<string, ReceivableRefusal>(database, command, async (tx) => {
    const now = clock.now();
    if (receivedOn > (await calendar.dayOf(tx, now))) {
      return refuse({ code: 'INPUT_INVALID', path: ['input', 'receivedOn'] });
    }
    const receivable = await receivables.lock(tx, receivableId);
    if (receivable === undefined) return refuse({ code: 'NOT_FOUND', path: ['input', 'receivableId'] });
    const reduced = reduce(receivable, 'RECEIPT', amount);
    if (!reduced.ok) return reduced;
    const { receivable: after, disputedMinor } = reduced.value;
    const recorded = { recordedBy: subject, recordedAt: now, effectiveOn: receivedOn, reference };
    const { amountMinor } = amount;
    const movement = { id: newId(), receivableId, kind: 'RECEIPT', amountMinor, disputedMinor, ...recorded } as const;
    if (!(await receivables.addMovement(tx, movement))) {
      return refuse({ code: 'FINANCE_RECEIPT_RECORDED', path: ['input', 'reference'] });
    }
    await receivables.reduceDisputes(tx, receivableId, disputedMinor);
    await receivables.save(tx, after);
    const booking = { id: newId(), bookedAt: recorded.recordedAt, effectiveOn: receivedOn };
    await ledger.book(tx, receiptEntry(after, amountMinor, disputedMinor, booking));
    return accept(receivableId);
  });
}
