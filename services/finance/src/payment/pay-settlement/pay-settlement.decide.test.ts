import fc from 'fast-check';
import { money } from '@redress/kernel';
import {
  intendPayment,
  isSettled,
  nextStep,
  type Payment,
  type PaymentNotice,
  type ProviderAnswer,
} from '../model/payment.model';
import { beginCall, isProof, pauseMs, recordCall, recordEvidence, type PaymentStep } from './pay-settlement.decide';

// Found at random, the same in each run.
fc.configureGlobal({ seed: 4_711 });

const amount = money(1250n, 'CNY');
const paid: ProviderAnswer = { kind: 'PAID', providerReference: 'pay_1', amount };
const declined: ProviderAnswer = { kind: 'DECLINED', reason: 'ACCOUNT_CLOSED' };
const noAnswer: ProviderAnswer = { kind: 'UNKNOWN', reason: 'TIMED_OUT' };
const absent: ProviderAnswer = { kind: 'ABSENT' };

const aPayment = (): Payment =>
  intendPayment({ id: 'p', settlementId: 's', provider: 'simulator', reference: 'S1', beneficiary: 'c', amount });

describe('pay settlement', () => {
  it('uses the settlement as the key, so that no settlement can be paid under two keys', () => {
    expect(aPayment()).toMatchObject({ idempotencyKey: 's', state: 'PENDING', attempts: 0 });
  });

  it('never intends to pay nothing', () => {
    expect(() => intendPayment({ ...aPayment(), amount: money(0n, 'CNY') })).toThrow(RangeError);
  });

  describe('when the provider pays at once', () => {
    it('tells of the start, of the attempt and of the success', () => {
      const begun = beginCall(aPayment());
      expect(begun).toMatchObject({ payment: { state: 'SENT', attempts: 1 }, notices: [{ type: 'PaymentStarted' }] });
      const step = recordCall(begun.payment, paid);
      expect(step.payment).toMatchObject({ state: 'SUCCEEDED', providerReference: 'pay_1' });
      expect(step.notices).toEqual([
        { type: 'PaymentAttempted', attempt: 1, result: 'SUCCEEDED' },
        { type: 'PaymentSucceeded', providerReference: 'pay_1' },
      ]);
    });
  });

  describe('when the provider declines', () => {
    it('is over for good', () => {
      const step = recordCall(beginCall(aPayment()).payment, declined);
      expect(step.payment).toMatchObject({ state: 'DECLINED', reason: 'ACCOUNT_CLOSED' });
      expect(nextStep(step.payment)).toBe('none');
    });
  });

  describe('when no answer comes', () => {
    const unknown = recordCall(beginCall(aPayment()).payment, noAnswer).payment;

    it('is UNKNOWN, and asks before it may call again', () => {
      expect(unknown).toMatchObject({ state: 'UNKNOWN', reason: 'TIMED_OUT', misses: 1 });
      expect(nextStep(unknown)).toBe('query');
    });

    it('stays UNKNOWN however long no evidence comes', () => {
      let payment = unknown;
      for (let times = 0; times < 100; times += 1) payment = recordEvidence(payment, noAnswer).payment;
      expect(payment.state).toBe('UNKNOWN');
      expect(pauseMs(payment, 500)).toBe(300_000);
    });

    it('ends by the evidence that it was paid', () => {
      expect(recordEvidence(unknown, paid)).toMatchObject({
        payment: { state: 'SUCCEEDED' },
        notices: [{ type: 'PaymentSucceeded' }],
      });
    });

    it('calls again, under the same key, when the provider does not know it', () => {
      const again = recordEvidence(unknown, absent).payment;
      expect(nextStep(again)).toBe('call');
      expect(beginCall(again)).toMatchObject({ payment: { attempts: 2, idempotencyKey: 's' }, notices: [] });
    });

    it('does not take money in another amount for its own', () => {
      const other: ProviderAnswer = { kind: 'PAID', providerReference: 'pay_2', amount: money(1251n, 'CNY') };
      expect(recordEvidence(unknown, other).payment).toMatchObject({
        state: 'UNKNOWN',
        reason: 'PROVIDER_PAID_ANOTHER_AMOUNT',
      });
    });
  });

  describe('when the process died during the call', () => {
    it('counts the attempt as unanswered and then follows the evidence', () => {
      const step = recordEvidence(beginCall(aPayment()).payment, paid);
      expect(step.notices.map((notice) => notice.type)).toEqual(['PaymentAttempted', 'PaymentSucceeded']);
      expect(step.notices[0]).toMatchObject({ result: 'UNKNOWN' });
    });
  });

  describe('when the answer to an earlier call comes late', () => {
    it('is taken as proof while the next call waits', () => {
      const waiting = recordEvidence(recordCall(beginCall(aPayment()).payment, noAnswer).payment, absent).payment;
      expect(recordCall(waiting, paid).payment.state).toBe('SUCCEEDED');
      expect(recordCall(waiting, noAnswer)).toEqual({ payment: waiting, notices: [] });
    });

    it('changes nothing once the payment is settled', () => {
      const settled = recordCall(beginCall(aPayment()).payment, paid).payment;
      for (const answer of [paid, declined, noAnswer, absent]) {
        expect(recordCall(settled, answer)).toEqual({ payment: settled, notices: [] });
      }
    });
  });

  it('moves money once and says so once, whatever is lost, late, doubled or killed', () => {
    const happening = fc.record({
      reaches: fc.boolean(),
      answers: fc.boolean(),
      dies: fc.constantFrom('no', 'before-call', 'after-call'),
      doubles: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 30 }), fc.boolean(), (happenings, declines) => {
        const provider = anIdempotentProvider(declines);
        const notices: PaymentNotice[] = [];
        let payment = aPayment();
        const take = (step: PaymentStep): void => {
          payment = step.payment;
          notices.push(...step.notices);
        };
        const calm = { reaches: true, answers: true, dies: 'no', doubles: false } as const;
        for (const { reaches, answers, dies, doubles } of [...happenings, calm, calm, calm]) {
          const step = nextStep(payment);
          if (step === 'none') break;
          if (step === 'call') take(beginCall(payment));
          if (dies === 'before-call') continue;
          const said = reaches ? (step === 'call' ? provider.pay(payment) : provider.query(payment)) : noAnswer;
          if (dies === 'after-call') continue;
          const heard = answers ? said : noAnswer;
          take(step === 'call' ? recordCall(payment, heard) : recordEvidence(payment, heard));
          if (doubles && isProof(heard)) take(recordCall(payment, heard));
        }
        expect(isSettled(payment)).toBe(true);
        expect(payment.state).toBe(declines ? 'DECLINED' : 'SUCCEEDED');
        expect(provider.paidTimes()).toBe(declines ? 0 : 1);
        const ends = notices.filter(({ type }) => type === 'PaymentSucceeded' || type === 'PaymentDeclined');
        expect(ends).toHaveLength(1);
        expect(notices.filter(({ type }) => type === 'PaymentStarted')).toHaveLength(1);
        expect(notices.filter(({ type }) => type === 'PaymentAttempted')).toHaveLength(payment.attempts);
      }),
    );
  });
});

function anIdempotentProvider(declines: boolean) {
  const answers = new Map<string, ProviderAnswer>();
  let paidTimes = 0;
  return {
    pay({ idempotencyKey }: Payment): ProviderAnswer {
      const known = answers.get(idempotencyKey);
      if (known !== undefined) return known;
      if (!declines) paidTimes += 1;
      const answer = declines ? declined : paid;
      answers.set(idempotencyKey, answer);
      return answer;
    },
    query: ({ idempotencyKey }: Payment): ProviderAnswer => answers.get(idempotencyKey) ?? absent,
    paidTimes: () => paidTimes,
  };
}
