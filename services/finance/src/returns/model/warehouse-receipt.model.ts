import type { ReceivedGoods } from './goods-allocation.model';

/** Goods of a receipt. All quantities are whole millionths. */
export interface ReceiptLine extends ReceivedGoods {
  /** From 1. */
  readonly line: number;
  readonly damaged: boolean;
  /** The warehouse expects nothing more of what the line names. */
  readonly complete: boolean;
  readonly allocated: bigint;
  /** Was never there. */
  readonly corrected: bigint;
  /** Given back or written off without a return. */
  readonly setAside: bigint;
}

/** What a warehouse signed for (收货). */
export interface WarehouseReceipt {
  readonly id: string;
  readonly warehouse: string;
  /** The warehouse's own number. */
  readonly reference: string;
  readonly receivedAt: Date;
  readonly note?: string;
  readonly recordedBy: string;
  readonly recordedAt: Date;
  readonly importId?: string;
  readonly lines: readonly ReceiptLine[];
}

/** Which goods are counted for which return. */
export interface ReceiptAllocation {
  readonly receiptLineId: string;
  readonly returnLineId: string;
  readonly quantity: bigint;
}

/** What nobody has found a return for yet. */
export function unallocatedOf({ quantity, allocated, corrected, setAside }: ReceiptLine): bigint {
  return quantity - allocated - corrected - setAside;
}
