import { purchaseRegistered } from '@redress/contracts';
import type { Money } from '@redress/kernel';
import type { NewEvent } from '@redress/messaging';
import type { Purchase } from '../model/purchase.model';

/** What other services learn of an order: its lines and charges and what was paid for each, never by whom. */
export function purchasePublication(purchase: Purchase): NewEvent<typeof purchaseRegistered> {
  const { id, orderNumber, registeredAt, lines, charges = [], department } = purchase;
  const allCharges = [
    ...lines.flatMap(({ lineNumber, charges: ofLine = [] }) => ofLine.map((charge) => ({ ...charge, lineNumber }))),
    ...charges,
  ];
  return {
    definition: purchaseRegistered,
    data: {
      purchaseId: id,
      orderNumber,
      registeredAt: registeredAt.toISOString(),
      ...(department === undefined ? {} : { department }),
      lines: lines.map(({ id: lineId, lineNumber, paid, product, department: ofLine }) => ({
        ...{ lineId, lineNumber },
        ...(product === undefined ? {} : { product }),
        ...(ofLine === undefined ? {} : { department: ofLine }),
        paid: amountOf(paid),
      })),
      ...(allCharges.length === 0
        ? {}
        : {
            charges: allCharges.map(({ id: chargeId, rate: _rate, paid, ...charge }) => ({
              ...charge,
              chargeId,
              paid: amountOf(paid),
            })),
          }),
    },
  };
}

function amountOf({ amountMinor, currency }: Money): { amountMinor: string; currency: string } {
  return { amountMinor: amountMinor.toString(), currency };
}
