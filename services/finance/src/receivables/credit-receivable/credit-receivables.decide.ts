import type { Settlement } from '../../settlement/model/settlement.model';
import { openOf, type Receivable } from '../model/receivable.model';

/** What reduces a price: the customer who has not paid it yet is not paid out for it. */
const REDUCING = ['PRICE_REDUCTION', 'ALLOWANCE'] as const;

/** How much of a receivable a settlement takes off. */
export interface Credit {
  readonly receivable: Receivable;
  readonly amountMinor: bigint;
}

/** A settlement without what was credited; its parts are those that are paid out. */
export interface Credited {
  readonly credits: readonly Credit[];
  readonly creditedMinor: bigint;
  readonly rest: Settlement;
}

/** The orders whose receivables the settlement may reduce. */
export function ordersReduced({ parts, customerId }: Settlement): readonly string[] {
  return [
    ...new Set(
      parts.flatMap(({ instrument, payee, subject }) =>
        payee === customerId && subject !== undefined && REDUCING.some((each) => each === instrument)
          ? [subject.orderNumber]
          : [],
      ),
    ),
  ];
}

/** Takes what reduces a price off what is still owed for the order, the earliest due first, and leaves the rest to be paid. */
export function creditReceivables(settlement: Settlement, open: ReadonlyMap<string, readonly Receivable[]>): Credited {
  const left = new Map([...open.values()].flat().map((receivable) => [receivable.id, openOf(receivable)]));
  const credits = new Map<string, Credit>();
  const reduced = new Set(ordersReduced(settlement));
  const parts = settlement.parts.flatMap((part) => {
    const { instrument, payee, subject, amount } = part;
    const concerned = payee === settlement.customerId && REDUCING.some((each) => each === instrument);
    const order = subject?.orderNumber;
    if (!concerned || order === undefined || !reduced.has(order)) return [part];
    let owed = amount.amountMinor;
    for (const receivable of open.get(order) ?? []) {
      const room = receivable.amount.currency === amount.currency ? (left.get(receivable.id) ?? 0n) : 0n;
      const taken = owed < room ? owed : room;
      if (taken === 0n) continue;
      owed -= taken;
      left.set(receivable.id, room - taken);
      const soFar = credits.get(receivable.id)?.amountMinor ?? 0n;
      credits.set(receivable.id, { receivable, amountMinor: soFar + taken });
    }
    return owed === 0n ? [] : [{ ...part, amount: { ...amount, amountMinor: owed } }];
  });
  const all = [...credits.values()];
  const creditedMinor = all.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
  const { amount } = settlement;
  const rest = { ...settlement, parts, amount: { ...amount, amountMinor: amount.amountMinor - creditedMinor } };
  return { credits: all, creditedMinor, rest };
}
