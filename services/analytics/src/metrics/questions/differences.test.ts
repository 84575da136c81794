import * as fc from 'fast-check';
import type { DimensionName } from '../model/dimension.model';
import { filteredBy, type MetricsFilter } from '../model/metrics-query.model';
import { worldOf, type Item } from '../testing/little-world';
import { askFigures } from './ask-figures.handler';
import type { FiguresQuery } from './figures-query.model';
import { givesAway } from './gives-away.rules';

const DIMENSIONS = ['PRODUCT', 'REGION', 'CUSTOMER_SEGMENT'] as const;
const VALUES: Readonly<Record<(typeof DIMENSIONS)[number], readonly string[]>> = {
  PRODUCT: ['kettle', 'cup', 'pan'],
  REGION: ['north', 'south', 'east'],
  CUSTOMER_SEGMENT: ['CONSUMER', 'COMPANY'],
};
const MAY = { from: new Date('2026-05-01T00:00:00Z'), to: new Date('2026-06-01T00:00:00Z') };

/** Complaints of different people, some combinations with many of them and most with few or none. */
const anyWorld: fc.Arbitrary<readonly Item[]> = fc
  .array(
    fc.record({
      product: fc.constantFrom(...VALUES.PRODUCT),
      region: fc.constantFrom(...VALUES.REGION),
      segment: fc.constantFrom(...VALUES.CUSTOMER_SEGMENT),
      many: fc.constantFrom(1, 2, 5, 6, 9),
    }),
    { minLength: 1, maxLength: 9 },
  )
  .map((kinds) =>
    kinds.flatMap(({ many, ...kind }, index) =>
      Array.from({ length: many }, (_, number): Item => ({
        ...{ ...kind, customer: `${index}/${number}`, at: '2026-05-10T00:00:00Z', hours: 3 },
      })),
    ),
  );

const anyFilter: fc.Arbitrary<MetricsFilter> = fc.record(
  {
    PRODUCT: fc.subarray([...VALUES.PRODUCT], { minLength: 1 }),
    REGION: fc.subarray([...VALUES.REGION], { minLength: 1 }),
    CUSTOMER_SEGMENT: fc.subarray([...VALUES.CUSTOMER_SEGMENT], { minLength: 1 }),
  },
  { requiredKeys: [] },
);
const anyQuestion: fc.Arbitrary<FiguresQuery> = fc
  .record({
    groupBy: fc.subarray<DimensionName>([...DIMENSIONS]),
    where: anyFilter,
    atLeast: fc.option(fc.constantFrom('2', '6', '9'), { nil: undefined }),
    top: fc.option(fc.record({ count: fc.integer({ min: 1, max: 2 }), rest: fc.boolean() }), { nil: undefined }),
    totals: fc.boolean(),
  })
  .map(({ groupBy, where, atLeast, top, totals }) => ({
    ...{ metrics: ['COMPLAINTS_RECEIVED'] as const, groupBy, where, window: MAY, timeZone: 'UTC', fillGaps: false },
    having: atLeast === undefined ? [] : [{ metric: 'COMPLAINTS_RECEIVED' as const, atLeast }],
    top: top === undefined || groupBy.length === 0 ? undefined : { metric: 'COMPLAINTS_RECEIVED' as const, ...top },
    totals,
  }));

/** The values that the complaints of a figure have, dimension by dimension; a dimension that is not there has any. */
type Meant = Readonly<Partial<Record<DimensionName, readonly (string | null)[]>>>;

/** What each figure of an answer to somebody who may not see persons is of; none when it was refused. */
async function told(world: readonly Item[], query: FiguresQuery): Promise<readonly Meant[]> {
  const answer = await askFigures(worldOf(world).ask)({ tenantId: 't', seesPersons: false }, query);
  if (!answer.ok) return [];
  const { rows, totals } = answer.value;
  const groups = rows.flatMap(({ keys, rest }) =>
    rest
      ? []
      : [{ ...query.where, ...Object.fromEntries(query.groupBy.map((name, index) => [name, [keys[index] ?? null]])) }],
  );
  return totals === undefined ? groups : [...groups, query.where];
}

const valueOf = (item: Item, name: DimensionName): string | null =>
  name === 'PRODUCT' ? item.product : name === 'REGION' ? item.region : (item.segment ?? null);
const isOf = (item: Item, meant: Meant): boolean =>
  DIMENSIONS.every((name) => meant[name]?.includes(valueOf(item, name)) ?? true);
const isWithin = (smaller: Meant, larger: Meant): boolean =>
  DIMENSIONS.every(
    (name) => larger[name] === undefined || smaller[name]?.every((each) => larger[name]?.includes(each)),
  );

describe('questions of those who may not see single persons', () => {
  it('never tell of fewer than five, by themselves or by the difference of any two of them', async () => {
    let pairs = 0;
    await fc.assert(
      fc.asyncProperty(anyWorld, fc.array(anyQuestion, { minLength: 4, maxLength: 8 }), async (world, questions) => {
        const all: Meant[] = [{}, ...(await Promise.all(questions.map((query) => told(world, query)))).flat()];
        const persons = (is: (item: Item) => boolean) => new Set(world.filter(is).map(({ customer }) => customer)).size;
        // What an organisation does as a whole is told, however little it is.
        const parts = all.filter((one) => filteredBy(one).length > 0);
        for (const one of parts) expect([1, 2, 3, 4]).not.toContain(persons((item) => isOf(item, one)));
        for (const larger of all)
          for (const smaller of all) {
            // To take nothing away tells no more than the larger one does.
            const isTaken = persons((item) => isOf(item, smaller)) > 0;
            if (smaller === larger || !isTaken || !isWithin(smaller, larger)) continue;
            pairs += 1;
            const left = persons((item) => isOf(item, larger) && !isOf(item, smaller));
            expect({ larger, smaller, left, isFew: left > 0 && left < 5 }).toMatchObject({ isFew: false });
          }
      }),
      { seed: 20_261_122, numRuns: 400 },
    );
    expect(pairs).toBeGreaterThan(1_000);
  });

  it('are refused when they would be too much work to look through', () => {
    const parts = Array.from({ length: 2_000 }, (_, index) => ({
      ...{ of: '', place: Array.from({ length: 11 }, () => String(index)), persons: 1, shown: false },
    }));
    expect(givesAway(parts)).toBe(true);
  });
});
