import { money } from '@redress/kernel';
import { intendPayment, type Payment } from '../../payment/model/payment.model';
import { ownRoute } from '../../payment/model/payout-means.model';
import { PAYMENT_STATES } from '../../payment/model/payment.transitions';
import { redirectPayout, type RedirectionFacts } from './redirect-payout.decide';

const SETTLEMENT = '018f0000-0000-7000-8000-000000000001';
const aPayment = (changes: Partial<Payment> = {}): Payment => ({
  ...intendPayment({
    ...{ id: 'p', settlementId: SETTLEMENT, sequence: 2, provider: 'simulator', reference: 'S1', beneficiary: 'c' },
    ...{ amount: money(1250n, 'CNY'), originalPaymentId: 'o', originalReference: 'ch_1' },
  }),
  ...changes,
});
const facts: RedirectionFacts = { settlementState: 'PAYING', inBatch: false, id: 'q', sequence: 3 };
const codeOf = (payment: Payment, changes: Partial<RedirectionFacts> = {}) => {
  const outcome = redirectPayout(payment, ownRoute('BANK_TRANSFER'), { ...facts, ...changes });
  return outcome.ok ? 'ACCEPTED' : outcome.refusals[0]?.code;
};

describe('paying in another way', () => {
  it.each(PAYMENT_STATES)('is possible or not when the payment is %s (OwnPay 222)', (state) => {
    const expected = {
      PENDING: 'ACCEPTED',
      SENT: 'FINANCE_PAYOUT_OUTCOME_UNKNOWN',
      UNKNOWN: 'FINANCE_PAYOUT_OUTCOME_UNKNOWN',
      SUCCEEDED: 'FINANCE_PAYOUT_NOT_REDIRECTABLE',
      DECLINED: 'ACCEPTED',
    };
    expect(codeOf(aPayment({ state }))).toBe(expected[state]);
  });

  it('is not possible once the provider was called, even when it knows of nothing', () => {
    expect(codeOf(aPayment({ attempts: 1 }))).toBe('FINANCE_PAYOUT_OUTCOME_UNKNOWN');
    expect(codeOf(aPayment({ attempts: 1, means: 'MANUAL' }))).toBe('ACCEPTED');
  });

  it('is not possible twice, when nothing is owed, or while a draft for the bank has it', () => {
    expect(codeOf(aPayment({ state: 'DECLINED', redirectedTo: 3 }))).toBe('FINANCE_PAYOUT_NOT_REDIRECTABLE');
    expect(codeOf(aPayment({ state: 'DECLINED' }), { settlementState: 'FAILED' })).toBe(
      'FINANCE_PAYOUT_NOT_REDIRECTABLE',
    );
    expect(codeOf(aPayment(), { inBatch: true })).toBe('FINANCE_PAYOUT_IN_BATCH');
  });

  it('is the same amount to the same payee under a key of its own, and no longer a refund of the original payment', () => {
    const outcome = redirectPayout(aPayment({ state: 'DECLINED', reason: 'X' }), ownRoute('BANK_TRANSFER'), facts);
    const { old, replacement } = outcome.ok ? outcome.value : {};
    expect(old).toMatchObject({ state: 'DECLINED', reason: 'X', redirectedTo: 3 });
    expect(replacement).toMatchObject({
      ...{ id: 'q', sequence: 3, redirects: 2, amount: money(1250n, 'CNY'), beneficiary: 'c', state: 'PENDING' },
      ...{ means: 'BANK_TRANSFER', provider: 'bank-transfer', idempotencyKey: `${SETTLEMENT}:3` },
      endToEndId: '018F0000000070008000000000000001003',
    });
    expect(replacement).not.toHaveProperty('originalPaymentId');
  });
});
