import type { DimensionName } from '../model/dimension.model';
import type { FiguresRow } from '../questions/figures-query.model';

/** A file's figures, one a line, exactly as the graph tells them; `null` is an empty cell. */
export interface FiguresTable {
  readonly head: readonly string[];
  readonly lines: readonly (readonly (string | null)[])[];
}

const FIGURE = ['metric', 'statistic', 'unit', 'currency', 'value', 'numerator', 'denominator'] as const;
/** The columns that are numbers, by name. */
export const NUMBERS: readonly string[] = [
  'value',
  'numerator',
  'denominator',
  'comparedValue',
  'change',
  'changePercent',
];

function linesOf(row: FiguresRow, part: string, keys: readonly (string | null)[]): (string | null)[][] {
  const { figures, compared } = row;
  return figures.map((figure) => {
    const { metric, statistic, unit, currency = null, value, numerator = null, denominator = null } = figure;
    const earlier = compared?.find(
      (each) => each.metric === metric && each.statistic === statistic && (each.currency ?? null) === currency,
    );
    const held = [earlier?.value ?? null, earlier?.change ?? null, earlier?.changePercent ?? null];
    return [part, ...keys, metric, statistic, unit, currency, value, numerator, denominator, ...held];
  });
}

/** The rows of an answer, the rest and the total marked in the first column. */
export function figuresTable(
  { rows, totals }: { readonly rows: readonly FiguresRow[]; readonly totals: FiguresRow | undefined },
  groupBy: readonly DimensionName[],
): FiguresTable {
  const none = groupBy.map(() => null);
  return {
    head: ['part', ...groupBy, ...FIGURE, 'comparedValue', 'change', 'changePercent'],
    lines: [
      ...rows.flatMap((row) => linesOf(row, row.rest ? 'REST' : 'GROUP', row.keys)),
      ...(totals === undefined ? [] : linesOf(totals, 'TOTAL', none)),
    ],
  };
}
