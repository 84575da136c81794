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
      const { settlement, events, consequence } = after(declined, ['DECLINED', other]);
      expect(settlement.state).toBe('PAYING');
      expect([events, consequence]).toEqual([[], undefined]);
    },
  );

  it('takes the approval back when every one of them was declined', () => {
    expect(after(declined, ['DECLINED'])).toMatchObject({
      settlement: { state: 'FAILED', reason: 'ACCOUNT_CLOSED' },
      consequence: 'reverse-approval',
    });
  });

  it.each<PaymentState>(['PENDING', 'SENT', 'UNKNOWN', 'DECLINED'])(
    'books one that succeeded and waits while another is %s',
    (other) => {
      expect(after(succeeded, [other])).toMatchObject({
        settlement: { state: 'PAYING' },
        events: [],
        consequence: 'book-payment',
      });
    },
  );

  it('is complete with the last of them', () => {
    expect(after(succeeded, ['SUCCEEDED'])).toMatchObject({ settlement: { state: 'COMPLETED' } });
  });
});
