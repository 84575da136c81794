import type { Refusal } from '@redress/kernel';

export const ROW_STATUSES = ['RECORDED', 'EXISTED', 'REFUSED'] as const;
export type ReceiptRowStatus = (typeof ROW_STATUSES)[number];

/** What became of a row of a file. */
export interface ReceiptRowResult {
  readonly row: number;
  readonly status: ReceiptRowStatus;
  readonly receiptId?: string;
  readonly refusals: readonly Refusal[];
}
