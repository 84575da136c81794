import * as fc from 'fast-check';
import { FACT_TABLES } from '../../facts/model/fact-tables.model';
import { metricSets } from '../../metrics/engines/metric-sets.model';
import { dimensionsOf, GRAINS, type DimensionName } from '../../metrics/model/dimension.model';
import { METRICS, type MetricName } from '../../metrics/model/metric-registry.model';
import type { MetricsQuery } from '../../metrics/model/metrics-query.model';
import { placeOf, rollupLayout } from '../model/rollup-layout.model';

const HOUR_MS = 3_600_000;
const ZONES = ['UTC', 'Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu'];
const WINDOW = { from: new Date('2025-12-20T16:00:00Z'), to: new Date('2026-03-30T16:00:00Z') };

const LAYOUT = rollupLayout(METRICS);
const ROLLED = METRICS.filter((definition) => placeOf(LAYOUT, definition) !== undefined);

/** Metrics that are told of together, and what they may be asked by. */
const PLACES = FACT_TABLES.flatMap(({ name: fact }) => {
  const metrics = ROLLED.filter((definition) => definition.fact === fact).map(({ name }): MetricName => name);
  return metricSets(metrics).map((set) => ({
    metrics: set.metrics.map(({ name }) => name),
    dimensions: dimensionsOf(fact).filter(
      (name) => placeOf(LAYOUT, set.metrics[0] as never)?.place.dimensions.some((each) => each.name === name) === true,
    ),
  }));
});

/** Every metric of which totals are kept, by every dimension and every stretch of time of which they are. */
export const totalQuestions: readonly MetricsQuery[] = PLACES.flatMap(({ metrics, dimensions }, place) => {
  const single: readonly DimensionName[][] = dimensions.map((name) => [name]);
  const both = dimensions.map((name, index): DimensionName[] => [
    GRAINS[(index + place) % GRAINS.length] ?? 'DAY',
    name,
  ]);
  const stretches = GRAINS.map((grain): DimensionName[] => [grain]);
  return [[], ...stretches, ...single, ...both].map((groupBy, index) => ({
    ...{ metrics, groupBy, where: {}, window: WINDOW },
    timeZone: ZONES[(index + place) % 4] ?? 'UTC',
  }));
});

const VALUES = fc.array(fc.constantFrom('A', 'a', '东', "O'Neil", '$v0', 'CNY', 'VALID', 'nobody', null), {
  maxLength: 4,
});

/** Any question about totals: over whole hours, by one dimension or none and up to two stretches of time. */
export const anyTotalQuestion: fc.Arbitrary<MetricsQuery> = fc
  .constantFrom(...PLACES)
  .chain(({ metrics, dimensions }) => {
    const begin = fc.integer({ min: Date.parse('2025-09-01') / HOUR_MS, max: Date.parse('2026-08-01') / HOUR_MS });
    const dimension: fc.Arbitrary<DimensionName | undefined> = fc.constantFrom(undefined, ...dimensions);
    return fc
      .record({
        ...{ dimension, filter: fc.option(VALUES, { nil: undefined }), grouped: fc.boolean() },
        grains: fc.uniqueArray(fc.constantFrom(...GRAINS), { maxLength: 2 }),
        metrics: fc.uniqueArray(fc.constantFrom(...metrics), { minLength: 1, maxLength: 4 }),
        window: fc.tuple(begin, fc.integer({ min: 1, max: 95 * 24 })).map(([from, length]) => ({
          from: new Date(from * HOUR_MS),
          to: new Date((from + length) * HOUR_MS),
        })),
        timeZone: fc.constantFrom(...ZONES),
      })
      .map(({ dimension: name, filter, grouped, grains, ...query }) => ({
        ...query,
        groupBy: [...grains, ...(name !== undefined && grouped ? [name] : [])],
        where: name !== undefined && filter !== undefined ? { [name]: filter } : {},
      }));
  });
