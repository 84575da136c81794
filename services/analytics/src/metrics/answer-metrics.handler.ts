import { accept, refuse, type Clock, type Outcome } from '@redress/kernel';
import type { EngineName, MetricsEngine } from './engines/engine.model';
import { metricSets } from './engines/metric-sets.model';
import { toRows } from './model/figures.model';
import { METRIC_VERSION } from './model/metric-registry.model';
import type { MetricsRow } from './model/metrics-answer.model';
import { onlyPersons, personSets, withPersons } from './model/persons.model';
import {
  checkMetricsQuery,
  MAXIMUM_GROUPS,
  partsOf,
  tooManyGroups,
  type MetricsQuery,
  type MetricsRefusal,
} from './model/metrics-query.model';
import { rowsWithPersons, type Ask } from './rows-with-persons.handler';

/** Most groups that are asked for where nobody is shown them all. */
const MOST_GROUPS = 50_000;

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
    const asked = metricSets(query.metrics);
    const measured = query.persons === 'ALONE' ? [] : asked;
    const persons = query.persons === undefined || query.persons === false ? [] : personSets(asked);
    const sets = [...measured, ...persons];
    const limit = Math.min((query.groupsAtMost ?? MAXIMUM_GROUPS) * partsOf(query.parts ?? {}), MOST_GROUPS);
    if (at?.position !== undefined && at.position > ((await engines.at(-1)?.position(tenantId)) ?? 0n)) {
      return refuse({ code: 'ANALYTICS_FUTURE_POSITION', path: ['query', 'asOf', 'position'] });
    }
    const complete = await isComplete(tenantId);
    for (const engine of engines) {
      if (!engine.canAnswer(tenantId, query, sets)) continue;
      const position = at?.position ?? (await engine.position(tenantId));
      if (position === undefined) continue;
      const time = at?.time ?? clock.now();
      const rowsOf: Ask = (question, of) => engine.rows(tenantId, question, of, { position, now: time }, limit);
      const answers = await rowsWithPersons(rowsOf, query, { measured, persons });
      if (answers === undefined) continue;
      const { counted } = answers;
      if ([...answers.measured, ...counted].some((rows) => rows.length > limit)) return tooManyGroups();
      const groups = measured.flatMap(({ metrics }, index) =>
        (answers.measured[index] ?? []).map((row) => ({ ...row, metrics })),
      );
      const rows =
        query.persons === 'ALONE'
          ? onlyPersons(counted)
          : withPersons(toRows(groups, query.metrics, query.spread), counted);
      return accept({ rows, asOf: { position, time, complete, metricVersion: METRIC_VERSION }, engine: engine.name });
    }
    throw new Error('no engine could answer');
  };
}
