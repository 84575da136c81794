import type { Purchase, PurchaseCharge, PurchaseLine, PurchasePayment } from '../model/purchase.model';

export type ChargeContent = Omit<PurchaseCharge, 'id'>;

export interface LineContent extends Omit<PurchaseLine, 'id' | 'charges'> {
  readonly charges?: readonly ChargeContent[];
}

/** What is said about an order when it is registered. A member that was not said is absent, so that digests stay equal. */
export interface PurchaseContent extends Omit<
  Purchase,
  'id' | 'lines' | 'charges' | 'payments' | 'registeredAt' | 'registeredBy'
> {
  readonly lines: readonly LineContent[];
  readonly charges?: readonly ChargeContent[];
  readonly payments: readonly Omit<PurchasePayment, 'id'>[];
}

export interface RegisterPurchase {
  readonly tenantId: string;
  readonly subject: string;
  readonly idempotencyKey: string;
  readonly content: PurchaseContent;
}
