import { compareKeys } from '../model/figures.model';
import type { MetricFigure } from '../model/metrics-answer.model';

type Key = string | null;

/** A grid in which every row has a cell for every column; a cell without a figure is undefined. */
export interface Grid {
  readonly columns: readonly Key[];
  readonly rows: readonly { readonly key: Key; readonly cells: readonly (MetricFigure | undefined)[] }[];
}

const sorted = (keys: readonly Key[]): readonly Key[] =>
  [...new Set(keys)].sort((left, right) => compareKeys([left], [right]));

/**
 * Lays figures of two dimensions, the column first, out in a grid; `nothing` stands where there is no group. Undefined when
 * it would have more cells than `limit`: few groups may be far apart.
 */
export function gridOf(
  groups: readonly { readonly keys: readonly Key[]; readonly figure: MetricFigure | undefined }[],
  nothing: MetricFigure | undefined,
  limit: number,
): Grid | undefined {
  const columns = sorted(groups.map(({ keys }) => keys[0] ?? null));
  const down = sorted(groups.map(({ keys }) => keys[1] ?? null));
  if (columns.length * down.length > limit) return undefined;
  const figures = new Map(groups.map(({ keys, figure }) => [JSON.stringify(keys), figure]));
  const rows = down.map((key) => ({
    key,
    cells: columns.map((column) => {
      const name = JSON.stringify([column, key]);
      return figures.has(name) ? figures.get(name) : nothing;
    }),
  }));
  return { columns, rows };
}
