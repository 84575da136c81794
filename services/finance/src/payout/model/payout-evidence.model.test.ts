import { money } from '@redress/kernel';
import { intendPayment } from '../../payment/model/payment.model';
import { PAYMENT_STATES } from '../../payment/model/payment.transitions';
import { contradicts, PAYOUT_OUTCOMES, type PayoutEvidence } from './payout-evidence.model';

const payment = intendPayment({
  ...{ id: 'p', settlementId: 's', provider: 'simulator', reference: 'S1', beneficiary: 'c' },
  amount: money(1250n, 'CNY'),
});
const evidence: PayoutEvidence = {
  ...{ id: 'e', paymentId: 'p', outcome: 'PAID', happenedOn: '2026-11-20', reference: 'r', proof: 'note' },
  ...{ state: 'RECORDED', recordedBy: 'li', recordedAt: new Date('2026-11-20T08:00:00.000Z'), version: 1 },
};

describe('what was recorded about a payment', () => {
  it.each(PAYMENT_STATES.flatMap((state) => PAYOUT_OUTCOMES.map((outcome) => [state, outcome] as const)))(
    'of one that is %s now, that it was %s, contradicts only how it ended',
    (state, outcome) => {
      const ended = [
        ['SUCCEEDED', 'REFUSED'],
        ['DECLINED', 'PAID'],
      ];
      const expected = ended.some(([one, other]) => one === state && other === outcome);
      expect(contradicts({ ...evidence, outcome }, { ...payment, state })).toBe(expected);
    },
  );
});
