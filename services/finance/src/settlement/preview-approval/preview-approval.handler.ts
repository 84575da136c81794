import type { Actor, Outcome } from '@redress/kernel';
import type { TenantTransaction } from '@redress/persistence';
import type { JournalEntry } from '../../ledger/model/journal.model';
import type { Payment } from '../../payment/model/payment.model';
import {
  approveInTransaction,
  type Approval,
  type ApprovalDependencies,
} from '../approve-settlement/approve-settlement.handler';
import type { SettlementRefusal } from '../model/settlement.errors';

/** What an approval by a person would do now. */
export interface ApprovalPreview {
  readonly outcome: Outcome<Approval, SettlementRefusal>;
  readonly entries: readonly JournalEntry[];
  readonly payments: readonly Payment[];
}

/**
 * Approves in a transaction that is always undone, and answers what it would have booked and paid: a preview by the very
 * code that executes cannot differ from it.
 */
export async function previewApproval(
  { approver, settlementId }: { readonly approver: Actor; readonly settlementId: string },
  dependencies: ApprovalDependencies,
): Promise<ApprovalPreview> {
  try {
    return await dependencies.database.transaction(approver.tenantId, async (tx) => {
      throw new Undone(await approveUnderWatch(tx, { approver, settlementId }, dependencies));
    });
  } catch (error) {
    if (error instanceof Undone) return error.preview;
    throw error;
  }
}

async function approveUnderWatch(
  tx: TenantTransaction,
  command: { readonly approver: Actor; readonly settlementId: string },
  dependencies: ApprovalDependencies,
): Promise<ApprovalPreview> {
  const { ledger, payments } = dependencies;
  const entries: JournalEntry[] = [];
  const intended: Payment[] = [];
  const outcome = await approveInTransaction(tx, command, {
    ...dependencies,
    ledger: {
      ...ledger,
      book: (within, entry) => {
        entries.push(entry);
        return ledger.book(within, entry);
      },
    },
    payments: {
      ...payments,
      add: (within, added) => {
        intended.push(...added);
        return payments.add(within, added);
      },
    },
  });
  return { outcome, entries, payments: intended };
}

/** Carries the preview out of the transaction that it undoes. */
class Undone extends Error {
  constructor(readonly preview: ApprovalPreview) {
    super('a preview is never committed');
    this.name = 'Undone';
  }
}
