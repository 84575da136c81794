import { isCurrency, type Outcome } from '@redress/kernel';
import { z } from 'zod';
import { CHARGE_KINDS, type PurchaseRefusal } from '../model/purchase.model';
import { readPurchase } from '../register-purchase/read-purchase.gql';
import type { PurchaseContent } from '../register-purchase/register-purchase.command';

const currency = z.string().refine(isCurrency);
const decimal = z.string().regex(/^\d{1,16}(\.\d{1,9})?$/);
const amount = z.strictObject({ amount: decimal, currency });
const charge = z.strictObject({ kind: z.enum(CHARGE_KINDS), code: z.string(), rate: decimal.optional(), paid: amount });
const line = z.strictObject({
  lineNumber: z.int(),
  description: z.string(),
  quantity: decimal.default('1'),
  paid: amount,
  product: z.string().optional(),
  department: z.string().optional(),
  unitPrice: decimal.optional(),
  discount: amount.optional(),
  charges: z.array(charge).default([]),
});
const payment = z.strictObject({ provider: z.string(), reference: z.string(), amount });

/** An order in an event: the members of the graph's `PurchaseInput`. */
const order = z.strictObject({
  orderNumber: z.string(),
  customerExternalRef: z.string().optional(),
  placedAt: z.iso.datetime({ offset: true }).transform((text) => new Date(text)),
  currency,
  department: z.string().optional(),
  exchangeRate: z
    .strictObject({ baseCurrency: currency, rate: decimal, rateId: z.string().optional(), on: z.iso.date() })
    .optional(),
  lines: z.array(line),
  charges: z.array(charge).default([]),
  payments: z.array(payment).default([]),
  paymentsComplete: z.boolean().default(false),
});

export const ORDER_PAID = 'com.redress.shop.order.paid';

/** A structured CloudEvent 1.0; members that it may have beside these do not matter here. */
const shopEvent = z.object({
  specversion: z.literal('1.0'),
  id: z.string().min(1).max(200),
  source: z.string().min(1).max(500),
  type: z.literal(ORDER_PAID),
  data: order,
});

/** An event that can be read, or what stands in the way, as a path. */
export type ReadEvent =
  | { readonly id: string; readonly source: string; readonly content: Outcome<PurchaseContent, PurchaseRefusal> }
  | { readonly id: string | null; readonly malformed: readonly string[] };

/** Reads one event of a batch; its amounts like those of the graph. */
export function readShopEvent(event: unknown): ReadEvent {
  const read = shopEvent.safeParse(event);
  if (read.success) {
    const { id, source, data } = read.data;
    return { id, source, content: readPurchase(data, ['data']) };
  }
  const named = z.object({ id: z.string() }).safeParse(event);
  const path = read.error.issues[0]?.path.map(String) ?? [];
  return { id: named.success ? named.data.id : null, malformed: path };
}
