import { accept, refuse, type Outcome } from '@redress/kernel';
import type { AccountNumber } from './account-number.model';
import type { TransferRefusal } from './transfer.errors';

export const BATCH_STATES = ['DRAFT', 'RELEASED', 'SENT', 'CANCELLED'] as const;
export type BatchState = (typeof BATCH_STATES)[number];

/** One transfer, with its payee as it stands in the file. */
export interface Transfer extends AccountNumber {
  readonly paymentId: string;
  readonly endToEndId: string;
  /** Number of the settlement. */
  readonly reference: string;
  readonly amountMinor: bigint;
  readonly holderName: string;
}

/** Bank transfers in one currency that go to the bank in one file. */
export interface TransferBatch {
  readonly id: string;
  readonly messageId: string;
  readonly state: BatchState;
  readonly currency: string;
  readonly debtorName: string;
  readonly debtorAccountId: string;
  readonly debtorAccount: string;
  /** `2026-11-30` */
  readonly executeOn: string;
  readonly transactions: number;
  readonly controlSumMinor: bigint;
  readonly fileSha256?: string;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly releasedBy?: string;
  readonly releasedAt?: Date;
  readonly sentBy?: string;
  readonly sentAt?: Date;
  readonly version: number;
}

/** What people do with a batch, in which state, and where it leads. */
const STEPS = {
  release: { from: ['DRAFT'], to: 'RELEASED' },
  markSent: { from: ['RELEASED'], to: 'SENT' },
  cancel: { from: ['DRAFT'], to: 'CANCELLED' },
} as const satisfies Record<string, { readonly from: readonly BatchState[]; readonly to: BatchState }>;
export type BatchStep = keyof typeof STEPS;

/** Takes a batch a step further. Who made it may not release it; once released, its money may have moved. */
export function stepBatch(
  batch: TransferBatch,
  step: BatchStep,
  { by, at }: { readonly by: string; readonly at: Date },
): Outcome<TransferBatch, TransferRefusal> {
  const path = ['input', 'batchId'];
  const { from, to } = STEPS[step];
  if (!(from as readonly BatchState[]).includes(batch.state)) {
    const details = { currentState: batch.state, allowed: from };
    return refuse({ code: 'FINANCE_TRANSFER_BATCH_STATE', path, details });
  }
  if (step === 'release' && batch.createdBy === by) return refuse({ code: 'FINANCE_TRANSFER_FOUR_EYES', path });
  const moved = { ...batch, state: to, version: batch.version + 1 };
  if (step === 'release') return accept({ ...moved, releasedBy: by, releasedAt: at });
  return accept(step === 'markSent' ? { ...moved, sentBy: by, sentAt: at } : moved);
}
