import { accept, refuse, type Clock, type Outcome } from '@redress/kernel';
import type { EngineName, MetricsEngine } from './engines/engine.model';
import { metricSets } from './engines/metric-sets.model';
import { toRows } from './model/figures.model';
import { METRIC_VERSION } from './model/metric-registry.model';
import type { MetricsRow } from './model/metrics-answer.model';
import { personSets, withPersons } from './model/persons.model';
import {
  checkMetricsQuery,
  MAXIMUM_GROUPS,
  tooManyGroups,
  type MetricsQuery,
  type MetricsRefusal,
} from './model/metrics-query.model';

/** What an answer takes into account: the same question with the same of it has the same answer for ever. */
export interface AsOf {
  /** Position in the change log up to which events are in the figures. */
  readonly position: bigint;
  /** The moment that decides what is overdue. */
  readonly time: Date;
}

/** Figures with the moment, position and definitions that they hold for. */
export interface MetricsAnswer {
  readonly rows: readonly MetricsRow[];
  readonly asOf: AsOf & {
    /** False while an event that is known waits for an earlier one or for an operator. */
    readonly complete: boolean;
    readonly metricVersion: number;
  };
  readonly engine: EngineName;
}

/** The one way to figures: every screen, report, signal and export asks here. */
export type AskMetrics = (
  tenantId: string,
  query: MetricsQuery,
  at?: Partial<AsOf>,
) => Promise<Outcome<MetricsAnswer, MetricsRefusal>>;

/** What answering needs. */
export interface AskMetricsParts {
  /** In the order of preference; the last can answer everything. */
  readonly engines: readonly MetricsEngine[];
  readonly clock: Clock;
  /** Whether no event that is known of the tenant waits. */
  readonly isComplete: (tenantId: string) => Promise<boolean>;
}

/**
 * Asks the engines in their order until one can tell; the last is asked how far the figures go at most. A position is
 * taken before its rows are read.
 */
export function askMetrics({ engines, clock, isComplete }: AskMetricsParts): AskMetrics {
  return async (tenantId, query, at) => {
    const checked = checkMetricsQuery(query);
    if (!checked.ok) return checked;
    const measured = metricSets(query.metrics);
    const sets = query.persons === true ? [...measured, ...personSets(measured)] : measured;
    if (at?.position !== undefined && at.position > ((await engines.at(-1)?.position(tenantId)) ?? 0n)) {
      return refuse({ code: 'ANALYTICS_FUTURE_POSITION', path: ['query', 'asOf', 'position'] });
    }
    const complete = await isComplete(tenantId);
    for (const engine of engines) {
      if (!engine.canAnswer(tenantId, query, sets)) continue;
      const position = at?.position ?? (await engine.position(tenantId));
      if (position === undefined) continue;
      const time = at?.time ?? clock.now();
      const answers = await engine.rows(tenantId, query, sets, { position, now: time }, MAXIMUM_GROUPS);
      if (answers === undefined) continue;
      if (answers.some((rows) => rows.length > MAXIMUM_GROUPS)) return tooManyGroups();
      const groups = measured.flatMap(({ metrics }, index) =>
        (answers[index] ?? []).map((row) => ({ ...row, metrics })),
      );
      const rows = withPersons(toRows(groups, query.metrics, query.spread), answers.slice(measured.length));
      return accept({ rows, asOf: { position, time, complete, metricVersion: METRIC_VERSION }, engine: engine.name });
    }
    throw new Error('no engine could answer');
  };
}
