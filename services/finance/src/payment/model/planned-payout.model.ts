import type { Money } from '@redress/kernel';
import type { Scheduling } from './payment.model';
import type { PayoutRoute } from './payout-means.model';

/** One payment that a settlement is to be paid by. */
export interface PlannedPayout extends PayoutRoute, Scheduling {
  readonly beneficiary: string;
  readonly amount: Money;
  /** The payment of the order that it gives back, and the provider's reference of it. */
  readonly originalPaymentId?: string;
  readonly originalReference?: string;
}
