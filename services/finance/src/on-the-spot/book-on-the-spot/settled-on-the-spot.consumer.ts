import { complaintSettledOnTheSpot } from '@redress/contracts';
import { money } from '@redress/kernel';
import { onEvent, type EventHandlers } from '@redress/messaging';
import { bookOnTheSpot, type OnTheSpotDependencies } from './book-on-the-spot.handler';

/** The front line settled a complaint and handed money over: finance books it (IN-13). */
export function onSettledOnTheSpot(dependencies: OnTheSpotDependencies): EventHandlers {
  return onEvent(complaintSettledOnTheSpot, async ({ data }, tx) => {
    const { settlementId: id, complaintId, customerId, remedy: instrument, amount, orderLine, by, at } = data;
    if (amount === undefined || BigInt(amount.amountMinor) <= 0n) return;
    const told = {
      ...{ id, complaintId, customerId, instrument },
      amount: money(BigInt(amount.amountMinor), amount.currency),
      ...(orderLine === undefined ? {} : { orderLine }),
      paidBy: by,
      paidAt: new Date(at),
    };
    await bookOnTheSpot(tx, told, dependencies);
  });
}
