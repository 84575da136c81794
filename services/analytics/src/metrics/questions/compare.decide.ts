import { isGrain } from '../model/dimension.model';
import type { MetricFigure } from '../model/metrics-answer.model';
import type { MetricsQuery } from '../model/metrics-query.model';
import { percentOfChange, subtractDecimals } from './decimal.model';
import { counterparts, type Shift } from './earlier-window.model';
import type { ComparedFigure, FiguresRow } from './figures-query.model';
import { inOrder, nameOfRow } from './fill-gaps.decide';
import { figuresOfNothing } from './nothing.model';
import { stretchesOf } from './stretches.model';

/** An earlier window, and by how much it lies before. */
export interface Earlier {
  readonly window: MetricsQuery['window'];
  readonly shift: Shift;
  readonly rows: readonly FiguresRow[];
}

const nameOfFigure = ({ metric, statistic, currency = '' }: MetricFigure): string =>
  `${metric} ${statistic} ${currency}`;

/** Each figure with the earlier one; figures that there are only now or only then stand with what there is. */
export function comparedFigures(
  now: readonly MetricFigure[],
  then: readonly MetricFigure[] | undefined,
): readonly ComparedFigure[] {
  const [current, before] = [now, then ?? []].map(
    (figures) => new Map(figures.map((figure) => [nameOfFigure(figure), figure])),
  );
  const names = new Set([...(current?.keys() ?? []), ...(before?.keys() ?? [])]);
  return [...names].flatMap((name): ComparedFigure[] => {
    const [here, there] = [current?.get(name), before?.get(name)];
    const known = here ?? there;
    if (known === undefined) return [];
    const { metric, statistic, unit, currency } = known;
    const both = here !== undefined && there !== undefined;
    return [
      {
        ...{ metric, statistic, unit, value: there?.value },
        ...(currency === undefined ? {} : { currency }),
        change: both ? subtractDecimals(here.value, there.value) : undefined,
        changePercent: both ? percentOfChange(there.value, here.value) : undefined,
      },
    ];
  });
}

/**
 * Rows with the figures of their earlier counterparts. Groups that there were only then come in with nothing in them now,
 * as long as their stretch of time lies in the window.
 */
export function compareRows(
  rows: readonly FiguresRow[],
  query: MetricsQuery,
  { window, shift, rows: earlier }: Earlier,
  limit: number,
): readonly FiguresRow[] | undefined {
  const { groupBy, timeZone, metrics } = query;
  const maps: (ReadonlyMap<string, string> | undefined)[] = [];
  for (const dimension of groupBy) {
    const of = (within: MetricsQuery['window']) =>
      isGrain(dimension) ? stretchesOf(dimension, within, timeZone, limit) : [];
    const [stretches, before] = [of(query.window), of(window)];
    if (stretches === undefined || before === undefined) return undefined;
    maps.push(isGrain(dimension) ? counterparts(dimension, shift, stretches, before) : undefined);
  }
  const back = maps.map((map) => map && new Map([...map].map(([now, then]) => [then, now])));
  const before = new Map(
    earlier.flatMap(({ keys, rest, figures }): [string, readonly MetricFigure[]][] => {
      const here = keys.map((key, index) => (back[index] === undefined ? key : back[index].get(key ?? '')));
      return here.includes(undefined) ? [] : [[nameOfRow({ keys: here as FiguresRow['keys'], rest }), figures]];
    }),
  );
  const known = new Set(rows.map(nameOfRow));
  const nothing = figuresOfNothing(metrics);
  const gone = [...before.keys()]
    .filter((name) => !known.has(name))
    .map((name): FiguresRow => {
      const [rest, keys] = JSON.parse(name) as [boolean, FiguresRow['keys']];
      return { keys, rest, figures: nothing };
    });
  const hasCounterpart = ({ keys }: FiguresRow): boolean =>
    keys.every((key, index) => maps[index] === undefined || maps[index].has(key ?? ''));
  return inOrder([...rows, ...gone]).map((row) => ({
    ...row,
    // Nothing was there in a stretch that was, which is zero; a stretch that never was has no figure.
    compared: comparedFigures(row.figures, before.get(nameOfRow(row)) ?? (hasCounterpart(row) ? nothing : undefined)),
  }));
}
