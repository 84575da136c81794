import { factTableOf } from '../../facts/model/fact-tables.model';
import type { FactTable } from '../../facts/model/fact-table.model';
import { toEngineRows } from '../../metrics/engines/engine-rows.model';
import type { EngineRow, MetricSet } from '../../metrics/engines/engine.model';
import { dimensionColumn, isGrain, type DimensionName } from '../../metrics/model/dimension.model';
import type { MetricsQuery } from '../../metrics/model/metrics-query.model';
import { LABEL } from '../model/time-bucket.model';

/** The word that a copy keeps as this value of a column. */
export type WordOf = (column: string, kept: string) => string;

type ResultRow = Readonly<Record<string, unknown>>;

/** How what a copy keeps of a dimension is written. */
function writtenBy(fact: MetricSet['fact'], dimension: DimensionName, wordOf: WordOf): (kept: string) => string {
  if (isGrain(dimension)) return (kept) => LABEL[dimension](Number(kept));
  const found = dimensionColumn(fact, dimension);
  if (found === undefined) throw new Error(`${fact} has no ${dimension}`);
  const table: FactTable = factTableOf(found.of === 'complaint' ? 'complaint_fact' : fact);
  const kind = table.columns[found.column];
  return kind === 'code' || kind === 'text' ? (kept) => wordOf(found.column, kept) : String;
}

/** Rows of a copy as every engine gives them. */
export function toAnswer(
  rows: readonly ResultRow[],
  set: MetricSet,
  query: MetricsQuery,
  wordOf: WordOf,
): readonly EngineRow[] {
  const written = query.groupBy.map((dimension) => writtenBy(set.fact, dimension, wordOf));
  const currency = set.metrics.flatMap(({ measure }) => (measure.kind === 'sum' ? [measure.currency] : []))[0];
  return toEngineRows(rows, set, query).map((row) => ({
    ...row,
    keys: row.keys.map((key, index) => (key === null ? null : (written[index]?.(key) ?? key))),
    currency: row.currency === null || currency === undefined ? null : wordOf(currency, row.currency),
  }));
}
