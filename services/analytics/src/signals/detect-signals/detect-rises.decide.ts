import { chartOf, continued, watchedBetween, type Watched } from '../model/chart-series.rules';
import { GRAINS, together, type ControlChart, type Observation } from '../model/control-chart.model';
import { believed } from '../model/false-discovery.rules';
import { findingsOf, isBackInLimits, riseProbability, type Finding } from '../model/rise.rules';
import { SIGNAL_RULES } from '../model/rule-definitions.model';
import { seriesKey, type Series, type SeriesName } from '../model/series.model';
import { scoreOf, type Signal } from '../model/signal.model';

/** When nothing has risen, the chance that a run signals anything. */
const FALSE_ALARMS = 0.05;
const TESTS = SIGNAL_RULES.length * GRAINS.length;

/** What a run sees. */
export interface Look {
  /** Local day of the first complaint that is known. */
  readonly historyFrom: string;
  /** Local day on which it is looked; it is not complete. */
  readonly today: string;
  readonly series: readonly Series[];
  readonly ongoing: readonly Signal[];
  /** By series: where its chart begins anew because an earlier rise ended there. */
  readonly restarts: ReadonlyMap<string, string>;
}

/** A rise that nobody was told of yet. */
export type Rise = SeriesName &
  Pick<
    Signal,
    | 'grain'
    | 'rule'
    | 'windowFrom'
    | 'windowTo'
    | 'observed'
    | 'expected'
    | 'lower'
    | 'upper'
    | 'probability'
    | 'score'
    | 'chart'
  >;

/** What becomes of the signals of an organisation. */
export interface Rises {
  readonly begun: readonly Rise[];
  /** Ongoing ones with what was observed since. */
  readonly extended: readonly Signal[];
  readonly ended: readonly Signal[];
}

/** Continues the rises that are known and finds new ones among all other series. */
export function detectRises(look: Look): Rises {
  const known = new Map(look.ongoing.map((signal) => [seriesKey(signal), signal]));
  const followed = look.series.flatMap((series) => {
    const signal = known.get(seriesKey(series));
    return signal === undefined ? [] : [follow(signal, series, look.today)];
  });
  const changed = followed.filter(({ signal, before }) => signal !== before).map(({ signal }) => signal);
  return {
    begun: beginnings(
      look.series.filter((series) => !known.has(seriesKey(series))),
      look,
    ),
    extended: changed.filter(({ endedOn }) => endedOn === undefined),
    ended: changed.filter(({ endedOn }) => endedOn !== undefined),
  };
}

function beginnings(series: readonly Series[], look: Look): readonly Rise[] {
  const watched = watchedBetween(look.historyFrom, look.today);
  const strongest = series.map((each) => strongestFinding(each, watched, look.restarts.get(seriesKey(each))));
  const probabilities = strongest.map((found) => Math.min(1, TESTS * (found?.finding.probability ?? 1)));
  const convincing = believed(probabilities, FALSE_ALARMS);
  return series.flatMap((each, index) => {
    const found = strongest[index];
    return found === undefined || convincing[index] !== true ? [] : [riseOf(each, found.chart, found.finding)];
  });
}

function strongestFinding(
  series: Series,
  watched: Watched,
  restart: string | undefined,
): { chart: ControlChart; finding: Finding } | undefined {
  const fired = GRAINS.flatMap((grain) => {
    const chart = chartOf(series, grain, watched, restart);
    return chart === undefined ? [] : findingsOf(chart).map((finding) => ({ chart, finding }));
  }).filter(({ finding }) => finding.fired);
  return fired.sort((left, right) => left.finding.probability - right.finding.probability)[0];
}

function riseOf(
  { figure, dimension, value }: Series,
  chart: ControlChart,
  { rule, probability, window }: Finding,
): Rise {
  return {
    ...{ figure, dimension, value, grain: chart.grain, rule, probability, chart },
    score: scoreOf(probability),
    ...windowOf(chart, window.from),
  };
}

/** What the points from a day on come to, and where the limits are at the last of them. */
function windowOf(chart: ControlChart, from: string) {
  const points = chart.points.filter((point) => point.from >= from);
  const window: Observation = together(points);
  const latest = points.at(-1);
  return {
    windowFrom: window.from,
    windowTo: window.to,
    observed: window.observed,
    expected: points.reduce((sum, { expected }) => sum + expected, 0),
    lower: latest?.lower ?? 0,
    upper: latest?.upper ?? 0,
  };
}

/** Goes through what was observed since, until the rise is over. */
function follow(before: Signal, series: Series, today: string): { readonly before: Signal; readonly signal: Signal } {
  let signal = before;
  for (const chart of continued(before.chart, series, today)) {
    const window = windowOf(chart, before.windowFrom);
    const probability = Math.min(
      signal.probability,
      riseProbability(chart, together(chart.points.filter(({ from }) => from >= before.windowFrom))),
    );
    signal = { ...signal, ...window, chart, probability, score: scoreOf(probability) };
    if (!isBackInLimits(chart)) continue;
    const [first] = chart.points.slice(-2);
    return { before, signal: { ...signal, endedOn: first?.from ?? window.windowTo } };
  }
  return { before, signal };
}
