import fc from 'fast-check';
import { toRows } from '../model/figures.model';
import { metric, type MetricName } from '../model/metric-registry.model';
import type { MetricsRow } from '../model/metrics-answer.model';
import { combineFigures, combineRows } from './combine-rows.decide';

/** One complaint of a little world, of which some have a score or an amount. */
interface Item {
  readonly organisation: number;
  readonly key: string | null;
  readonly person: number;
  readonly spanMs: number;
  readonly closed: boolean;
  readonly score: number;
  readonly amount: number;
  readonly currency: 'CNY' | 'JPY' | 'KWD';
}

const COUNTED = ['COMPLAINTS_RECEIVED', 'COMPLAINANTS', 'TIME_TO_CLOSING', 'CLOSURE_RATE'] as const;
const SCORED = ['SATISFACTION_WITH_RESULT'] as const;
const PAID = ['SETTLED_AMOUNT'] as const;
const METRICS: readonly MetricName[] = [...COUNTED, ...SCORED, ...PAID];
/** What is told of several organisations. */
const ADDED_UP = ['COUNT', 'SUM', 'MEAN', 'SHARE'];

function cellsOf(items: readonly Item[]): readonly (readonly bigint[])[] {
  const all = BigInt(items.length);
  const sum = (of: (item: Item) => number): bigint => items.reduce((total, item) => total + BigInt(of(item)), 0n);
  const spans = items.map(({ spanMs }) => spanMs).sort((left, right) => left - right);
  const rank = (part: number) => BigInt(spans[Math.ceil(spans.length * part) - 1] ?? 0);
  const persons = BigInt(new Set(items.map(({ person }) => person)).size);
  const closed = sum((item) => Number(item.closed));
  return [[all], [persons], [all, sum(({ spanMs }) => spanMs), rank(0.5), rank(0.9)], [closed, all]];
}

/** The figures of items as an engine and the service make them. */
function rowsOf(items: readonly Item[], isGrouped: boolean): readonly MetricsRow[] {
  const by = <Key>(keyOf: (item: Item) => Key) => {
    const found = new Map<string, { readonly key: Key; readonly items: Item[] }>();
    for (const item of items) {
      const key = keyOf(item);
      const group = found.get(JSON.stringify(key)) ?? { key, items: [] };
      found.set(JSON.stringify(key), group);
      group.items.push(item);
    }
    return [...found.values()];
  };
  const keysOf = ({ key }: Item) => (isGrouped ? [key] : []);
  const whole = by(keysOf).map((group) => ({ keys: group.key, currency: null, items: group.items }));
  const paid = by((item) => ({ keys: keysOf(item), currency: item.currency }));
  const scores = (own: readonly Item[]) => [
    own.reduce((sum, { score }) => sum + BigInt(score), 0n),
    BigInt(own.length),
  ];
  return toRows(
    [
      ...whole.map(({ items: own, ...group }) => ({ ...group, metrics: COUNTED.map(metric), cells: cellsOf(own) })),
      ...whole.map(({ items: own, ...group }) => ({ ...group, metrics: SCORED.map(metric), cells: [scores(own)] })),
      ...paid.map(({ key, items: own }) => ({
        ...{ ...key, metrics: PAID.map(metric) },
        cells: [[own.reduce((sum, { amount }) => sum + BigInt(amount), 0n)]],
      })),
    ],
    METRICS,
  );
}

const told = (figures: readonly { metric: string; statistic: string; currency?: string; value: unknown }[]) =>
  figures
    .map(({ metric: name, statistic, currency, value }) => [name, statistic, currency ?? '', value].join(' '))
    .sort();

const anItem: fc.Arbitrary<Item> = fc.record({
  organisation: fc.nat({ max: 3 }),
  key: fc.constantFrom('kettle', 'cup', null),
  person: fc.nat({ max: 4 }),
  spanMs: fc.nat({ max: 1_000 }),
  closed: fc.boolean(),
  score: fc.integer({ min: 1, max: 5 }),
  amount: fc.integer({ min: -5_000, max: 100_000 }),
  currency: fc.constantFrom('CNY', 'JPY', 'KWD'),
});

describe('figures of several organisations', () => {
  it.each([true, false])(
    'are those of a single one with all their rows, wherever they add up (groups: %p)',
    (isGrouped) => {
      fc.assert(
        fc.property(fc.array(anItem, { minLength: 1, maxLength: 30 }), (items) => {
          const apart = [0, 1, 2, 3].map((own) =>
            rowsOf(
              items.filter(({ organisation }) => organisation === own),
              isGrouped,
            ),
          );
          const single = rowsOf(items, isGrouped);
          const combined = combineRows(apart, METRICS);
          expect(combined.map(({ keys }) => keys)).toEqual(single.map(({ keys }) => keys));
          for (const [index, { figures }] of combined.entries()) {
            const expected = (single[index]?.figures ?? []).map((figure) =>
              ADDED_UP.includes(figure.statistic) ? figure : { ...figure, value: undefined },
            );
            expect(told(figures)).toEqual(told(expected));
          }
        }),
        { numRuns: 200, seed: 11 },
      );
    },
  );

  it('tell of how many organisations they are, and of what shares are made', () => {
    const item: Item = {
      ...{ organisation: 0, key: 'cup', person: 1, spanMs: 10, closed: true, score: 4, amount: 100, currency: 'CNY' },
    };
    const rows = [[item], [{ ...item, closed: false, currency: 'JPY' as const, amount: 7 }]].flatMap((own) =>
      rowsOf(own, false),
    );
    const figures = combineFigures(rows, METRICS);
    const of = (name: MetricName) => figures.filter((figure) => figure.metric === name);
    expect(of('CLOSURE_RATE')).toMatchObject([
      { value: '50.0000', numerator: '1', denominator: '2', organisations: 2 },
    ]);
    expect(of('SETTLED_AMOUNT')).toMatchObject([
      { value: '1.00', currency: 'CNY', organisations: 1 },
      { value: '7', currency: 'JPY', organisations: 1 },
    ]);
    expect(of('COMPLAINANTS')).toMatchObject([{ statistic: 'DISTINCT', value: undefined, organisations: 2 }]);
    expect(combineRows([], METRICS)).toEqual([]);
  });
});
