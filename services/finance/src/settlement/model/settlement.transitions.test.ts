import fc from 'fast-check';
import { approveSettlement } from '../approve-settlement/approve-settlement.decide';
import { cancelSettlement } from '../cancel-settlement/cancel-settlement.decide';
import { followPayment } from '../follow-payment/follow-payment.decide';
import { rejectSettlement } from '../reject-settlement/reject-settlement.decide';
import { releaseSettlement } from '../release-settlement/release-settlement.decide';
import { aSettlement } from './settlement.builder';
import { advance, type Settlement } from './settlement.model';
import { expenseAccountOf } from './settlement-part.model';
import { settlementStates, SETTLEMENT_STATES } from './settlement.transitions';

// Found at random, the same in each run.
fc.configureGlobal({ seed: 4_711 });

const at = new Date('2026-11-03T08:00:00.000Z');
const approval = (settlement: Settlement, changes: object = {}) =>
  approveSettlement(settlement, { subject: 'finance-1', expectedVersion: settlement.version, now: at, ...changes });
const rejection = (settlement: Settlement, changes: object = {}) =>
  rejectSettlement(settlement, {
    subject: 'finance-1',
    expectedVersion: settlement.version,
    reason: 'no proof of return',
    now: at,
    ...changes,
  });

describe('settlement', () => {
  it('has final states from which nothing leads away', () => {
    expect(SETTLEMENT_STATES.filter((state) => settlementStates.isFinal(state))).toEqual([
      'COMPLETED',
      'REFUSED',
      'REJECTED',
      'CANCELLED',
      'FAILED',
    ]);
  });

  it('throws rather than take a way that does not exist', () => {
    expect(() => advance(aSettlement({ state: 'COMPLETED' }), 'pay', [])).toThrow('cannot pay');
    expect(() => expenseAccountOf('APOLOGY')).toThrow('carries no money');
  });

  it('counts one version for each event, whatever happens to it', () => {
    const act = fc.constantFrom('release', 'cancel', 'approve', 'reject', 'start', 'attempt', 'pay', 'decline');
    fc.assert(
      fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
        let settlement = aSettlement({ state: 'PROPOSED', version: 1 });
        let events = 1;
        for (const name of acts) {
          const change = tryTo(settlement, name);
          if (change === undefined) continue;
          settlement = change.settlement;
          events += change.events.length;
        }
        expect(settlement.version).toBe(events);
      }),
    );
  });
});

function tryTo(settlement: Settlement, act: string) {
  const paying = settlement.state === 'PAYING';
  switch (act) {
    case 'release':
      return releaseSettlement(settlement, { by: 'customer', at });
    case 'cancel':
      return cancelSettlement(settlement, { by: 'x', at, reason: 'FINANCE_CASE_CLOSED' });
    case 'approve':
    case 'reject': {
      const outcome = act === 'approve' ? approval(settlement) : rejection(settlement);
      return outcome.ok ? outcome.value : undefined;
    }
    case 'start':
      return settlement.state === 'APPROVED'
        ? followPayment(settlement, [{ type: 'PaymentStarted' }], [], at)
        : undefined;
    case 'attempt':
      return followPayment(settlement, [{ type: 'PaymentAttempted', attempt: 1, result: 'UNKNOWN' }], [], at);
    case 'pay':
      return paying
        ? followPayment(settlement, [{ type: 'PaymentSucceeded', providerReference: 'p' }], [], at)
        : undefined;
    default:
      return paying ? followPayment(settlement, [{ type: 'PaymentDeclined', reason: 'CLOSED' }], [], at) : undefined;
  }
}

