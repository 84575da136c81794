import * as fc from 'fast-check';
import type { EngineRow, MetricSet } from './engines/engine.model';
import { metricSets } from './engines/metric-sets.model';
import type { MetricName } from './model/metric-registry.model';
import type { MetricsQuery } from './model/metrics-query.model';
import { FEWEST_PERSONS, personSets } from './model/persons.model';
import { rowsWithPersons, type Ask } from './rows-with-persons.handler';

interface Item {
  readonly product: string | null;
  readonly customer: number;
  readonly at: number;
}

const WINDOW = { from: new Date(0), to: new Date(1_600) };
const QUERY: Omit<MetricsQuery, 'metrics'> = { groupBy: ['PRODUCT'], where: {}, window: WINDOW, timeZone: 'UTC' };

/** An engine over items, of which no more is certain than half of the customers; it notes what it was asked. */
function engineOver(items: readonly Item[]) {
  const asked: { readonly kinds: readonly string[]; readonly products: number | undefined }[] = [];
  const rowsOf = ({ metrics }: MetricSet, { where, window }: MetricsQuery): EngineRow[] => {
    const groups = new Map<string | null, Item[]>();
    for (const item of items) {
      if (where.PRODUCT?.includes(item.product) === false) continue;
      if (item.at < window.from.getTime() || item.at >= window.to.getTime()) continue;
      groups.set(item.product, [...(groups.get(item.product) ?? []), item]);
    }
    return [...groups].map(([product, own]) => ({
      ...{ keys: [product], currency: null },
      cells: metrics.map(({ measure }) => {
        const different = new Set(own.map(({ customer }) => customer)).size;
        if (measure.kind !== 'distinct') return [BigInt(own.length)];
        return [BigInt(measure.roughly === true ? Math.floor(different / 2) : different)];
      }),
    }));
  };
  const ask: Ask = (query, sets) => {
    asked.push({
      kinds: sets.map(({ metrics }) =>
        metrics
          .map(({ measure }) => (measure.kind === 'distinct' && measure.roughly ? 'roughly' : measure.kind))
          .join('+'),
      ),
      products: query.where.PRODUCT?.length,
    });
    return Promise.resolve(sets.map((set) => rowsOf(set, query)));
  };
  return { ask, asked };
}

/** Customers of each group, as they are counted; and what the engine was asked for that. */
async function counted(items: readonly Item[], metrics: readonly MetricName[]) {
  const { ask, asked } = engineOver(items);
  const measured = metricSets(metrics);
  const rows = await rowsWithPersons(ask, { ...QUERY, metrics }, { measured, persons: personSets(measured) });
  const persons = (rows?.counted ?? []).map(
    (set) => new Map(set.map(({ keys, cells }) => [keys[0], Number(cells[0]?.[0])])),
  );
  return { persons, asked, measured: rows?.measured };
}

const customers = (product: string, count: number, at: number): Item[] =>
  Array.from({ length: count }, (_, customer) => ({ product, customer, at }));

const ANY: fc.Arbitrary<readonly Item[]> = fc.array(
  fc.record({
    product: fc.constantFrom('kettle', 'cup', 'pan', null),
    customer: fc.integer({ min: 1, max: 14 }),
    at: fc.integer({ min: -100, max: 1_700 }),
  }),
  { maxLength: 80 },
);

describe('groups with the complainants behind them', () => {
  it('tells how many there are, and five where there are more, whatever engines know at once', async () => {
    await fc.assert(
      fc.asyncProperty(
        ANY,
        fc.constantFrom<MetricName[]>(
          ['COMPLAINTS_RECEIVED'],
          ['TIME_TO_CLOSING'],
          ['TIME_TO_CLOSING', 'COMPLAINTS_RECEIVED'],
        ),
        async (items, metrics) => {
          const inside = items.filter(({ at }) => at >= 0 && at < 1_600);
          const right = new Map<string | null, number>();
          for (const product of new Set(inside.map((item) => item.product))) {
            const own = inside.filter((item) => item.product === product).map(({ customer }) => customer);
            right.set(product, Math.min(new Set(own).size, FEWEST_PERSONS));
          }
          const { persons } = await counted(items, metrics);
          for (const told of persons) expect(told).toEqual(right);
        },
      ),
      { seed: 20_261_123, numRuns: 300 },
    );
  });

  it('counts with the figures, in one question, where every group certainly rests on enough', async () => {
    const items = [...customers('kettle', 12, 10), ...customers('cup', 10, 10)];
    const { asked, measured } = await counted(items, ['COMPLAINTS_RECEIVED']);
    expect(asked).toEqual([{ kinds: ['count+roughly'], products: undefined }]);
    expect(measured?.[0]).toHaveLength(2);
  });

  it('asks again for the groups alone of which that is not certain', async () => {
    const items = [...customers('kettle', 12, 10), ...customers('cup', 9, 10), ...customers('pan', 3, 10)];
    const { asked, persons } = await counted(items, ['COMPLAINTS_RECEIVED']);
    expect(asked[1]).toEqual({ kinds: ['distinct'], products: 2 });
    expect(Object.fromEntries(persons[0] ?? [])).toEqual({ kettle: 5, cup: 5, pan: 3 });
  });

  it('looks at the end of a window first where figures cannot count them, and at all of it for the others', async () => {
    const late = [...customers('kettle', 12, 1_599), ...customers('cup', 12, 1_599)];
    expect((await counted(late, ['TIME_TO_CLOSING'])).asked.map(({ kinds }) => kinds)).toEqual([
      ['duration'],
      ['roughly'],
    ]);
    const { asked, persons } = await counted([...late, ...customers('pan', 12, 10)], ['TIME_TO_CLOSING']);
    expect(asked.map(({ kinds, products }) => [kinds[0], products])).toEqual([
      ['duration', undefined],
      ['roughly', undefined],
      ['roughly', 1],
    ]);
    expect(Object.fromEntries(persons[0] ?? [])).toEqual({ kettle: 5, cup: 5, pan: 5 });
  });
});
