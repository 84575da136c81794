import type { PaymentNotice } from '../../payment/model/payment.model';
import type { PaymentState } from '../../payment/model/payment.transitions';
import { aSettlement } from '../model/settlement.builder';
import { followPayment } from './follow-payment.decide';

const now = new Date('2026-11-02T09:00:00.000Z');
const after = (notice: PaymentNotice, others: readonly PaymentState[]) =>
  followPayment(aSettlement({ state: 'PAYING' }), [notice], others, now);
const declined: PaymentNotice = { type: 'PaymentDeclined', reason: 'ACCOUNT_CLOSED' };
const succeeded: PaymentNotice = { type: 'PaymentSucceeded', providerReference: 'pay_1' };

describe('a settlement with several payments', () => {
  it.each<PaymentState>(['PENDING', 'SENT', 'UNKNOWN', 'SUCCEEDED'])(
    'lesson 28: takes nothing back when one is declined while another is %s',
    (other) => {
      const { settlement, events, paid } = after(declined, ['DECLINED', other]);
      expect(settlement.state).toBe('PAYING');
      expect([events, paid]).toEqual([[], undefined]);
    },
  );

  it.each([[['DECLINED' as const]], [[]]])('is owed still when every one of them was declined: %j', (others) => {
    const { settlement, events } = after(declined, others);
    expect([settlement.state, events]).toEqual(['PAYING', []]);
  });

  it.each<PaymentState>(['PENDING', 'SENT', 'UNKNOWN', 'DECLINED'])(
    'books one that succeeded and waits while another is %s',
    (other) => {
      expect(after(succeeded, [other])).toMatchObject({
        settlement: { state: 'PAYING' },
        events: [],
        paid: true,
      });
    },
  );

  it('is complete with the last of them', () => {
    expect(after(succeeded, ['SUCCEEDED'])).toMatchObject({ settlement: { state: 'COMPLETED' } });
  });
});
