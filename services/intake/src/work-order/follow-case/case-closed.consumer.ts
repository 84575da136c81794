import { caseClosed } from '@redress/contracts';
import { onEvent, type EventHandlers } from '@redress/messaging';
import { take, type WorkOrderPorts } from '../advance-work-order/advance-work-order.handler';

/** Closing the case answers the work orders that are about it. */
export function workOrdersAnsweredConsumer({ workOrders }: Pick<WorkOrderPorts, 'workOrders'>): EventHandlers {
  return onEvent(caseClosed, async ({ data }, tx) => {
    const note = data.outcome;
    const around = { by: data.by, now: new Date(data.closedAt), workOrders, told: true };
    for (const order of await workOrders.lockOpen(tx, data.complaintId)) {
      take(tx, order, { act: 'ANSWER', note }, around);
    }
  });
}
