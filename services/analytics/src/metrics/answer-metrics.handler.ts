import { accept, refuse, type Clock, type Outcome } from '@redress/kernel';
import { METRIC_VERSION } from './metric-registry.model';
import type { AnswerAsOf, MetricsRow } from './metrics-answer.model';
import { checkMetricsQuery, MAXIMUM_GROUPS, type MetricsQuery } from './metrics-query.model';

/** Where the handler reads from. */
export interface MetricsSource {
  readRows(query: MetricsQuery, now: Date): Promise<readonly MetricsRow[]>;
  readAsOf(): Promise<AnswerAsOf>;
}

/** Figures with the moment, position and definitions that they hold for. */
export interface MetricsAnswer {
  readonly rows: readonly MetricsRow[];
  readonly asOf: AnswerAsOf & { readonly time: Date; readonly metricVersion: number };
}

/** The one way to figures: every screen, report and export asks here. The position is read before the rows. */
export async function answerMetrics(
  query: MetricsQuery,
  source: MetricsSource,
  clock: Clock,
): Promise<Outcome<MetricsAnswer>> {
  const checked = checkMetricsQuery(query);
  if (!checked.ok) return checked;
  const time = clock.now();
  const asOf = await source.readAsOf();
  const rows = await source.readRows(checked.value, time);
  if (rows.length > MAXIMUM_GROUPS) {
    return refuse({
      code: 'ANALYTICS_TOO_MANY_GROUPS',
      path: ['query', 'groupBy'],
      facts: { limit: MAXIMUM_GROUPS },
      details: { limit: MAXIMUM_GROUPS },
    });
  }
  return accept({ rows, asOf: { ...asOf, time, metricVersion: METRIC_VERSION } });
}
