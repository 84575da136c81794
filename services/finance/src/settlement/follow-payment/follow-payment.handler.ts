import type { Clock } from '@redress/kernel';
import type { TenantTransaction } from '@redress/persistence';
import type { CeilingRepository } from '../../ceiling/model/ceiling.repository';
import { bookPayment, type PaymentBooks } from '../../ledger/book-payment/book-payment.handler';
import type { Posting } from '../../ledger/model/journal.model';
import type { Payment, PaymentNotice } from '../../payment/model/payment.model';
import type { PaymentRepository } from '../../payment/model/payment.repository';
import { useReservationUp } from '../model/reservation.policy';
import type { SettlementRepository } from '../model/settlement.repository';
import { followPayment as decide } from './follow-payment.decide';

export interface FollowDependencies extends PaymentBooks {
  readonly settlements: SettlementRepository;
  readonly payments: Pick<PaymentRepository, 'standingsOf'>;
  readonly ceilings: CeilingRepository;
  readonly clock: Clock;
}

/** Moves the settlement, its ceiling and the books along with the payment, in the payment's own transaction. */
export async function followPayment(
  tx: TenantTransaction,
  payment: Payment,
  notices: readonly PaymentNotice[],
  { settlements, payments, ceilings, clock, ...books }: FollowDependencies,
): Promise<void> {
  if (notices.length === 0) return;
  const { settlementId, sequence, amount } = payment;
  const settlement = await settlements.lock(tx, settlementId);
  if (settlement === undefined) throw new Error(`there is no settlement ${settlementId} for its payment`);
  const now = clock.now();
  const standings = await payments.standingsOf(tx, settlementId);
  const others = standings.filter((each) => each.sequence !== sequence).map(({ state }) => state);
  const followed = decide(settlement, notices, others, now);
  await settlements.save(tx, followed);
  if (followed.paid !== true) return;
  const made = { settlementId, sequence, amount, paidFrom: paidFrom(payment), bookedAt: now };
  await bookPayment(tx, made, books);
  // The ceiling comes last, because everything else that is given for its line waits for its lock.
  if (followed.settlement.state === 'COMPLETED') await useReservationUp(tx, settlement, ceilings);
}

/** A voucher is a debt of another kind; everything else has left by a clearing account until a statement shows it. */
function paidFrom({ means, provider }: Payment): Pick<Posting, 'account' | 'subaccount'> {
  if (means === 'STORE_CREDIT') return { account: 'VOUCHERS_OUTSTANDING' };
  return { account: 'PROVIDER_CLEARING', subaccount: provider };
}