describe('approve settlement', () => {
  it('approves what was released', () => {
    expect(approval(aSettlement())).toMatchObject({
      ok: true,
      value: {
        settlement: { state: 'APPROVED', decidedBy: 'finance-1', decidedAt: at, version: 3 },
        events: [{ type: 'SettlementApproved', by: 'finance-1' }],
      },
    });
  });

  it.each([
    ['PROPOSED', 'FINANCE_SETTLEMENT_AWAITS_CONSENT'],
    ['APPROVED', 'FINANCE_SETTLEMENT_ALREADY_APPROVED'],
    ['PAYING', 'FINANCE_SETTLEMENT_ALREADY_APPROVED'],
    ['COMPLETED', 'FINANCE_SETTLEMENT_ALREADY_PAID'],
    ['REFUSED', 'FINANCE_SETTLEMENT_NOT_OPEN'],
    ['REJECTED', 'FINANCE_SETTLEMENT_NOT_OPEN'],
    ['CANCELLED', 'FINANCE_SETTLEMENT_NOT_OPEN'],
    ['FAILED', 'FINANCE_SETTLEMENT_NOT_OPEN'],
  ] as const)('refuses one that is %s with %s, before it looks at the version', (state, code) => {
    for (const outcome of [approval, rejection].map((decide) =>
      decide(aSettlement({ state }), { expectedVersion: 99 }),
    )) {
      expect(outcome).toMatchObject({ ok: false, refusals: [{ code, details: { currentState: state } }] });
    }
  });

  it('refuses a version that is not the current one', () => {
    expect(approval(aSettlement(), { expectedVersion: 1 })).toMatchObject({
      refusals: [{ code: 'VERSION_CONFLICT', details: { currentVersion: 2 } }],
    });
  });

  it.each(['handler-1', 'supervisor-1'])('refuses %s, who had a part in the resolution', (subject) => {
    expect(approval(aSettlement(), { subject })).toMatchObject({
      refusals: [{ code: 'FINANCE_SEPARATION_OF_DUTIES' }],
    });
    expect(rejection(aSettlement(), { subject })).toMatchObject({
      refusals: [{ code: 'FINANCE_SEPARATION_OF_DUTIES' }],
    });
  });
});

describe('reject settlement', () => {
  it('keeps the reason', () => {
    expect(rejection(aSettlement(), { reason: '  no proof  ' })).toMatchObject({
      value: { settlement: { state: 'REJECTED', reason: 'no proof' } },
    });
  });

  it('refuses without a reason', () => {
    expect(rejection(aSettlement(), { reason: ' ' })).toMatchObject({
      refusals: [{ code: 'FINANCE_REASON_REQUIRED' }],
    });
  });
});

describe('cancel and release settlement', () => {
  it.each(['APPROVED', 'PAYING', 'COMPLETED', 'REFUSED', 'CANCELLED'] as const)(
    'leave one alone that is %s',
    (state) => {
      const settlement = aSettlement({ state });
      expect(cancelSettlement(settlement, { by: 'x', at, reason: 'FINANCE_CASE_CLOSED' })).toBeUndefined();
      expect(releaseSettlement(settlement, { by: 'x', at })).toBeUndefined();
    },
  );
});

describe('follow payment', () => {
  it('books the payment when it succeeded, and owes what was declined', () => {
    const paying = aSettlement({ state: 'PAYING', version: 3 });
    const attempted = (result: 'SUCCEEDED' | 'DECLINED') => ({ type: 'PaymentAttempted', attempt: 1, result }) as const;
    expect(
      followPayment(paying, [attempted('SUCCEEDED'), { type: 'PaymentSucceeded', providerReference: 'pay_1' }], [], at),
    ).toMatchObject({
      settlement: { state: 'COMPLETED', version: 5, completedAt: at },
      events: [{ type: 'PaymentAttempted' }, { type: 'SettlementCompleted', providerReference: 'pay_1' }],
      paid: true,
    });
    expect(
      followPayment(paying, [attempted('DECLINED'), { type: 'PaymentDeclined', reason: 'ACCOUNT_CLOSED' }], [], at),
    ).toEqual({
      settlement: { ...paying, version: 4 },
      events: [{ type: 'PaymentAttempted', at, attempt: 1, result: 'DECLINED' }],
    });
  });

  it('waits with several payments until each succeeded, and takes nothing back once one did', () => {
    const paying = aSettlement({ state: 'PAYING', version: 3 });
    const succeeded = { type: 'PaymentSucceeded', providerReference: 'pay_1' } as const;
    const declined = { type: 'PaymentDeclined', reason: 'ACCOUNT_CLOSED' } as const;
    expect(followPayment(paying, [succeeded], ['SENT'], at)).toMatchObject({
      settlement: { state: 'PAYING' },
      events: [],
      paid: true,
    });
    expect(followPayment(paying, [succeeded], ['SUCCEEDED'], at)).toMatchObject({ settlement: { state: 'COMPLETED' } });
    expect(followPayment(paying, [declined], ['SUCCEEDED'], at)).toEqual({ settlement: paying, events: [] });
  });
});
