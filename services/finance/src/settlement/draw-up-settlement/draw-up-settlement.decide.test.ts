import fc from 'fast-check';
import { money } from '@redress/kernel';
import { goodwillSubject, openCeiling, remainingUnder, type Ceiling } from '../../ceiling/model/ceiling.model';
import { aRemedy } from '../model/settlement.builder';
import type { DrawUpSettlement } from './draw-up-settlement.command';
import { drawUpSettlement } from './draw-up-settlement.decide';

// Found at random, the same in each run.
fc.configureGlobal({ seed: 4_711 });

const context = { id: 's1', number: 'S2026-000001', now: new Date('2026-11-02T08:00:00.000Z') };
const BUDGETS = [
  { kind: 'GOODWILL_BUDGET', subject: goodwillSubject('CNY', '2026-11') },
  { kind: 'GOODWILL_BUDGET', subject: goodwillSubject('CNY', '2026') },
] as const;
const lineOf = (minor: bigint, quantity = '10'): Ceiling =>
  openCeiling('line-1', 'ORDER_LINE', 'O-1#1', money(minor, 'CNY'), { lineId: 'line-1', quantity });
const chargeOf = (charge: string, minor: bigint): Ceiling =>
  openCeiling(charge, 'ORDER_CHARGE', `O-1#1:${charge}`, money(minor, 'CNY'), { lineId: 'line-1' });
const budgetOf = (period: string, minor: bigint): Ceiling =>
  openCeiling(period, 'GOODWILL_BUDGET', goodwillSubject('CNY', period), money(minor, 'CNY'));

const drawUp = (command: DrawUpSettlement, ...ceilings: Ceiling[]) =>
  drawUpSettlement(command, BUDGETS, new Map(ceilings.map((ceiling) => [ceiling.id, ceiling])), context);
const left = ({ ceilings }: ReturnType<typeof drawUp>) =>
  Object.fromEntries([...ceilings.values()].map((ceiling) => [ceiling.id, remainingUnder(ceiling).amountMinor]));

