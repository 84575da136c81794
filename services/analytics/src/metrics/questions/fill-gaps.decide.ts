import { isGrain } from '../model/dimension.model';
import { compareKeys } from '../model/figures.model';
import type { MetricsQuery } from '../model/metrics-query.model';
import type { FiguresRow } from './figures-query.model';
import { figuresOfNothing } from './nothing.model';
import { stretchesOf } from './stretches.model';

/** What tells rows apart. */
export const nameOfRow = ({ keys, rest }: Pick<FiguresRow, 'keys' | 'rest'>): string => JSON.stringify([rest, keys]);

/** Rows by their keys, the one with the rest after all others. */
export const inOrder = (rows: readonly FiguresRow[]): readonly FiguresRow[] =>
  [...rows].sort((left, right) => Number(left.rest) - Number(right.rest) || compareKeys(left.keys, right.keys));

/**
 * Adds a row for every stretch of time of the window that has none, for each of the other groups that there are.
 * Undefined when that would make more than `limit` rows.
 */
export function fillGaps(
  rows: readonly FiguresRow[],
  { groupBy, metrics, window, timeZone }: MetricsQuery,
  limit: number,
): readonly FiguresRow[] | undefined {
  const isTime = groupBy.map(isGrain);
  const others = new Map<string, Pick<FiguresRow, 'keys' | 'rest'>>();
  if (isTime.every(Boolean)) others.set('', { keys: groupBy.map(() => null), rest: false });
  for (const { keys, rest } of rows) {
    const plain = keys.map((key, index) => (isTime[index] === true ? null : key));
    if (others.size <= limit) others.set(nameOfRow({ keys: plain, rest }), { keys: plain, rest });
  }
  if (isTime.every(Boolean)) others.delete(nameOfRow({ keys: groupBy.map(() => null), rest: false }));
  let groups = [...others.values()];
  for (const [index, dimension] of groupBy.entries()) {
    if (!isGrain(dimension)) continue;
    const stretches = stretchesOf(dimension, window, timeZone, limit);
    if (stretches === undefined || groups.length * stretches.length > limit) return undefined;
    groups = groups.flatMap(({ keys, rest }) => stretches.map((name) => ({ keys: keys.with(index, name), rest })));
  }
  const known = new Set(rows.map(nameOfRow));
  const figures = figuresOfNothing(metrics);
  const missing = groups.filter((group) => !known.has(nameOfRow(group))).map((group) => ({ ...group, figures }));
  return inOrder([...rows, ...missing]);
}
