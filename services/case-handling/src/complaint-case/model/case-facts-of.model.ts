import type { KnownFacts } from '@redress/regulations';
import type { ComplaintCase } from './case.model';

const DAY = 86_400_000;

/** What conditions of regulations may look at, as far as it is known of the case at the moment. */
export function factsOfCase(current: ComplaintCase, now: Date): KnownFacts {
  const { matter, resolution } = current;
  const amounts = (resolution?.remedies ?? []).flatMap(({ amount }) => amount ?? []);
  return {
    item: {
      type: matter.itemType,
      kind: matter.itemKind,
      channel: current.channel,
      channelClass: matter.channelClass,
      written: matter.written,
      category: current.categoryCode,
      region: current.region,
      product: current.product,
    },
    complainant: { kind: matter.complainantKind, persons: matter.persons },
    case: {
      level: current.level,
      validity: current.validity,
      open: current.state !== 'CLOSED',
      round: current.round,
      daysSinceReceipt: Math.max(0, Math.floor((now.getTime() - current.receivedAt.getTime()) / DAY)),
      departments: current.departments.length,
      overdue: isOverdue(current, now),
      raised: matter.raised,
    },
    history: { sameWithinMonth: matter.sameWithinMonth, repeat: matter.repeat },
    classification: { ...matter.classification, category: current.categoryCode },
    decision: {
      amountMinor: Number(amounts.reduce((sum, { amountMinor }) => sum + amountMinor, 0n)),
      currency: amounts[0]?.currency,
      remedies: (resolution?.remedies ?? []).map(({ kind }) => kind),
    },
    assessment: matter.assessment,
    card: matter.card,
  };
}

/** Whether the case is open and a stage is late. */
export function isOverdue({ state, clocks }: ComplaintCase, now: Date): boolean {
  return state !== 'CLOSED' && clocks.some((clock) => clock.state === 'RUNNING' && clock.due.dueAt < now);
}
