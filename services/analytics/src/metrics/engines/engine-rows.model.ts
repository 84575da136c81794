import type { Measure } from '../model/metric.model';
import { filteredBy, type MetricsQuery } from '../model/metrics-query.model';
import type { EngineRow, MetricSet } from './engine.model';

/** How many numbers an engine gives for a measure. */
function cellsOf({ kind }: Measure, { spread }: MetricsQuery): number {
  if (kind === 'duration' || kind === 'worked')
    return 4 + (spread?.percentiles.length ?? 0) + (spread?.edges.length ?? 0);
  return kind === 'share' || kind === 'average' ? 2 : 1;
}

type ResultRow = Readonly<Record<string, unknown>>;

const integer = (value: unknown): bigint | null =>
  value === null || value === undefined ? null : BigInt(value as string | number | bigint);

const key = (value: unknown): string | null => (value === null || value === undefined ? null : `${value as string}`);

/** Rows of a {@link metricsStatement} as every engine gives them. */
export function toEngineRows(
  rows: readonly ResultRow[],
  { metrics }: MetricSet,
  query: MetricsQuery,
): readonly EngineRow[] {
  const names = [...query.groupBy, ...filteredBy(query.parts ?? {})];
  return rows.map((row) => ({
    keys: names.map((_, index) => key(row[`k${index}`])),
    currency: key(row['currency']),
    cells: metrics.map(({ measure }, index) =>
      Array.from({ length: cellsOf(measure, query) }, (_, place) => integer(row[`m${index}_${place}`])),
    ),
  }));
}
