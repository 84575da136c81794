import type { PaymentNotice } from '../../payment/model/payment.model';
import type { PaymentState } from '../../payment/model/payment.transitions';
import { advance, type Settlement, type SettlementChange } from '../model/settlement.model';

export interface FollowedPayment extends SettlementChange {
  /** Whether the books must show that this payment was made. */
  readonly paid?: boolean;
}

/**
 * Moves the settlement along with one of its payments: paying; paid in full once every payment succeeded. When one was
 * declined it stays as it is, because what is owed has to be paid in another way, or to be given up by a person.
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
      if (others.some((state) => state !== 'SUCCEEDED')) return { ...unchanged, paid: true };
      const paid = advance(settlement, 'complete', [{ type: 'SettlementCompleted', at: now, providerReference }], {
        completedAt: now,
      });
      return { ...paid, paid: true };
    }
    case 'PaymentDeclined':
      return unchanged;
  }
}
