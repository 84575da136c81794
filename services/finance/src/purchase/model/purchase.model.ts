import type { Money } from '@redress/kernel';

/** What is charged beside the goods themselves. */
export const CHARGE_KINDS = ['TAX', 'SHIPPING', 'FEE'] as const;
export type ChargeKind = (typeof CHARGE_KINDS)[number];

/** The line number under which the charges of a whole order are kept. */
export const WHOLE_ORDER = 0;

/** A tax, a fee or the shipping as it was paid: as little can be given back of it twice as of the line itself. */
export interface PurchaseCharge {
  readonly id: string;
  readonly kind: ChargeKind;
  /** Names it among the charges of its line or of the order: `VAT`. */
  readonly code: string;
  /** Percent, as the document shows it; nothing is computed from it. */
  readonly rate?: string;
  readonly paid: Money;
}

/** One line of an order with what was paid for it, after discounts and net of its charges. */
export interface PurchaseLine {
  readonly id: string;
  readonly lineNumber: number;
  readonly description: string;
  /** Positive decimal with up to six digits after the point. */
  readonly quantity: string;
  readonly paid: Money;
  readonly product?: string;
  readonly department?: string;
  /** As the document shows it, before discounts; nothing is computed from it. */
  readonly unitPrice?: string;
  readonly discount?: Money;
  readonly charges?: readonly PurchaseCharge[];
}

/** A payment by which the order was paid, at the provider that took it. */
export interface PurchasePayment {
  readonly id: string;
  readonly provider: string;
  readonly reference: string;
  readonly amount: Money;
}

/** The rate at which an order in a foreign currency was booked; what is given back later is booked at it, too. */
export interface ExchangeRate {
  readonly baseCurrency: string;
  /** Units of the base currency for one unit of the order's: a plain decimal with up to twelve digits after the point. */
  readonly rate: string;
  readonly rateId?: string;
  /** `YYYY-MM-DD` */
  readonly on: string;
}

/** An order as it was paid. It is registered once and never changes. */
export interface Purchase {
  readonly id: string;
  readonly orderNumber: string;
  readonly customerExternalRef?: string;
  readonly placedAt: Date;
  readonly currency: string;
  readonly department?: string;
  readonly exchangeRate?: ExchangeRate;
  readonly lines: readonly PurchaseLine[];
  /** Of the order as a whole. */
  readonly charges?: readonly PurchaseCharge[];
  readonly payments: readonly PurchasePayment[];
  /** Whether the payments are all there were; they add up to lines and charges then. */
  readonly paymentsComplete?: true;
  readonly registeredAt: Date;
  readonly registeredBy: string;
}

export type PurchaseRefusal =
  | 'FINANCE_PURCHASE_CONFLICT'
  | 'FINANCE_PURCHASE_LINE_REPEATED'
  | 'FINANCE_PURCHASE_CHARGE_REPEATED'
  | 'FINANCE_PURCHASE_IN_FUTURE'
  | 'FINANCE_PURCHASE_DOES_NOT_ADD_UP'
  | 'FINANCE_CURRENCY_MISMATCH'
  | 'AMOUNT_INVALID'
  | 'INPUT_INVALID';
