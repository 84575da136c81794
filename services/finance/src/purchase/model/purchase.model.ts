import type { Money } from '@redress/kernel';

/** One line of an order with what was paid for it, after discounts: the most that can ever be given back for it. */
export interface PurchaseLine {
  readonly id: string;
  readonly lineNumber: number;
  readonly description: string;
  /** Positive decimal with up to six digits after the point. */
  readonly quantity: string;
  readonly paid: Money;
}

/** A payment by which the order was paid, at the provider that took it. */
export interface PurchasePayment {
  readonly id: string;
  readonly provider: string;
  readonly reference: string;
  readonly amount: Money;
}

/** An order as it was paid. It is registered once and never changes. */
export interface Purchase {
  readonly id: string;
  readonly orderNumber: string;
  readonly customerExternalRef?: string;
  readonly placedAt: Date;
  readonly currency: string;
  readonly lines: readonly PurchaseLine[];
  readonly payments: readonly PurchasePayment[];
  readonly registeredAt: Date;
  readonly registeredBy: string;
}

export type PurchaseRefusal =
  | 'FINANCE_PURCHASE_CONFLICT'
  | 'FINANCE_PURCHASE_LINE_REPEATED'
  | 'FINANCE_PURCHASE_IN_FUTURE'
  | 'FINANCE_CURRENCY_MISMATCH'
  | 'AMOUNT_INVALID'
  | 'INPUT_INVALID';
