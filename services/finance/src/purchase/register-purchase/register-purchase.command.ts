import type { Money } from '@redress/kernel';

/** What is said about an order when it is registered. */
export interface PurchaseContent {
  readonly orderNumber: string;
  readonly customerExternalRef?: string;
  readonly placedAt: Date;
  readonly currency: string;
  readonly lines: readonly {
    readonly lineNumber: number;
    readonly description: string;
    readonly quantity: string;
    readonly paid: Money;
  }[];
  readonly payments: readonly { readonly provider: string; readonly reference: string; readonly amount: Money }[];
}

export interface RegisterPurchase {
  readonly tenantId: string;
  readonly subject: string;
  readonly idempotencyKey: string;
  readonly content: PurchaseContent;
}
