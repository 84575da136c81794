import { canonicalJson } from '@redress/kernel';

/** Goods as they are told, by a person or a file. */
export interface GoodsContent {
  readonly returnNumber?: string;
  readonly orderNumber?: string;
  readonly lineNumber?: number;
  readonly product?: string;
  /** Plain decimal. */
  readonly quantity: string;
  readonly damaged: boolean;
  readonly complete: boolean;
}

/** A receipt as it is told. */
export interface ReceiptContent {
  readonly warehouse: string;
  readonly reference: string;
  readonly receivedAt: Date;
  readonly note?: string;
  readonly lines: readonly GoodsContent[];
}

/** Equal for receipts that say the same, in whatever order they name their goods. */
export function canonicalReceipt({ receivedAt, lines, ...head }: ReceiptContent): string {
  return canonicalJson({ ...head, receivedAt: receivedAt.toISOString(), lines: lines.map(canonicalJson).sort() });
}
