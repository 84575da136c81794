import { complaintRegistered, type EventData } from '@redress/contracts';
import { onEvent, type EventHandlers } from '@redress/messaging';
import { present } from '../model/present-members.model';
import { openCase, type OpenCaseDependencies } from './open-case.handler';

/** Every registered complaint gets a case. */
export function onComplaintRegistered(dependencies: OpenCaseDependencies): EventHandlers {
  return onEvent(complaintRegistered, ({ data }, tx) => openCase(dependencies, tx, complaintOf(data), data.regulation));
}

function complaintOf(data: EventData<typeof complaintRegistered>) {
  const { complaintId, number, customerId, channel, categoryId, categoryCode, history } = data;
  return {
    complaintId,
    number,
    customerId,
    channel,
    categoryId,
    categoryCode,
    receivedAt: new Date(data.receivedAt),
    registeredAt: new Date(data.registeredAt),
    ...present({
      product: data.product,
      region: data.region,
      orderLine: data.orderLine,
      matter: data.matter,
      settledOnTheSpotBy: data.settledOnTheSpot === true ? data.registeredBy : undefined,
      history: history === undefined ? undefined : historyOf(history),
    }),
  };
}

function historyOf(history: NonNullable<EventData<typeof complaintRegistered>['history']>) {
  const { firstReplyAt, closedAt, ...source } = history;
  return {
    ...present(source),
    ...(firstReplyAt === undefined ? {} : { firstReplyAt: new Date(firstReplyAt) }),
    ...(closedAt === undefined ? {} : { closedAt: new Date(closedAt) }),
  };
}
