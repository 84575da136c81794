import type { TenantReader, TenantTransaction } from '@redress/persistence';
import type { Dispute, Movement, Receivable } from './receivable.model';

/** How a dispute ended. */
export type DisputeEnding = 'NOT_ESTABLISHED' | 'CASE_CLOSED';

/** What customers owe. */
export interface ReceivableRepository {
  byDocuments(reader: TenantReader, documentNumbers: readonly string[]): Promise<Receivable[]>;
  /** Throws `DocumentNumberTaken` when somebody else has registered one of the documents first. */
  add(tx: TenantTransaction, receivables: readonly Receivable[]): Promise<void>;
  lock(tx: TenantTransaction, id: string): Promise<Receivable | undefined>;
  /** Those of the customer with anything open about the order line, or about the order as a whole; in the order of their due days. */
  lockOpenOf(
    tx: TenantTransaction,
    of: { readonly customerId: string; readonly orderNumber: string; readonly lineNumber?: number },
  ): Promise<Receivable[]>;
  save(tx: TenantTransaction, receivable: Receivable): Promise<void>;
  /** Answers whether it is new: a movement of its kind and reference is recorded once. */
  addMovement(tx: TenantTransaction, movement: Movement): Promise<boolean>;
  isDisputedBy(reader: TenantReader, receivableId: string, caseId: string): Promise<boolean>;
  addDispute(tx: TenantTransaction, dispute: Dispute, at: Date): Promise<void>;
  /** The open disputes of a case, locked with their receivables. */
  lockDisputesOf(tx: TenantTransaction, caseId: string): Promise<{ dispute: Dispute; receivable: Receivable }[]>;
  /** Takes an amount off the open disputes of a receivable, the earliest first. */
  reduceDisputes(tx: TenantTransaction, receivableId: string, minor: bigint): Promise<void>;
  endDispute(tx: TenantTransaction, disputeId: string, ending: DisputeEnding, at: Date): Promise<void>;
  /** The case was merged into another, whose end ends its disputes; what that one disputes or has disputed stays. */
  moveDisputes(tx: TenantTransaction, fromCase: string, toCase: string): Promise<void>;
}

/** Another has registered a document of that number in the meantime. */
export class DocumentNumberTaken extends Error {}
