import { money } from '@redress/kernel';
import { intendPayment, type Payment } from '../../payment/model/payment.model';
import { aSettlement } from '../../settlement/model/settlement.builder';
import { SETTLEMENT_STATES } from '../../settlement/model/settlement.transitions';
import { giveUpPayout, type GivingUp } from './give-up-payout.decide';

const SETTLEMENT = '018f0000-0000-7000-8000-000000000001';
const now = new Date('2026-11-20T08:00:00.000Z');
const aPayment = (changes: Partial<Payment> = {}): Payment => ({
  ...intendPayment({
    ...{ id: 'p', settlementId: SETTLEMENT, provider: 'simulator', reference: 'S1', beneficiary: 'c' },
    amount: money(1250n, 'CNY'),
  }),
  ...changes,
});
const settlement = aSettlement({ state: 'PAYING', version: 4 });
const seen: GivingUp = { by: 'finance-1', reason: 'moved', now, expectedVersion: 4, inBatch: new Set() };
const codeOf = (standing: readonly Payment[], changes: Partial<GivingUp> = {}, from = settlement) => {
  const outcome = giveUpPayout(from, standing, { ...seen, ...changes });
  return outcome.ok ? 'ACCEPTED' : outcome.refusals[0]?.code;
};
const declined = aPayment({ state: 'DECLINED', reason: 'ACCOUNT_CLOSED', attempts: 1 });

describe('giving up a payment', () => {
  it.each(SETTLEMENT_STATES)('is possible or not when the settlement is %s', (state) => {
    const possible = state === 'APPROVED' || state === 'PAYING';
    const expected = possible ? 'ACCEPTED' : 'FINANCE_PAYOUT_NOTHING_TO_GIVE_UP';
    expect(codeOf([declined], {}, { ...settlement, state })).toBe(expected);
  });

  it.each([
    [aPayment(), 'ACCEPTED'],
    [aPayment({ attempts: 1 }), 'FINANCE_PAYOUT_OUTCOME_UNKNOWN'],
    [aPayment({ state: 'SENT', attempts: 1 }), 'FINANCE_PAYOUT_OUTCOME_UNKNOWN'],
    [aPayment({ state: 'UNKNOWN', attempts: 1 }), 'FINANCE_PAYOUT_OUTCOME_UNKNOWN'],
    [aPayment({ state: 'SUCCEEDED' }), 'FINANCE_PAYOUT_PARTLY_PAID'],
    [aPayment({ means: 'RECEIVABLE' }), 'FINANCE_PAYOUT_PARTLY_PAID'],
    [aPayment({ id: 'b', means: 'BANK_TRANSFER' }), 'FINANCE_PAYOUT_IN_BATCH'],
  ])('beside one that was declined, with %j', (other, code) => {
    expect(codeOf([declined, other], { inBatch: new Set(['b']) })).toBe(code);
  });

  it('is refused for another version than the one that was seen', () => {
    expect(codeOf([declined], { expectedVersion: 3 })).toBe('VERSION_CONFLICT');
  });

  it('keeps in words of the person why, and tells others the code of the provider', () => {
    const outcome = giveUpPayout(settlement, [declined, aPayment({ sequence: 2 })], seen);
    expect(outcome).toMatchObject({
      value: {
        settlement: { state: 'FAILED', reason: 'moved', version: 5 },
        events: [{ type: 'SettlementFailed', by: 'finance-1', reason: 'ACCOUNT_CLOSED' }],
        payments: [{ reason: 'ACCOUNT_CLOSED' }, { state: 'DECLINED', reason: 'GIVEN_UP' }],
      },
    });
    expect(giveUpPayout(settlement, [aPayment()], seen)).toMatchObject({
      value: { events: [{ reason: 'FINANCE_PAYOUT_GIVEN_UP' }] },
    });
  });
});
