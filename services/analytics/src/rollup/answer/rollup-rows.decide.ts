import type { EngineRow } from '../../metrics/engines/engine.model';
import { isGrain } from '../../metrics/model/dimension.model';
import type { MetricsQuery } from '../../metrics/model/metrics-query.model';
import { wordOf } from '../model/rollup-deltas.model';
import type { RolledSet, RollupQuestion } from './rollup-question.decide';
import { POSITION_PART } from './rollup-statement.decide';

export type ResultRow = Readonly<Record<string, string | number | null>>;

/** The numbers of each metric as every engine gives them; there is no sum of nothing. */
function cellsOf(row: ResultRow, { place, metrics }: RolledSet): EngineRow['cells'] {
  const numbers = metrics.flat().map((_, index) => BigInt(row[`m${index}`] ?? 0));
  let from = 0;
  return metrics.map(({ length }) => {
    const cell = numbers.slice(from, from + length);
    from += length;
    if (place.currency === undefined) return cell;
    const [sum = 0n, of = 0n] = cell;
    return [of === 0n ? null : sum];
  });
}

const textOf = (value: string | number | null | undefined): string | null =>
  value === null || value === undefined ? null : String(value);

/** What the statement gave, for each set; undefined when the totals do not hold for the position. */
export function rollupRows(
  rows: readonly ResultRow[],
  { groupBy }: MetricsQuery,
  { sets }: RollupQuestion,
): readonly (readonly EngineRow[])[] | undefined {
  const parts = new Map<number, ResultRow[]>();
  for (const row of rows) {
    const part = Number(row['part']);
    const found = parts.get(part);
    if (found === undefined) parts.set(part, [row]);
    else found.push(row);
  }
  if (!parts.has(POSITION_PART)) return undefined;
  return sets.map((set, part) => {
    const found = (parts.get(part) ?? []).map((row) => ({
      keys: groupBy.map((dimension, index) => {
        const key = textOf(row[`k${index}`]);
        return isGrain(dimension) ? key : wordOf(key ?? '');
      }),
      currency: wordOf(textOf(row['currency']) ?? ''),
      cells: cellsOf(row, set),
    }));
    // Without groups there is an answer also about nothing, as there is one group of everything.
    const isOfAll = groupBy.length === 0 && set.place.currency === undefined;
    return found.length === 0 && isOfAll ? [{ keys: [], currency: null, cells: cellsOf({}, set) }] : found;
  });
}
