import type { FiguresRow } from '../questions/figures-query.model';
import { figuresTable } from './figures-table.model';

const AMOUNT = { metric: 'SETTLED_AMOUNT', statistic: 'SUM', unit: 'MONEY' } as const;

describe('a table of figures', () => {
  it('has what the screen has: earlier figures beside theirs, and those of which there are none now', () => {
    const row: FiguresRow = {
      ...{ keys: ['cup'], rest: false },
      figures: [{ ...AMOUNT, currency: 'CNY', value: '12.00' }],
      compared: [
        { ...AMOUNT, currency: 'CNY', value: '10.00', change: '2.00', changePercent: '20.0000' },
        { ...AMOUNT, currency: 'USD', value: '7.00', change: undefined, changePercent: undefined },
      ],
    };
    const { head, lines } = figuresTable({ rows: [row], totals: { ...row, keys: [] } }, ['PRODUCT']);
    const shown = lines.map((cells) => Object.fromEntries(head.map((name, index) => [name, cells[index]])));
    expect(lines.map((cells) => cells.length)).toEqual(lines.map(() => head.length));
    const both = [
      { currency: 'CNY', value: '12.00', comparedValue: '10.00', change: '2.00', changePercent: '20.0000' },
      { currency: 'USD', value: null, comparedValue: '7.00', change: null, changePercent: null },
    ];
    expect(shown).toMatchObject([
      ...both.map((each) => ({ ...each, part: 'GROUP', PRODUCT: 'cup' })),
      ...both.map((each) => ({ ...each, part: 'TOTAL', PRODUCT: null })),
    ]);
  });
});
