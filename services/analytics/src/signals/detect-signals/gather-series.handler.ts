import { accept, type Outcome } from '@redress/kernel';
import type { AskMetrics, MetricsAnswer } from '../../metrics/answer-metrics.handler';
import type { MetricName } from '../../metrics/model/metric-registry.model';
import type { MetricsRow } from '../../metrics/model/metrics-answer.model';
import { firstDayNeeded } from '../model/chart-series.rules';
import { startOf } from '../model/local-day.model';
import {
  FIGURE_DEFINITIONS,
  FIGURES,
  RECEIVED,
  SOLD,
  VALUES_CHOSEN_AMONG,
  WATCHED_DIMENSIONS,
  type Series,
  type SeriesName,
  type WatchedDimension,
} from '../model/series.model';
import { readSeries } from '../model/read-series.rules';

/** So many values of a dimension are watched, those with the most complaints. */
export const VALUES_AT_MOST = 100;
/** So many at once, so that an answer by day stays below the number of groups that one may have. */
const VALUES_AT_ONCE = 15;

/** A dimension of which more values have complaints than are watched. */
export interface Capped {
  readonly dimension: WatchedDimension;
  readonly watched: number;
  readonly values: number;
}

/** Everything that a run looks at. */
export interface Gathered {
  readonly series: readonly Series[];
  readonly historyFrom: string;
  readonly capped: readonly Capped[];
  readonly asOf: MetricsAnswer['asOf'];
}

/** Asks the metric service for the series, all as of one moment; also those of `followed`, however small they are. */
export async function gatherSeries(
  ask: AskMetrics,
  {
    tenantId,
    today,
    timeZone,
    followed,
  }: { tenantId: string; today: string; timeZone: string; followed: readonly SeriesName[] },
): Promise<Outcome<Gathered>> {
  const window = { from: startOf(firstDayNeeded(today), timeZone), to: startOf(today, timeZone) };
  const plain = { metrics: [RECEIVED], where: {}, window, timeZone } as const;
  const days = await ask(tenantId, { ...plain, groupBy: ['DAY'] });
  if (!days.ok) return days;
  const { asOf } = days.value;
  const [series, capped]: [Series[], Capped[]] = [[], []];
  for (const dimension of WATCHED_DIMENSIONS) {
    const totals = await ask(tenantId, { ...plain, groupBy: [dimension], groupsAtMost: VALUES_CHOSEN_AMONG }, asOf);
    const tooMany = !totals.ok && totals.refusals.every(({ code }) => code === 'ANALYTICS_TOO_MANY_GROUPS');
    if (!totals.ok && !tooMany) return totals;
    const values = totals.ok ? ranked(totals.value.rows) : [];
    const watched = values.slice(0, VALUES_AT_MOST);
    const there = totals.ok ? values.length : VALUES_CHOSEN_AMONG;
    if (there > watched.length) capped.push({ dimension, watched: watched.length, values: there });
    const known = followed.filter((name) => name.dimension === dimension).map(({ value }) => value);
    const all = [...new Set([...watched, ...known])];
    for (let at = 0; at < all.length; at += VALUES_AT_ONCE) {
      const where = { [dimension]: all.slice(at, at + VALUES_AT_ONCE) };
      const metrics = metricsFor(dimension);
      const found = await ask(tenantId, { metrics, groupBy: [dimension, 'DAY'], where, window, timeZone }, asOf);
      if (!found.ok) return found;
      series.push(...readSeries(dimension, where[dimension] ?? [], found.value.rows));
    }
  }
  const historyFrom = days.value.rows.map(({ keys: [day] }) => day).find((day) => day !== null) ?? today;
  return accept({ series, historyFrom, capped, asOf });
}

function metricsFor(dimension: WatchedDimension): readonly MetricName[] {
  const metrics = FIGURES.map((figure) => FIGURE_DEFINITIONS[figure].metric);
  return [...new Set([RECEIVED, ...metrics, ...(dimension === 'PRODUCT' ? [SOLD] : [])])];
}

/** Values by their complaints, the most first; complaints without a value are nobody's series. */
function ranked(rows: readonly MetricsRow[]): readonly string[] {
  return rows
    .flatMap(({ keys: [value], figures: [figure] }) =>
      value === null || value === undefined ? [] : [{ value, count: Number(figure?.value ?? 0) }],
    )
    .sort((left, right) => right.count - left.count || (left.value < right.value ? -1 : 1))
    .map(({ value }) => value);
}
