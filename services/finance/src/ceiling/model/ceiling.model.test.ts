import fc from 'fast-check';
import { money, parseMoney } from '@redress/kernel';
import { formatQuantity } from './quantity.model';
import {
  changeLimit,
  openCeiling,
  quantityUnder,
  release,
  remainingUnder,
  reserve,
  settle,
  type Ceiling,
} from './ceiling.model';

// Found at random, the same in each run.
fc.configureGlobal({ seed: 4_711 });

const aCeiling = (limitMinor: bigint): Ceiling => openCeiling('c', 'ORDER_LINE', 'O-1#1', money(limitMinor, 'CNY'));
const cny = (minor: bigint) => money(minor, 'CNY');

describe('ceiling', () => {
  it('refuses what passes it, with the most that is left', () => {
    const drawn = reserve(aCeiling(100n), cny(60n));
    if (!drawn.ok) throw new Error('must be reserved');
    expect(reserve(drawn.value, cny(41n))).toEqual({
      ok: false,
      refusals: [{ code: 'FINANCE_CEILING_EXCEEDED', details: { maximum: cny(40n) } }],
    });
    expect(reserve(drawn.value, cny(40n)).ok).toBe(true);
  });

  it('lesson 34: counts whole minor units, so that 0.10 goes three times into 0.30 and leaves nothing', () => {
    const exact = (text: string) => parseMoney(text, 'CNY') ?? money(-1n, 'CNY');
    let ceiling = openCeiling('c', 'ORDER_LINE', 'O-1#1', exact('0.30'));
    for (let refund = 0; refund < 3; refund += 1) {
      const drawn = reserve(ceiling, exact('0.10'));
      if (!drawn.ok) throw new Error(`refund ${refund} of an amount that is left was refused`);
      ceiling = drawn.value;
    }
    expect(remainingUnder(ceiling)).toEqual(cny(0n));
    expect(reserve(ceiling, exact('0.01')).ok).toBe(false);
  });

  it('refuses another currency', () => {
    expect(reserve(aCeiling(100n), money(1n, 'USD'))).toMatchObject({
      refusals: [{ code: 'FINANCE_CURRENCY_MISMATCH', details: { allowed: ['CNY'] } }],
    });
  });

  it.each([0n, -1n])('never draws %s', (minor) => {
    expect(() => reserve(aCeiling(100n), cny(minor))).toThrow(RangeError);
    expect(() => settle(aCeiling(100n), cny(minor))).toThrow(RangeError);
  });

  it('cannot give back or settle what was never reserved', () => {
    expect(() => release(aCeiling(100n), cny(1n))).toThrow(RangeError);
    expect(() => settle(aCeiling(100n), cny(1n))).toThrow(RangeError);
  });

  it('cannot be lowered below what is already committed', () => {
    const drawn = reserve(aCeiling(100n), cny(60n));
    if (!drawn.ok) throw new Error('must be reserved');
    expect(changeLimit(drawn.value, cny(59n))).toMatchObject({
      refusals: [{ code: 'FINANCE_BUDGET_BELOW_COMMITMENTS', facts: { committed: '0.60 CNY' } }],
    });
    expect(changeLimit(drawn.value, cny(60n)).ok).toBe(true);
  });

  it('refuses more than is left of a line, and gives the quantity back with the money', () => {
    const line = openCeiling('c', 'ORDER_LINE', 'O-1#1', cny(100n), { lineId: 'c', quantity: '2.5' });
    const drawn = reserve(line, cny(60n), '1.75');
    if (!drawn.ok) throw new Error('must be reserved');
    expect(reserve(drawn.value, cny(1n), '0.750001')).toMatchObject({
      refusals: [{ code: 'FINANCE_QUANTITY_EXCEEDED', facts: { quantity: '0.75' }, details: { maximum: cny(40n) } }],
    });
    expect(reserve(drawn.value, cny(1n), '0.75').ok).toBe(true);
    expect(quantityUnder(settle(drawn.value, cny(60n), '1.75'))).toBe('0.75');
    expect(quantityUnder(release(drawn.value, cny(60n), '1.75'))).toBe('2.5');
    expect(() => release(line, cny(1n), '1')).toThrow(RangeError);
  });

  it('counts a quantity for which nothing is given, and never nothing at all', () => {
    const line = openCeiling('c', 'ORDER_LINE', 'O-1#1', cny(0n), { lineId: 'c', quantity: '2' });
    const drawn = reserve(line, cny(0n), '1.5');
    if (!drawn.ok) throw new Error('must be reserved');
    expect(quantityUnder(drawn.value)).toBe('0.5');
    expect(reserve(drawn.value, cny(0n), '1')).toMatchObject({ refusals: [{ code: 'FINANCE_QUANTITY_EXCEEDED' }] });
    expect(quantityUnder(settle(drawn.value, cny(0n), '1.5'))).toBe('0.5');
    expect(() => reserve(line, cny(0n))).toThrow(RangeError);
  });

  it('counts no quantity where none is known, or none goes back', () => {
    const drawn = reserve(aCeiling(100n), cny(1n), '1000');
    expect(drawn).toMatchObject({ ok: true, value: { reservedMinor: 1n } });
    const line = openCeiling('c', 'ORDER_LINE', 'O-1#1', cny(100n), { lineId: 'c', quantity: '1' });
    expect(reserve(line, cny(1n))).toMatchObject({ value: { quantity: { reserved: 0n } } });
  });

  it('lesson 22: holds for any sequence of draws, changes of the limit and returns, and always adds up', () => {
    const anAct = fc.record({
      act: fc.constantFrom('reserve', 'release', 'settle', 'limit'),
      minor: fc.bigInt({ min: 1n, max: 400n }),
      units: fc.option(fc.bigInt({ min: 1n, max: 3_000_000n }), { nil: undefined }),
    });
    const limits = fc.tuple(fc.bigInt({ min: 0n, max: 1000n }), fc.bigInt({ min: 1n, max: 9_000_000n }));
    fc.assert(
      fc.property(limits, fc.array(anAct, { maxLength: 60 }), ([limit, most], acts) => {
        const opening = { lineId: 'c', quantity: formatQuantity(most) };
        let ceiling = openCeiling('c', 'ORDER_LINE', 'O-1#1', cny(limit), opening);
        let [allowed, settled, back] = [limit, 0n, 0n];
        const reservations: { readonly minor: bigint; readonly units: bigint | undefined }[] = [];
        for (const { act, minor, units } of acts) {
          const quantity = units === undefined ? undefined : formatQuantity(units);
          const reservedUnits = reservations.reduce((sum, each) => sum + (each.units ?? 0n), 0n);
          const reservedMinor = reservations.reduce((sum, each) => sum + each.minor, 0n);
          if (act === 'reserve') {
            const outcome = reserve(ceiling, cny(minor), quantity);
            const fits = reservedMinor + settled + minor <= allowed && reservedUnits + back + (units ?? 0n) <= most;
            expect(outcome.ok).toBe(fits);
            if (outcome.ok) [ceiling] = [outcome.value, reservations.push({ minor, units })];
          } else if (act === 'limit') {
            const outcome = changeLimit(ceiling, cny(minor));
            expect(outcome.ok).toBe(minor >= reservedMinor + settled);
            if (outcome.ok) [ceiling, allowed] = [outcome.value, minor];
          } else {
            const reserved = reservations.shift();
            if (reserved === undefined) continue;
            const ofLine = reserved.units === undefined ? undefined : formatQuantity(reserved.units);
            const move = act === 'settle' ? settle : release;
            ceiling = move(ceiling, cny(reserved.minor), ofLine);
            if (act === 'settle') [settled, back] = [settled + reserved.minor, back + (reserved.units ?? 0n)];
          }
        }
        expect(ceiling.settledMinor).toBe(settled);
        expect(ceiling.reservedMinor).toBe(reservations.reduce((sum, each) => sum + each.minor, 0n));
        expect(remainingUnder(ceiling).amountMinor).toBe(allowed - ceiling.settledMinor - ceiling.reservedMinor);
        expect(ceiling.quantity?.settled).toBe(back);
        expect(remainingUnder(ceiling).amountMinor >= 0n).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
