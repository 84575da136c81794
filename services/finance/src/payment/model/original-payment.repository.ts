import type { TenantTransaction } from '@redress/persistence';
import type { OriginalPayment } from './original-payment.model';

/** Knows how orders were paid. */
export interface OriginalPaymentRepository {
  /** The payments of each order in the currency, in the order of payment, locked, so that nobody else refunds through them. */
  lockOf(
    tx: TenantTransaction,
    orderNumbers: readonly string[],
    currency: string,
  ): Promise<ReadonlyMap<string, readonly OriginalPayment[]>>;
}
