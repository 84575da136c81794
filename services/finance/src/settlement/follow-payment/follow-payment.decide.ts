import type { PaymentNotice } from '../../payment/model/payment.model';
import { advance, type Settlement, type SettlementChange } from '../model/settlement.model';

/** What the books must do when a payment has moved on. */
export type Consequence = 'book-payment' | 'reverse-approval';

export interface FollowedPayment extends SettlementChange {
  readonly consequence?: Consequence;
}

/** Moves the settlement along with its payment: paying, paid and booked, or declined and taken back. */
export function followPayment(settlement: Settlement, notices: readonly PaymentNotice[], now: Date): FollowedPayment {
  return notices.reduce<FollowedPayment>(
    (soFar, notice) => {
      const next = follow(soFar.settlement, notice, now);
      return { ...soFar, ...next, events: [...soFar.events, ...next.events] };
    },
    { settlement, events: [] },
  );
}

function follow(settlement: Settlement, notice: PaymentNotice, now: Date): FollowedPayment {
  switch (notice.type) {
    case 'PaymentStarted':
      return advance(settlement, 'pay', []);
    case 'PaymentAttempted': {
      const { attempt, result } = notice;
      return {
        settlement: { ...settlement, version: settlement.version + 1 },
        events: [{ type: 'PaymentAttempted', at: now, attempt, result }],
      };
    }
    case 'PaymentSucceeded': {
      const { providerReference } = notice;
      const paid = advance(settlement, 'complete', [{ type: 'SettlementCompleted', at: now, providerReference }], {
        completedAt: now,
      });
      return { ...paid, consequence: 'book-payment' };
    }
    case 'PaymentDeclined': {
      const { reason } = notice;
      const failed = advance(settlement, 'fail', [{ type: 'SettlementFailed', at: now, reason }], { reason });
      return { ...failed, consequence: 'reverse-approval' };
    }
  }
}
