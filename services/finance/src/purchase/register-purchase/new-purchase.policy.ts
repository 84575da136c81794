import { createHash } from 'node:crypto';
import { canonicalJson, newId } from '@redress/kernel';
import type { Purchase } from '../model/purchase.model';
import type { NewPurchase } from '../model/purchase.repository';
import type { ChargeContent, PurchaseContent } from './register-purchase.command';

/** By which the same order is told from other content under its number. */
export function contentHashOf(content: PurchaseContent): Buffer {
  return createHash('sha256').update(canonicalJson(content)).digest();
}

/** An order with its ids: of a line before those of its charges, so that locks follow the order of the document. */
export function newPurchase(content: PurchaseContent, registeredAt: Date, registeredBy: string): NewPurchase {
  const withId = (charges: readonly ChargeContent[] | undefined) =>
    charges === undefined ? {} : { charges: charges.map((charge) => ({ ...charge, id: newId() })) };
  const { lines, charges, payments, ...head } = content;
  const purchase: Purchase = {
    ...head,
    id: newId(),
    lines: lines.map(({ charges: ofLine, ...line }) => ({ ...line, id: newId(), ...withId(ofLine) })),
    ...withId(charges),
    payments: payments.map((payment) => ({ ...payment, id: newId() })),
    registeredAt,
    registeredBy,
  };
  return { purchase, contentHash: contentHashOf(content) };
}
