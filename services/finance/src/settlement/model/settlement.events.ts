import type { Money } from '@redress/kernel';

/** What happens to a settlement and is worth telling others. */
export type SettlementEvent =
  | { readonly type: 'SettlementProposed'; readonly at: Date }
  | { readonly type: 'SettlementRefused'; readonly at: Date; readonly reason: string; readonly maximum?: Money }
  | { readonly type: 'SettlementReleased'; readonly at: Date; readonly by: string }
  | { readonly type: 'SettlementApproved'; readonly at: Date; readonly by: string }
  | { readonly type: 'SettlementAdjusted'; readonly at: Date; readonly by: string; readonly reason: string }
  | {
      readonly type: 'InstalmentsPlanned';
      readonly at: Date;
      readonly by: string;
      readonly instalments: readonly DueOn[];
    }
  | { readonly type: 'SettlementRejected'; readonly at: Date; readonly by: string }
  | { readonly type: 'SettlementCancelled'; readonly at: Date; readonly by: string }
  | { readonly type: 'PaymentAttempted'; readonly at: Date; readonly attempt: number; readonly result: AttemptResult }
  | { readonly type: 'SettlementCompleted'; readonly at: Date; readonly providerReference: string }
  | { readonly type: 'SettlementFailed'; readonly at: Date; readonly by: string; readonly reason: string };

/** What is to be paid on a day, `2026-11-30`. */
export interface DueOn {
  readonly dueOn: string;
  readonly amount: Money;
}

/** How one call of the provider ended, as far as is known. */
export type AttemptResult = 'SUCCEEDED' | 'DECLINED' | 'UNKNOWN';
