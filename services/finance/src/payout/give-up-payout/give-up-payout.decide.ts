import { accept, refuse, type Outcome } from '@redress/kernel';
import type { Payment } from '../../payment/model/payment.model';
import { advance, allows, type Settlement, type SettlementChange } from '../../settlement/model/settlement.model';
import { wasChangedSince } from '../../settlement/model/settlement.rules';
import type { PayoutRefusal } from '../model/payout.errors';
import { mayHaveMoved, withdrawn } from '../redirect-payout/redirect-payout.decide';

/** The settlement that failed, and its payments of which none is made any more. */
export interface GivenUp extends SettlementChange {
  readonly payments: readonly Payment[];
}

/** Who gives up, why, and what was seen. */
export interface GivingUp {
  readonly by: string;
  readonly reason: string;
  readonly now: Date;
  readonly expectedVersion: number;
  /** Ids of payments that a file for the bank has. */
  readonly inBatch: ReadonlySet<string>;
}

/** What others are told when no payment was declined. */
const NOBODY_ASKED = 'FINANCE_PAYOUT_GIVEN_UP';

/**
 * Gives up what is owed, so that the case can promise it anew. Only where it is certain that nothing moved and nothing
 * will: each payment was declined, or nobody was ever asked to make it.
 */
export function giveUpPayout(
  settlement: Settlement,
  standing: readonly Payment[],
  { by, reason, now, expectedVersion, inBatch }: GivingUp,
): Outcome<GivenUp, PayoutRefusal> {
  const { number, state } = settlement;
  const path = ['input', 'settlementId'];
  const facts = { number, state };
  const details = { currentState: state };
  if (!allows(settlement, 'fail')) {
    return refuse({ code: 'FINANCE_PAYOUT_NOTHING_TO_GIVE_UP', path, facts, details });
  }
  const changed = wasChangedSince(settlement, expectedVersion);
  if (changed !== undefined) return refuse({ ...changed, code: 'VERSION_CONFLICT' });
  if (standing.some((payment) => payment.state === 'SUCCEEDED' || payment.means === 'RECEIVABLE')) {
    return refuse({ code: 'FINANCE_PAYOUT_PARTLY_PAID', path, facts, details });
  }
  const uncertain = standing.find(mayHaveMoved);
  if (uncertain !== undefined) {
    return refuse({ code: 'FINANCE_PAYOUT_OUTCOME_UNKNOWN', path, details: { currentState: uncertain.state } });
  }
  if (standing.some((payment) => payment.state === 'PENDING' && inBatch.has(payment.id))) {
    return refuse({ code: 'FINANCE_PAYOUT_IN_BATCH', path });
  }
  const declined = standing.find((payment) => payment.state === 'DECLINED')?.reason ?? NOBODY_ASKED;
  const failed = advance(settlement, 'fail', [{ type: 'SettlementFailed', at: now, by, reason: declined }], { reason });
  return accept({ ...failed, payments: standing.map((payment) => withdrawn(payment, 'GIVEN_UP')) });
}
