import type { StartedClock } from '../complaint-case/model/case.events';
import type { OrderLine, Remedy } from '../complaint-case/model/case.model';

/** A member that is there only when it has a value. */
export function optional<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): { readonly [Name in Key]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [Name in Key]: Value });
}

/** A clock in an event. */
export function clockData({ clockId, stage, startedAt, due }: StartedClock) {
  return { clockId, stage, startedAt: startedAt.toISOString(), dueAt: due.dueAt.toISOString() };
}

/** A remedy in an event, without the handler's note. */
export function remedyData({ id, kind, orderLine, amount }: Remedy) {
  return {
    remedyId: id,
    kind,
    ...optional<'orderLine', OrderLine>('orderLine', orderLine),
    ...(amount === undefined
      ? {}
      : { amount: { amountMinor: amount.amountMinor.toString(), currency: amount.currency } }),
  };
}
