import { factTableOf } from '../../facts/model/fact-tables.model';
import type { FactTable } from '../../facts/model/fact-table.model';
import { toEngineRows } from '../../metrics/engines/engine-rows.model';
import type { EngineRow, MetricSet } from '../../metrics/engines/engine.model';
import { dimensionColumn, isGrain, type DimensionName } from '../../metrics/model/dimension.model';
import type { MetricsQuery } from '../../metrics/model/metrics-query.model';
import type { Dictionary } from '../model/dictionary.model';
import { LABEL } from '../model/time-bucket.model';

type ResultRow = Readonly<Record<string, unknown>>;

/** How the numbers of a dimension are written. */
function writtenBy(fact: MetricSet['fact'], dimension: DimensionName, dictionary: Dictionary) {
  if (isGrain(dimension)) return LABEL[dimension];
  const found = dimensionColumn(fact, dimension);
  if (found === undefined) throw new Error(`${fact} has no ${dimension}`);
  const table: FactTable = factTableOf(found.of === 'complaint' ? 'complaint_fact' : fact);
  const kind = table.columns[found.column];
  return kind === 'code' || kind === 'text' ? (code: number) => dictionary.word(found.column, code) : String;
}

/** Rows of a copy, which are numbers throughout, as every engine gives them. */
export function toAnswer(
  rows: readonly ResultRow[],
  set: MetricSet,
  query: MetricsQuery,
  dictionary: Dictionary,
): readonly EngineRow[] {
  const written = query.groupBy.map((dimension) => writtenBy(set.fact, dimension, dictionary));
  const currency = set.metrics.flatMap(({ measure }) => (measure.kind === 'sum' ? [measure.currency] : []))[0];
  return toEngineRows(rows, set, query).map((row) => ({
    ...row,
    keys: row.keys.map((key, index) => (key === null ? null : (written[index]?.(Number(key)) ?? key))),
    currency: row.currency === null || currency === undefined ? null : dictionary.word(currency, Number(row.currency)),
  }));
}
