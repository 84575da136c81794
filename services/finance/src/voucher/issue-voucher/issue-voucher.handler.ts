import { newId, type Clock } from '@redress/kernel';
import type { TenantTransaction } from '@redress/persistence';
import type { Payment, ProviderAnswer } from '../../payment/model/payment.model';
import type { TenantCalendar } from '../../tenant-calendar/model/tenant-calendar.repository';
import { monthsAfter, type Voucher } from '../model/voucher.model';
import type { VoucherRepository } from '../model/voucher.repository';

export interface IssueDependencies {
  readonly vouchers: VoucherRepository;
  readonly calendar: TenantCalendar;
  readonly clock: Clock;
  readonly validMonths: number;
}

/**
 * Issues the voucher that fulfils a payment, in the payment's own transaction; its key is that of the payment, so that
 * there can never be a second one. The code is made only when somebody asks for it.
 */
export async function issueVoucher(
  tx: TenantTransaction,
  { idempotencyKey: issuedFor, settlementId, beneficiary: payee, amount }: Payment,
  { vouchers, calendar, clock, validMonths }: IssueDependencies,
): Promise<ProviderAnswer> {
  const issuedAt = clock.now();
  const today = await calendar.dayOf(tx, issuedAt);
  const voucher: Voucher = {
    ...{ id: newId(), issuedFor, settlementId, payee, amount, remaining: amount, issuedAt },
    ...{ expiresOn: monthsAfter(today, validMonths), redemptions: 0, version: 1 },
  };
  await vouchers.add(tx, voucher);
  return { kind: 'PAID', providerReference: voucher.id, amount };
}
