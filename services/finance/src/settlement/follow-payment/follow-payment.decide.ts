import type { PaymentNotice } from '../../payment/model/payment.model';
import type { PaymentState } from '../../payment/model/payment.transitions';
import { advance, type Settlement, type SettlementChange } from '../model/settlement.model';

/** What the books must do when a payment has moved on. */
export type Consequence = 'book-payment' | 'reverse-approval';

export interface FollowedPayment extends SettlementChange {
  readonly consequence?: Consequence;
}

/**
 * Moves the settlement along with one of its payments: paying; paid in full once every payment succeeded; failed when
 * none did. With some paid and one declined it stays as it is, because what is owed has to be paid in another way.
 */
export function followPayment(
  settlement: Settlement,
  notices: readonly PaymentNotice[],
  others: readonly PaymentState[],
  now: Date,
): FollowedPayment {
  return notices.reduce<FollowedPayment>(
    (soFar, notice) => {
      const next = follow(soFar.settlement, notice, others, now);
      return { ...soFar, ...next, events: [...soFar.events, ...next.events] };
    },
    { settlement, events: [] },
  );
}

function follow(
  settlement: Settlement,
  notice: PaymentNotice,
  others: readonly PaymentState[],
  now: Date,
): FollowedPayment {
  const unchanged = { settlement, events: [] };
  switch (notice.type) {
    case 'PaymentStarted':
      return settlement.state === 'PAYING' ? unchanged : advance(settlement, 'pay', []);
    case 'PaymentAttempted': {
      const { attempt, result } = notice;
      return {
        settlement: { ...settlement, version: settlement.version + 1 },
        events: [{ type: 'PaymentAttempted', at: now, attempt, result }],
      };
    }
    case 'PaymentSucceeded': {
      const { providerReference } = notice;
      if (others.some((state) => state !== 'SUCCEEDED')) return { ...unchanged, consequence: 'book-payment' };
      const paid = advance(settlement, 'complete', [{ type: 'SettlementCompleted', at: now, providerReference }], {
        completedAt: now,
      });
      return { ...paid, consequence: 'book-payment' };
    }
    case 'PaymentDeclined': {
      if (others.some((state) => state !== 'DECLINED')) return unchanged;
      const { reason } = notice;
      const failed = advance(settlement, 'fail', [{ type: 'SettlementFailed', at: now, reason }], { reason });
      return { ...failed, consequence: 'reverse-approval' };
    }
  }
}
