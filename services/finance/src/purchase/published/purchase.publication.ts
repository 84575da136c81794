import { purchaseRegistered } from '@redress/contracts';
import type { NewEvent } from '@redress/messaging';
import type { Purchase } from '../model/purchase.model';

/** What other services learn of an order: its lines and what was paid for each, never by whom. */
export function purchasePublication({
  id,
  orderNumber,
  registeredAt,
  lines,
}: Purchase): NewEvent<typeof purchaseRegistered> {
  return {
    definition: purchaseRegistered,
    data: {
      purchaseId: id,
      orderNumber,
      registeredAt: registeredAt.toISOString(),
      lines: lines.map(({ id: lineId, lineNumber, paid }) => ({
        lineId,
        lineNumber,
        paid: { amountMinor: paid.amountMinor.toString(), currency: paid.currency },
      })),
    },
  };
}
