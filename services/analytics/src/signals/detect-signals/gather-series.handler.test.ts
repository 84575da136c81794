import { fixedClock } from '@redress/kernel';
import type { EngineRow, MetricsEngine } from '../../metrics/engines/engine.model';
import { askMetrics } from '../../metrics/answer-metrics.handler';
import { gatherSeries, VALUES_AT_MOST } from './gather-series.handler';

/** An engine over an organisation with so many products, each with one complaint on one day, and one with three. */
const engineWith = (products: number): MetricsEngine => ({
  name: 'facts',
  canAnswer: () => true,
  position: () => Promise.resolve(1n),
  rows: (_, { groupBy, where }, sets, __, limit) => {
    const names = Array.from({ length: products }, (___, index) => `product-${index}`);
    const values = where.PRODUCT ?? (groupBy[0] === 'PRODUCT' ? names : ['any']);
    const rows = values.slice(0, limit + 1).map((value) => ({
      keys: groupBy.map((dimension) => (dimension === 'DAY' ? '2026-06-01' : value)),
      currency: null,
    }));
    return Promise.resolve(
      sets.map(({ metrics }) =>
        rows.map((row): EngineRow => ({
          ...row,
          cells: metrics.map(() => [row.keys[0] === 'product-5999' ? 3n : 1n, 1n]),
        })),
      ),
    );
  },
});

const gathered = async (products: number) => {
  const ask = askMetrics({
    engines: [engineWith(products)],
    clock: fixedClock('2026-06-10T00:00:00Z'),
    isComplete: () => Promise.resolve(true),
  });
  const run = { tenantId: 't', today: '2026-06-10', timeZone: 'UTC', followed: [] };
  const outcome = await gatherSeries(ask, run);
  if (!outcome.ok) throw new Error(outcome.refusals[0]?.code);
  return outcome.value;
};

describe('what a run of the watch looks at', () => {
  it('are the largest among more values of a dimension than an answer may show', async () => {
    const { series, capped } = await gathered(6_000);
    expect(capped).toEqual([{ dimension: 'PRODUCT', watched: VALUES_AT_MOST, values: 6_000 }]);
    const products = new Set(series.flatMap(({ dimension, value }) => (dimension === 'PRODUCT' ? [value] : [])));
    expect(products.size).toBe(VALUES_AT_MOST);
    expect(products).toContain('product-5999');
  });

  it('are the other dimensions where one has more values than can be chosen among', async () => {
    const { series, capped } = await gathered(50_001);
    expect(capped).toEqual([{ dimension: 'PRODUCT', watched: 0, values: 50_000 }]);
    expect(new Set(series.map(({ dimension }) => dimension))).toEqual(new Set(['CATEGORY', 'REGION']));
  });
});
