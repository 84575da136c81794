import fc from 'fast-check';
import { money } from '@redress/kernel';
import { parseQuantity } from '../../ceiling/model/quantity.model';
import { planReturn, type BoughtLine } from './plan-return.policy';

// Found at random, the same in each run.
fc.configureGlobal({ seed: 4_711 });

const gbp = (minor: bigint) => money(minor, 'GBP');

function aLine(orderNumber: string, quantity: number, unitMinor: bigint, returned = 0): BoughtLine {
  return {
    ...{ orderNumber, lineNumber: 1, quantity: String(quantity), returnable: String(quantity - returned) },
    paid: gbp(unitMinor * BigInt(quantity)),
    remaining: gbp(unitMinor * BigInt(quantity - returned)),
  };
}

const plan = (lines: readonly BoughtLine[], quantity: number, minor: bigint) => {
  const { parts, exceedsBy } = planReturn(lines, { quantity: String(quantity), amount: gbp(minor) });
  return {
    parts: parts.map((part) => [part.orderNumber, part.quantity, part.amount.amountMinor]),
    exceedsBy,
  };
};

describe('plan return', () => {
  it('takes lines of the price asked before others, and the latest before earlier ones', () => {
    const lines = [aLine('late', 4, 200n), aLine('middle', 3, 250n), aLine('early', 5, 200n)];
    expect(plan(lines, 2, 400n).parts).toEqual([['late', '2', 400n]]);
    expect(plan(lines, 2, 500n).parts).toEqual([['middle', '2', 500n]]);
    expect(plan(lines, 7, 1_400n).parts).toEqual([
      ['late', '4', 800n],
      ['early', '3', 600n],
    ]);
  });

  it('leaves out what came back already, and moves money that a line cannot bear to one that can', () => {
    const lines = [aLine('late', 4, 100n, 3), aLine('early', 4, 300n)];
    expect(plan(lines, 3, 660n)).toEqual({
      parts: [
        ['late', '1', 100n],
        ['early', '2', 560n],
      ],
      exceedsBy: '0',
    });
  });

  it('leaves what is too much in the last part, where it will be refused', () => {
    const lines = [aLine('late', 4, 200n, 3), aLine('early', 2, 200n)];
    expect(plan(lines, 5, 1_000n)).toEqual({
      parts: [
        ['late', '1', 200n],
        ['early', '4', 800n],
      ],
      exceedsBy: '2',
    });
    expect(plan([aLine('gone', 4, 200n, 4)], 1, 200n)).toEqual({ parts: [['gone', '1', 200n]], exceedsBy: '1' });
  });

  it('finds nothing where nothing was bought', () => {
    expect(plan([], 2, 400n)).toEqual({ parts: [], exceedsBy: '2' });
  });

  it('always comes to what was asked, and passes no line unless too much was asked', () => {
    const someLines = fc.array(
      fc.record({ quantity: fc.integer({ min: 1, max: 9 }), unit: fc.bigInt({ min: 1n, max: 500n }), back: fc.nat(9) }),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(
        someLines,
        fc.integer({ min: 1, max: 30 }),
        fc.bigInt({ min: 0n, max: 9_000n }),
        (all, asked, minor) => {
          const lines = all.map(({ quantity, unit, back }, index) =>
            aLine(`O-${index}`, quantity, unit, Math.min(back, quantity)),
          );
          const { parts, exceedsBy } = planReturn(lines, { quantity: String(asked), amount: gbp(minor) });
          const units = parts.reduce((sum, { quantity }) => sum + parseQuantity(quantity), 0n);
          expect(units).toBe(parseQuantity(String(asked)));
          expect(parts.reduce((sum, { amount }) => sum + amount.amountMinor, 0n)).toBe(minor);
          const left = lines.reduce((sum, { returnable }) => sum + Number(returnable), 0);
          expect(exceedsBy).toBe(String(Math.max(0, asked - left)));
          if (exceedsBy !== '0') return;
          for (const part of parts) {
            const line = lines.find(({ orderNumber }) => orderNumber === part.orderNumber);
            expect(parseQuantity(part.quantity) <= parseQuantity(line?.returnable ?? '0')).toBe(true);
          }
        },
      ),
    );
  });
});
