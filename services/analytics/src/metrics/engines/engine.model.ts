import type { Metric } from '../model/metric.model';
import type { MetricName } from '../model/metric-registry.model';
import type { MetricsQuery } from '../model/metrics-query.model';

export type EngineName = 'facts' | 'rollup' | 'duckdb' | 'clickhouse';

/** Metrics of one fact and one anchor, which one statement answers. */
export interface MetricSet {
  readonly fact: Metric['fact'];
  readonly anchor: string;
  readonly metrics: readonly Metric<MetricName>[];
}

/** The moment for which something is asked: a position in the change log, and the time that decides what is overdue. */
export interface Moment {
  readonly position: bigint;
  readonly now: Date;
}

/**
 * One group of one set as an engine answers it. `cells` has, for each metric of the set in order, its numbers: a count,
 * or numerator and denominator of a share, or sum and count of an average, or count, total, median and 90th percentile and
 * then, where the question has a spread, its percentiles and how many lie below each of its edges.
 */
export interface EngineRow {
  readonly keys: readonly (string | null)[];
  readonly currency: string | null;
  readonly cells: readonly (readonly (bigint | null)[])[];
}

/** What answers questions: all of them give the same answer to the same question at the same moment. */
export interface MetricsEngine {
  readonly name: EngineName;
  /**
   * Whether it can answer for this question at this position; the first engine of several that can is asked. What it
   * says may be out of date by the time it is asked, so `rows` may still answer undefined, and the next is asked then.
   */
  canAnswer(tenantId: string, query: MetricsQuery, sets: readonly MetricSet[]): boolean;
  /** Where the engine has come to for a tenant, when nobody asks for an earlier moment. */
  position(tenantId: string): Promise<bigint | undefined>;
  /** The groups of each set, unordered, at most `limit` and one more of each; undefined when it cannot tell for this moment. */
  rows(
    tenantId: string,
    query: MetricsQuery,
    sets: readonly MetricSet[],
    moment: Moment,
    limit: number,
  ): Promise<readonly (readonly EngineRow[])[] | undefined>;
}
