import * as fc from 'fast-check';
import { fixedClock } from '@redress/kernel';
import { FACT_TABLES } from '../../facts/model/fact-tables.model';
import { askMetrics, type AsOf } from '../answer-metrics.handler';
import { DIMENSION_NAMES, dimensionsOf, isGrain, type DimensionName } from '../model/dimension.model';
import { METRICS } from '../model/metric-registry.model';
import type { MetricsFilter, MetricsQuery } from '../model/metrics-query.model';
import type { MetricsEngine } from './engine.model';

const ZONES = ['UTC', 'Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu'];
const EVERYTHING = { from: new Date('2020-01-01T00:00:00Z'), to: new Date('2030-01-01T00:00:00Z') };
const SPREAD = { percentiles: [1, 29, 50, 90, 99, 100], edges: [0, 1_800_000, 86_400_000] };
const NOW = new Date('2026-03-29T01:00:00.001Z');

/** How many questions are asked at random. */
const RUNS = 80;

/** An engine, and the one that it must agree with; a moment at which both are asked. */
export interface Compared {
  readonly name: string;
  readonly tenantId: () => string;
  readonly engine: () => MetricsEngine;
  readonly reference: () => MetricsEngine;
  readonly position: () => bigint;
  /** It is asked every so many of the questions that go through all metrics and dimensions. */
  readonly every: number;
  /** Of how many questions at least it must be able to tell. */
  readonly answersAtLeast: number;
  /** What it is asked instead of everything, where it can tell only some things. */
  readonly only?: {
    readonly questions: readonly MetricsQuery[];
    readonly any: fc.Arbitrary<MetricsQuery>;
    /** Of how many of {@link RUNS} questions at random it must be able to tell. */
    readonly answersAtLeast: number;
  };
}

/** What may be asked of each fact: all its metrics by every dimension, two at a time, and without any. */
function questions(): readonly MetricsQuery[] {
  return FACT_TABLES.flatMap(({ name: fact }) => {
    const metrics = METRICS.filter((metric) => metric.fact === fact).map(({ name }) => name);
    if (metrics.length === 0) return [];
    const dimensions = dimensionsOf(fact);
    const pairs = dimensions.flatMap((dimension, index) =>
      index % 2 === 0 ? [[dimension, ...dimensions.slice(index + 1, index + 2)]] : [],
    );
    return [[], ...pairs].map((groupBy, index): MetricsQuery => ({
      ...{ metrics, groupBy, where: {}, window: EVERYTHING },
      timeZone: ZONES[index % ZONES.length] ?? 'UTC',
      ...(index % 5 === 0 ? { spread: SPREAD } : {}),
    }));
  });
}

const VALUES = fc.array(fc.constantFrom('A', 'a', '东', "O'Neil", '$v0', '1', '01', '-1', 'CNY', 'nobody', null), {
  maxLength: 4,
});

/** Any question: up to three dimensions, up to two filters, any window around the moments that rows have. */
const anyQuestion: fc.Arbitrary<MetricsQuery> = fc
  .uniqueArray(fc.constantFrom(...METRICS.map(({ name }) => name)), { minLength: 1, maxLength: 4 })
  .chain((metrics) => {
    const facts = METRICS.filter(({ name }) => metrics.includes(name)).map(({ fact }) => fact);
    const common = DIMENSION_NAMES.filter((name) => facts.every((fact) => dimensionsOf(fact).includes(name)));
    const filters = common.filter((name) => !isGrain(name));
    const where: fc.Arbitrary<MetricsFilter> =
      filters.length === 0 ? fc.constant({}) : fc.dictionary(fc.constantFrom(...filters), VALUES, { maxKeys: 2 });
    const moment = fc.integer({ min: Date.parse('2025-09-01'), max: Date.parse('2026-08-01') });
    return fc.record({
      metrics: fc.constant(metrics),
      groupBy: fc.uniqueArray(fc.constantFrom<DimensionName>(...common), { maxLength: 3 }),
      where,
      window: fc.tuple(moment, fc.integer({ min: 1, max: 300 * 86_400_000 })).map(([from, length]) => ({
        from: new Date(from),
        to: new Date(from + length),
      })),
      timeZone: fc.constantFrom(...ZONES),
      ...{ parts: where, persons: fc.constantFrom<NonNullable<MetricsQuery['persons']>>(false, false, true, 'ALONE') },
    });
  })
  .map(({ parts, ...query }) => (query.persons === 'ALONE' ? { ...query, parts } : query));

const UNTOLD = new Error('the engine cannot tell');
const untold = (): never => {
  throw UNTOLD;
};

/** What the reference told, which is asked once for all engines. */
const KNOWN = new Map<string, string | undefined>();

/** Stands behind an engine, to notice that it could not tell. */
const lastResort = (position: bigint): MetricsEngine => ({
  name: 'facts',
  canAnswer: () => true,
  position: () => Promise.resolve(position),
  rows: untold,
});

/** Every engine answers every question that it answers at all to the byte as the facts do. */
export function describeEngine(compared: Compared): void {
  const { name, tenantId, engine, reference, position, every, answersAtLeast, only } = compared;
  async function answerOf(of: MetricsEngine, query: MetricsQuery, at: AsOf): Promise<string | undefined> {
    const ask = askMetrics({
      engines: [of, lastResort(at.position)],
      clock: fixedClock(NOW.toISOString()),
      isComplete: () => Promise.resolve(true),
    });
    const outcome = await ask(tenantId(), query, at).catch((error: unknown) => {
      if (error === UNTOLD) return undefined;
      throw error;
    });
    if (outcome === undefined) return undefined;
    return JSON.stringify(outcome.ok ? outcome.value.rows : outcome.refusals);
  }

  async function agree(query: MetricsQuery): Promise<boolean> {
    const at = { position: position(), time: NOW };
    const told = await answerOf(engine(), query, at);
    if (told === undefined) return false;
    const question = JSON.stringify([tenantId(), String(at.position), query]);
    const right = KNOWN.get(question) ?? (await answerOf(reference(), query, at));
    KNOWN.set(question, right);
    expect({ query, told }).toEqual({ query, told: right });
    return true;
  }

  describe(name, () => {
    it('tells of every metric by every dimension what the facts tell', async () => {
      let answered = 0;
      for (const [index, query] of (only?.questions ?? questions()).entries())
        if (index % every === 0 && (await agree(query))) answered += 1;
      expect(answered).toBeGreaterThanOrEqual(answersAtLeast);
    }, 600_000);

    it('tells of any question what the facts tell', async () => {
      let answered = 0;
      await fc.assert(
        fc.asyncProperty(only?.any ?? anyQuestion, async (query) => {
          if (await agree(query)) answered += 1;
        }),
        { seed: 20_261_122, numRuns: RUNS },
      );
      expect(answered).toBeGreaterThanOrEqual(only?.answersAtLeast ?? 0);
    }, 600_000);
  });
}
