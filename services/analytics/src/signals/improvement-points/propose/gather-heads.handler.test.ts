import { fixedClock } from '@redress/kernel';
import { askMetrics } from '../../../metrics/answer-metrics.handler';
import type { EngineRow, MetricsEngine } from '../../../metrics/engines/engine.model';
import { gatherHeads } from './gather-heads.handler';

/** An engine over an organisation with so many products, each complained of once and one three times. */
const engineWith = (products: number): MetricsEngine => ({
  name: 'facts',
  canAnswer: () => true,
  position: () => Promise.resolve(1n),
  rows: (_, { groupBy }, sets, __, limit) => {
    const names = Array.from({ length: products }, (___, index) => `product-${index}`);
    const values = groupBy[0] === 'PRODUCT' ? names : groupBy.length === 0 ? [] : ['any'];
    const rows = groupBy.length === 0 ? [[]] : values.slice(0, limit + 1).map((value) => [value]);
    return Promise.resolve(
      sets.map(({ metrics }) =>
        rows.map(([value]): EngineRow => ({
          ...{ keys: value === undefined ? [] : [value], currency: null },
          cells: metrics.map(() => [value === undefined ? BigInt(products + 2) : value === 'product-7' ? 3n : 1n]),
        })),
      ),
    );
  },
});

async function headsAmong(products: number) {
  const ask = askMetrics({
    engines: [engineWith(products)],
    clock: fixedClock('2026-07-10T00:00:00Z'),
    isComplete: () => Promise.resolve(true),
  });
  const outcome = await gatherHeads(ask, { tenantId: 't', month: '2026-06', timeZone: 'UTC' });
  if (!outcome.ok) throw new Error(outcome.refusals[0]?.code);
  return outcome.value.heads;
}

describe('the largest parts of a month', () => {
  it('are found among more values of a dimension than an answer may show', async () => {
    const products = (await headsAmong(6_000)).filter(({ dimension }) => dimension === 'PRODUCT');
    expect(products[0]).toMatchObject({ value: 'product-7', amount: '3', whole: '6002' });
  });

  it('are those of the other dimensions where one has more values than can be chosen among', async () => {
    const heads = await headsAmong(50_001);
    expect(new Set(heads.map(({ dimension }) => dimension))).toEqual(new Set(['CATEGORY', 'REGION']));
  });
});
