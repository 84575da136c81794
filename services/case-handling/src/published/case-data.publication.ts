import type { StartedClock } from '../complaint-case/model/case.events';
import type { Money } from '@redress/kernel';
import type { Remedy } from '../complaint-case/model/case.model';
import { present } from '../complaint-case/model/present-members.model';

/** A clock in an event. */
export function clockData({ clockId, stage, startedAt, due }: StartedClock) {
  return { clockId, stage, startedAt: startedAt.toISOString(), dueAt: due.dueAt.toISOString() };
}

/** A remedy in an event, without the handler's note. */
export function remedyData({ id, kind, orderLine, amount }: Remedy) {
  return {
    remedyId: id,
    kind,
    ...present({ orderLine, amount: amount === undefined ? undefined : moneyData(amount) }),
  };
}

function moneyData({ amountMinor, currency }: Money) {
  return { amountMinor: amountMinor.toString(), currency };
}
