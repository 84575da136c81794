import * as fc from 'fast-check';
import { FACT_TABLES } from '../../facts/model/fact-tables.model';
import { metricSets } from '../../metrics/engines/metric-sets.model';
import { dimensionsOf, GRAINS, type DimensionName } from '../../metrics/model/dimension.model';
import { METRICS, type MetricName } from '../../metrics/model/metric-registry.model';
import type { MetricsQuery } from '../../metrics/model/metrics-query.model';
import { FOUND_BY_TIME } from '../answer/rollup-question.model';
import { placeOf, rollupLayout } from '../model/rollup-layout.model';

const HOUR_MS = 3_600_000;
const ZONES = ['UTC', 'Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu'];
const WINDOW = { from: new Date('2025-12-20T16:00:00Z'), to: new Date('2026-03-30T16:00:00Z') };

const WHOLE_DAYS = { from: new Date('2025-12-20T00:00:00Z'), to: new Date('2026-04-01T00:00:00Z') };
/** From the first of February to the end of March in China. */
const TWO_MONTHS = { from: new Date('2026-01-31T16:00:00Z'), to: new Date('2026-03-31T16:00:00Z') };
/** Facts of tests lie in the hours in which it begins and ends. */
const ENDING_WITHIN_HOURS = { from: new Date('2025-12-31T23:30:00Z'), to: new Date('2026-03-29T01:30:00.001Z') };

const LAYOUT = rollupLayout(METRICS);
const ROLLED = METRICS.filter((definition) => placeOf(LAYOUT, definition) !== undefined);

/** Metrics that are told of together, and what they may be asked by. */
const PLACES = FACT_TABLES.flatMap(({ name: fact }) => {
  const metrics = ROLLED.filter((definition) => definition.fact === fact).map(({ name }): MetricName => name);
  return metricSets(metrics).map((set) => ({
    metrics: set.metrics.map(({ name }) => name),
    isFoundByTime: FOUND_BY_TIME.has(`${fact}/${set.anchor}`),
    dimensions: dimensionsOf(fact).filter(
      (name) => placeOf(LAYOUT, set.metrics[0] as never)?.place.dimensions.some((each) => each.name === name) === true,
    ),
  }));
});

/** Stretches of which there are totals by a dimension: days of UTC, and what is made of them. */
const OF_DAYS = GRAINS.filter((grain) => grain !== 'HOUR' && grain !== 'HOUR_OF_DAY');

type Question = Pick<MetricsQuery, 'groupBy' | 'window'> & Partial<Pick<MetricsQuery, 'timeZone'>>;

/** Every metric of which totals are kept, by every dimension and every stretch of time of which they are. */
export const totalQuestions: readonly MetricsQuery[] = PLACES.flatMap(
  ({ metrics, dimensions, isFoundByTime }, place) => {
    const whole: readonly Question[] = [
      { groupBy: [], window: WINDOW },
      ...GRAINS.map((grain): Question => ({ groupBy: [grain], window: WINDOW })),
      ...dimensions.map((name): Question => ({ groupBy: [name], window: WHOLE_DAYS })),
      ...dimensions.map((name, index): Question => {
        const grain = OF_DAYS[(index + place) % OF_DAYS.length] ?? 'DAY';
        return { groupBy: [grain, name], window: WHOLE_DAYS, timeZone: 'UTC' };
      }),
    ];
    const ending: readonly Question[] = [
      ...[[], ['DAY' as const]].map((groupBy): Question => ({ groupBy, window: ENDING_WITHIN_HOURS })),
      ...dimensions.map((name): Question => ({ groupBy: [name], window: ENDING_WITHIN_HOURS })),
      ...dimensions.map((name): Question => ({
        groupBy: ['MONTH', name],
        window: TWO_MONTHS,
        timeZone: 'Asia/Shanghai',
      })),
    ];
    return [...whole, ...(isFoundByTime ? ending : [])].map((asked, index) => ({
      ...{ metrics, where: {}, timeZone: ZONES[(index + place) % 4] ?? 'UTC' },
      ...asked,
    }));
  },
);

const VALUES = fc.array(fc.constantFrom('A', 'a', '东', "O'Neil", '$v0', 'CNY', 'VALID', 'nobody', null), {
  maxLength: 4,
});

/** Hours in which facts of tests lie; windows begin and end near them, and often not at a whole hour. */
const HOURS = [
  '2025-10-26T01',
  '2025-11-02T06',
  '2025-12-31T23',
  '2026-03-08T07',
  '2026-03-29T01',
  '2026-06-30T16',
].map((hour) => Date.parse(`${hour}:00:00Z`));
const aMoment = fc
  .tuple(
    fc.constantFrom(...HOURS),
    fc.integer({ min: -25, max: 25 }),
    fc.constantFrom(0, 0, 0, 1, 1_800_000, HOUR_MS - 1),
  )
  .map(([hour, hours, more]) => hour + hours * HOUR_MS + more);
const aWindow = fc
  .tuple(aMoment, aMoment)
  .filter(([left, right]) => Math.abs(left - right) >= 2 * HOUR_MS)
  .map(([left, right]) => ({ from: new Date(Math.min(left, right)), to: new Date(Math.max(left, right)) }));

/** Any question about totals: over any window, by one dimension or none and up to two stretches of time. */
export const anyTotalQuestion: fc.Arbitrary<MetricsQuery> = fc
  .constantFrom(...PLACES)
  .chain(({ metrics, dimensions }) => {
    const dimension: fc.Arbitrary<DimensionName | undefined> = fc.constantFrom(undefined, ...dimensions);
    return fc
      .record({
        ...{ dimension, filter: fc.option(VALUES, { nil: undefined }), grouped: fc.boolean() },
        grains: fc.uniqueArray(fc.constantFrom(...GRAINS), { maxLength: 2 }),
        metrics: fc.uniqueArray(fc.constantFrom(...metrics), { minLength: 1, maxLength: 4 }),
        ...{ window: aWindow, timeZone: fc.constantFrom(...ZONES) },
      })
      .map(({ dimension: name, filter, grouped, grains, ...query }) => ({
        ...query,
        groupBy: [...grains, ...(name !== undefined && grouped ? [name] : [])],
        where: name !== undefined && filter !== undefined ? { [name]: filter } : {},
      }));
  });
