import { money } from '@redress/kernel';
import { openCeiling, remainingUnder, type Ceiling } from '../../ceiling/model/ceiling.model';
import { aRemedy } from '../model/settlement.builder';
import type { DrawUpSettlement } from './draw-up-settlement.command';
import { ceilingSought, drawUpSettlement } from './draw-up-settlement.decide';

const context = { id: 's1', number: 'S2026-000001', now: new Date('2026-11-02T08:00:00.000Z') };
const lineOf = (minor: bigint): Ceiling => openCeiling('line-1', 'ORDER_LINE', 'O-1#1', money(minor, 'CNY'));

const drawUp = (command: DrawUpSettlement, ceiling?: Ceiling) =>
  drawUpSettlement(command, ceilingSought(command, '2026-11'), ceiling, context);

describe('draw up settlement', () => {
  it('reserves the amount under the ceiling of the disputed line', () => {
    const drawn = drawUp(aRemedy(), lineOf(2000n));
    expect(drawn.settlement).toMatchObject({ state: 'PROPOSED', ceilingId: 'line-1', version: 1 });
    expect(drawn.events).toEqual([{ type: 'SettlementProposed', at: context.now }]);
    expect(drawn.ceiling && remainingUnder(drawn.ceiling)).toEqual(money(750n, 'CNY'));
  });

  it.each(['REFUND', 'ALLOWANCE', 'RETURN', 'EXCHANGE', 'COMPENSATION', 'PRICE_REDUCTION', 'REPAIR'] as const)(
    'draws %s on the same line',
    (instrument) => {
      expect(ceilingSought(aRemedy({ instrument }), '2026-11')).toEqual({
        ok: true,
        value: { kind: 'ORDER_LINE', subject: 'O-1#1' },
      });
    },
  );

  it('draws goodwill on the budget of its currency and month', () => {
    expect(ceilingSought(aRemedy({ instrument: 'GOODWILL' }), '2026-11')).toEqual({
      ok: true,
      value: { kind: 'GOODWILL_BUDGET', subject: 'CNY 2026-11' },
    });
  });

  describe('when the amount passes the ceiling', () => {
    it('refuses with CeilingExceeded and the maximum, and leaves the ceiling alone', () => {
      const drawn = drawUp(aRemedy(), lineOf(1249n));
      expect(drawn.settlement).toMatchObject({
        state: 'REFUSED',
        reason: 'FINANCE_CEILING_EXCEEDED',
        maximum: money(1249n, 'CNY'),
      });
      expect(drawn.settlement.ceilingId).toBeUndefined();
      expect(drawn.ceiling).toBeUndefined();
      expect(drawn.events).toMatchObject([{ type: 'SettlementRefused', reason: 'FINANCE_CEILING_EXCEEDED' }]);
    });
  });

  const { orderLine: _orderLine, ...withoutLine } = aRemedy();
  it.each<[string, DrawUpSettlement, Ceiling | undefined]>([
    ['FINANCE_NO_DISPUTED_LINE', withoutLine, undefined],
    ['FINANCE_ORDER_LINE_UNKNOWN', aRemedy(), undefined],
    ['FINANCE_GOODWILL_BUDGET_MISSING', aRemedy({ instrument: 'GOODWILL' }), undefined],
    ['FINANCE_CURRENCY_MISMATCH', aRemedy({ amount: money(1n, 'USD') }), lineOf(100n)],
    ['FINANCE_AMOUNT_NOT_POSITIVE', aRemedy({ amount: money(0n, 'CNY') }), lineOf(100n)],
    ['FINANCE_AMOUNT_NOT_POSITIVE', aRemedy({ amount: money(-1n, 'CNY') }), lineOf(100n)],
    ['FINANCE_INSTRUMENT_WITHOUT_MONEY', aRemedy({ instrument: 'APOLOGY' }), lineOf(100n)],
  ])('refuses with %s', (reason, command, ceiling) => {
    const drawn = drawUp(command, ceiling);
    expect(drawn.settlement).toMatchObject({ state: 'REFUSED', reason });
    expect(drawn.ceiling).toBeUndefined();
  });
});
