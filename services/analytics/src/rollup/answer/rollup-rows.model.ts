import type { EngineRow } from '../../metrics/engines/engine.model';
import { isGrain, type DimensionName } from '../../metrics/model/dimension.model';
import { wordOf } from '../model/rollup-deltas.model';
import type { RolledSet } from './rollup-question.model';
import { POSITION_PART, setsOf, type AskedOfTotals } from './rollup-statement.model';

export type ResultRow = Readonly<Record<string, string | number | null>>;

interface Group extends Pick<EngineRow, 'keys' | 'currency'> {
  readonly numbers: readonly bigint[];
}

/** The numbers of each metric as every engine gives them; there is no sum of nothing. */
function cellsOf(numbers: readonly bigint[], { place, metrics }: RolledSet): EngineRow['cells'] {
  let from = 0;
  return metrics.map(({ length }) => {
    const cell = Array.from({ length }, (_, index) => numbers[from + index] ?? 0n);
    from += length;
    if (place.currency === undefined) return cell;
    const [sum = 0n, of = 0n] = cell;
    return [of === 0n ? null : sum];
  });
}

const textOf = (value: string | number | null | undefined): string | null =>
  value === null || value === undefined ? null : String(value);

function toGroup(row: ResultRow, groupBy: readonly DimensionName[], width: number): Group {
  return {
    keys: groupBy.map((dimension, index) => {
      const key = textOf(row[`k${index}`]);
      return isGrain(dimension) ? key : wordOf(key ?? '');
    }),
    currency: wordOf(textOf(row['currency']) ?? ''),
    numbers: Array.from({ length: width }, (_, index) => BigInt(row[`m${index}`] ?? 0)),
  };
}

/** A group of totals and the same at the ends of the window are one. */
function together(groups: readonly Group[]): readonly Group[] {
  const found = new Map<string, Group>();
  for (const group of groups) {
    const name = JSON.stringify([group.keys, group.currency]);
    const { numbers = [] } = found.get(name) ?? {};
    found.set(name, { ...group, numbers: group.numbers.map((number, index) => number + (numbers[index] ?? 0n)) });
  }
  return [...found.values()];
}

function byPart(rows: readonly ResultRow[]): ReadonlyMap<number, readonly ResultRow[]> {
  const parts = new Map<number, ResultRow[]>();
  for (const row of rows) {
    const part = Number(row['part']);
    const found = parts.get(part);
    if (found === undefined) parts.set(part, [row]);
    else found.push(row);
  }
  return parts;
}

/** What the statement gave, for each set of each question; undefined when the totals do not hold for the position. */
export function rollupRows(
  rows: readonly ResultRow[],
  asked: readonly AskedOfTotals[],
): readonly (readonly (readonly EngineRow[])[])[] | undefined {
  const parts = byPart(rows);
  if (!parts.has(POSITION_PART)) return undefined;
  const answers = new Map<AskedOfTotals['question'], (readonly EngineRow[])[]>();
  for (const { part, set, query, question } of setsOf(asked)) {
    const { groupBy } = query;
    const width = set.metrics.flat().length;
    const groups = together((parts.get(part) ?? []).map((row) => toGroup(row, groupBy, width)));
    // Without groups there is an answer also about nothing, as there is one group of everything.
    const isOfAll = groupBy.length === 0 && set.place.currency === undefined;
    const told = groups.length === 0 && isOfAll ? [{ keys: [], currency: null, numbers: [] }] : groups;
    const ofSet = told.map(({ keys, currency, numbers }) => ({ keys, currency, cells: cellsOf(numbers, set) }));
    answers.set(question, [...(answers.get(question) ?? []), ofSet]);
  }
  return asked.map(({ question }) => answers.get(question) ?? []);
}