describe('draw up settlement', () => {
  it('reserves the amount under the ceiling of the disputed line', () => {
    const drawn = drawUp(aRemedy(), lineOf(2000n));
    expect(drawn.settlement).toMatchObject({ state: 'PROPOSED', version: 1 });
    expect(drawn.settlement.parts).toMatchObject([{ part: 1, draws: [{ ceilingId: 'line-1', amountMinor: 1250n }] }]);
    expect(drawn.events).toEqual([{ type: 'SettlementProposed', at: context.now }]);
    expect(left(drawn)).toEqual({ 'line-1': 750n });
  });

  it.each(['REFUND', 'ALLOWANCE', 'RETURN', 'EXCHANGE', 'COMPENSATION', 'PRICE_REDUCTION', 'REPAIR'] as const)(
    'draws %s on the same line',
    (instrument) => {
      expect(left(drawUp(aRemedy({ instrument }), lineOf(1250n)))).toEqual({ 'line-1': 0n });
    },
  );

  it('draws goodwill on every budget of its time, each in full', () => {
    const drawn = drawUp(aRemedy({ instrument: 'GOODWILL' }), budgetOf('2026-11', 2000n), budgetOf('2026', 9000n));
    expect(left(drawn)).toEqual({ '2026-11': 750n, '2026': 7750n });
  });

  it('lesson 37: spreads what a line gives back over the line and its charges, to the last minor unit in any sequence', () => {
    const amounts = fc.array(fc.bigInt({ min: 1n, max: 400n }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(amounts, (sequence) => {
        let ceilings = [lineOf(1001n), chargeOf('VAT', 130n), chargeOf('SHIPPING', 7n)];
        let given = 0n;
        for (const amount of sequence) {
          const drawn = drawUp(aRemedy({ amount: money(amount, 'CNY') }), ...ceilings);
          const fits = given + amount <= 1138n;
          expect(drawn.settlement.state).toBe(fits ? 'PROPOSED' : 'REFUSED');
          if (!fits) expect(drawn.settlement.maximum).toEqual(money(1138n - given, 'CNY'));
          if (fits) given += amount;
          ceilings = [...drawn.ceilings.values()];
          expect(Object.values(left(drawn)).reduce((sum, each) => sum + each, 0n)).toBe(1138n - given);
        }
      }),
    );
  });

  it('counts goods that come back when only their tax is left to be given', () => {
    const tax = { lineNumber: 1, orderNumber: 'O-1' };
    const part = { instrument: 'RETURN', amount: money(5n, 'CNY'), subject: tax, quantity: '6' } as const;
    const drawn = drawUp(aRemedy({ parts: [part] }), lineOf(0n, '10'), chargeOf('VAT', 10n));
    expect(drawn.settlement.parts[0]?.draws).toEqual([
      { ceilingId: 'line-1', amountMinor: 0n, quantity: '6' },
      { ceilingId: 'VAT', amountMinor: 5n },
    ]);
    const again = drawUp(aRemedy({ parts: [part] }), ...drawn.ceilings.values());
    expect(again.settlement).toMatchObject({ state: 'REFUSED', reason: 'FINANCE_QUANTITY_EXCEEDED' });
  });

  it('combines instruments, each part under its own ceiling, and draws all of them or none', () => {
    const parts = [
      {
        instrument: 'RETURN',
        amount: money(500n, 'CNY'),
        subject: { orderNumber: 'O-1', lineNumber: 1 },
        quantity: '4',
      },
      { instrument: 'REFUND', amount: money(7n, 'CNY'), subject: { orderNumber: 'O-1', lineNumber: 1, charge: 'VAT' } },
      { instrument: 'GOODWILL', amount: money(20n, 'CNY'), payee: 'someone-else' },
    ] as const;
    const ceilings = [lineOf(500n), chargeOf('VAT', 10n), budgetOf('2026-11', 50n), budgetOf('2026', 20n)];
    const drawn = drawUp(aRemedy({ parts }), ...ceilings);
    expect(drawn.settlement).toMatchObject({ state: 'PROPOSED', amount: money(527n, 'CNY') });
    expect(drawn.settlement.parts.map(({ part, payee }) => [part, payee])).toEqual([
      [1, aRemedy().customerId],
      [2, aRemedy().customerId],
      [3, 'someone-else'],
    ]);
    const greedy = drawUp(aRemedy({ parts: [...parts, { ...parts[2], amount: money(1n, 'CNY') }] }), ...ceilings);
    expect(greedy.settlement).toMatchObject({ state: 'REFUSED', reason: 'FINANCE_CEILING_EXCEEDED' });
    expect(left(greedy)).toEqual({ 'line-1': 500n, VAT: 10n, '2026-11': 50n, '2026': 20n });
  });

  describe('when the amount passes the ceiling', () => {
    it('refuses with CeilingExceeded and the maximum, and leaves the ceiling alone', () => {
      const drawn = drawUp(aRemedy(), lineOf(1249n));
      expect(drawn.settlement).toMatchObject({
        state: 'REFUSED',
        reason: 'FINANCE_CEILING_EXCEEDED',
        maximum: money(1249n, 'CNY'),
        parts: [{ draws: [] }],
      });
      expect(left(drawn)).toEqual({ 'line-1': 1249n });
      expect(drawn.events).toMatchObject([{ type: 'SettlementRefused', reason: 'FINANCE_CEILING_EXCEEDED' }]);
    });
  });

  const { orderLine: _orderLine, ...withoutLine } = aRemedy();
  const line = { orderNumber: 'O-1', lineNumber: 1 };
  const tooMany = { instrument: 'RETURN', amount: money(1n, 'CNY'), subject: line, quantity: '11' } as const;
  const inDollars = { instrument: 'REFUND', amount: money(1n, 'USD'), subject: line } as const;
  it.each<[string, DrawUpSettlement, Ceiling[]]>([
    ['FINANCE_NO_DISPUTED_LINE', withoutLine, []],
    ['FINANCE_ORDER_LINE_UNKNOWN', aRemedy(), []],
    ['FINANCE_GOODWILL_BUDGET_MISSING', aRemedy({ instrument: 'GOODWILL' }), []],
    ['FINANCE_CURRENCY_MISMATCH', aRemedy({ amount: money(1n, 'USD') }), [lineOf(100n)]],
    [
      'FINANCE_CURRENCY_MISMATCH',
      aRemedy({ parts: [{ ...inDollars, amount: money(1n, 'CNY') }, inDollars] }),
      [lineOf(9n)],
    ],
    ['FINANCE_QUANTITY_EXCEEDED', aRemedy({ parts: [tooMany] }), [lineOf(100n)]],
    ['FINANCE_AMOUNT_NOT_POSITIVE', aRemedy({ amount: money(0n, 'CNY') }), [lineOf(100n)]],
    ['FINANCE_AMOUNT_NOT_POSITIVE', aRemedy({ amount: money(-1n, 'CNY') }), [lineOf(100n)]],
    ['FINANCE_INSTRUMENT_WITHOUT_MONEY', aRemedy({ instrument: 'APOLOGY' }), [lineOf(100n)]],
  ])('refuses with %s', (reason, command, ceilings) => {
    const drawn = drawUp(command, ...ceilings);
    expect(drawn.settlement).toMatchObject({ state: 'REFUSED', reason });
    expect([...drawn.ceilings.values()]).toEqual(ceilings);
  });
});
