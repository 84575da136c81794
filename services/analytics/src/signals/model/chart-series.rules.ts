import { kindOf, type ControlChart, type Grain, type Observation } from './control-chart.model';
import { baselineOf, drawChart } from './draw-chart.rules';
import { POINTS_IN_A_ROW } from './rise.rules';
import { dayAfter, observationsOf, spansOf, unitOf, type Series, type Span } from './series.model';

/** How long the baseline is at most, and how short it may be, in points. */
export const BASELINE_POINTS: Readonly<Record<Grain, number>> = { DAY: 56, WEEK: 26 };
const LEAST_BASELINE = 8;
/** A rise that lasts longer than this is no longer news; its chart keeps the latest. */
const MOST_TESTED = 120;

/** The complete days and weeks that charts show. */
export type Watched = Readonly<Record<Grain, readonly Span[]>>;

/** What is complete on the morning of `today`, where history begins with the first complaint of the organisation. */
export function watchedBetween(historyFrom: string, today: string): Watched {
  const latest = (grain: Grain): readonly Span[] =>
    spansOf(grain, historyFrom, today).slice(-BASELINE_POINTS[grain] - POINTS_IN_A_ROW);
  return { DAY: latest('DAY'), WEEK: latest('WEEK') };
}

/** The first day that a chart drawn on `today` needs. */
export function firstDayNeeded(today: string): string {
  return dayAfter(today, -7 * (BASELINE_POINTS.WEEK + POINTS_IN_A_ROW + 1));
}

/** Draws a series anew; nothing where the time before is too short. What lies before `restart` is not tested again. */
export function chartOf(
  series: Series,
  grain: Grain,
  watched: Watched,
  restart: string | undefined,
): ControlChart | undefined {
  const spans = watched[grain];
  const unit = unitOf(series, spans);
  const observations = observationsOf(series, spans, unit);
  const before = observations.slice(0, -POINTS_IN_A_ROW);
  const tested = observations.slice(-POINTS_IN_A_ROW).filter(({ from }) => restart === undefined || from >= restart);
  if (before.length < LEAST_BASELINE || before.every(({ exposure }) => exposure === 0)) return undefined;
  return drawChart({ kind: kindOf(unit), grain, baseline: baselineOf(unit, before) }, before, tested);
}

/** The chart with each point that is complete since it was drawn, one after the other, against the same baseline. */
export function continued(chart: ControlChart, series: Series, today: string): readonly ControlChart[] {
  const before = chart.points.filter(({ inBaseline }) => inBaseline).map(plain);
  const known = chart.points.filter(({ inBaseline }) => !inBaseline).map(plain);
  const latest = chart.points.at(-1);
  const added =
    latest === undefined ? [] : observationsOf(series, spansOf(chart.grain, latest.to, today), chart.baseline.unit);
  return added.map((_, index) =>
    drawChart(chart, before, [...known, ...added.slice(0, index + 1)].slice(-MOST_TESTED)),
  );
}

function plain({ from, to, observed, exposure }: Observation): Observation {
  return { from, to, observed, exposure };
}
