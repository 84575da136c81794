import type { DimensionName } from '../model/dimension.model';
import type { ComparedFigure, FiguresRow } from '../questions/figures-query.model';

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

type Named = Pick<ComparedFigure, 'metric' | 'statistic' | 'currency'>;

const isSame = (left: Named, right: Named): boolean =>
  left.metric === right.metric && left.statistic === right.statistic && left.currency === right.currency;

/** A line for each figure, and for those that there were only in the window that figures are held against. */
function linesOf(row: FiguresRow, part: string, keys: readonly (string | null)[]): (string | null)[][] {
  const { figures, compared = [] } = row;
  const now = figures.map((figure) => {
    const { metric, statistic, unit, currency = null, value, numerator = null, denominator = null } = figure;
    const earlier = compared.find((each) => isSame(each, figure));
    return [part, ...keys, metric, statistic, unit, currency, value, numerator, denominator, ...heldAgainst(earlier)];
  });
  const then = compared
    .filter((earlier) => !figures.some((figure) => isSame(figure, earlier)))
    .map((earlier) => {
      const { metric, statistic, unit, currency = null } = earlier;
      return [part, ...keys, metric, statistic, unit, currency, null, null, null, ...heldAgainst(earlier)];
    });
  return [...now, ...then];
}

function heldAgainst(earlier: ComparedFigure | undefined): (string | null)[] {
  return [earlier?.value ?? null, earlier?.change ?? null, earlier?.changePercent ?? null];
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
