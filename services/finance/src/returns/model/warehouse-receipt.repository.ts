import type { TenantReader, TenantTransaction } from '@redress/persistence';
import type { ReceiptAllocation, ReceiptLine, WarehouseReceipt } from './warehouse-receipt.model';

/** Stores receipts, and which of their goods are counted for which return. */
export interface WarehouseReceiptRepository {
  /** The receipt that has the reference already, and the digest of what it says. */
  find(
    reader: TenantReader,
    receipt: Pick<WarehouseReceipt, 'warehouse' | 'reference'>,
  ): Promise<{ readonly id: string; readonly contentHash: Buffer } | undefined>;
  /** Throws `ReferenceTaken` when another transaction stored the reference first. */
  add(tx: TenantTransaction, receipt: WarehouseReceipt, contentHash: Buffer): Promise<void>;
  addAllocations(tx: TenantTransaction, allocations: readonly ReceiptAllocation[], at: Date): Promise<void>;
  /** Keeps others from changing it until the transaction ends. Throws when there is no such line. */
  lockLine(tx: TenantTransaction, receiptLineId: string): Promise<ReceiptLine>;
  /** The receipt that the line belongs to. */
  receiptOf(reader: TenantReader, receiptLineId: string): Promise<string>;
  /** Stores how much of a locked line is allocated, corrected and set aside. */
  saveLine(tx: TenantTransaction, line: ReceiptLine): Promise<void>;
  /** Of a return line, latest first. */
  allocationsOf(tx: TenantTransaction, returnLineId: string): Promise<readonly ReceiptAllocation[]>;
  /** Sets how much of a receipt line is counted for a return line. */
  setAllocation(tx: TenantTransaction, allocation: ReceiptAllocation, at: Date): Promise<void>;
  /** Who signed for goods of the receipt lines, or of what is counted for the return line. */
  recordersOf(
    reader: TenantReader,
    of: { readonly receiptLineId?: string; readonly returnLineId?: string },
  ): Promise<readonly string[]>;
}

/** Somebody else recorded the warehouse's reference meanwhile; look again. */
export class ReferenceTaken extends Error {
  constructor() {
    super('the reference was recorded meanwhile');
    this.name = 'ReferenceTaken';
  }
}
