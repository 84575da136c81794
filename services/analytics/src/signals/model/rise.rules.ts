import {
  centreOf,
  testedPoints,
  together,
  type ChartPoint,
  type ControlChart,
  type Observation,
} from './control-chart.model';
import { chanceVariance } from './draw-chart.rules';
import { EWMA_WEIGHT } from './moving-average.rules';
import type { SignalRule } from './rule-definitions.model';
import { binomialAtLeast, gammaAtLeast, markedAtLeast } from './tail-probability.rules';

export const POINTS_IN_A_ROW = 8;
/** Fewer than this are looked at one by one, not warned of. */
export const LEAST_COUNT = 3;
const BACK = { points: 2, probability: 0.05 };

/** What a rule says of the latest point of a chart. */
export interface Finding {
  readonly rule: SignalRule;
  readonly fired: boolean;
  /** The chance of so much or more, had nothing changed since the baseline. */
  readonly probability: number;
  /** What the finding rests on. */
  readonly window: Observation;
}

/** Asks every rule about the latest point; nothing where there is none. */
export function findingsOf(chart: ControlChart): readonly Finding[] {
  const tested = testedPoints(chart);
  const latest = tested.at(-1);
  if (latest === undefined) return [];
  const row = tested.slice(-POINTS_IN_A_ROW);
  const rising = tested.slice(tested.findLastIndex(({ observed, expected }) => observed <= expected) + 1);
  return [
    finding(chart, 'BEYOND_LIMIT', latest.observed > latest.upper, [latest]),
    finding(chart, 'EIGHT_ABOVE_CENTRE', row.length === POINTS_IN_A_ROW && row.every(isAbove), row),
    {
      ...finding(chart, 'MOVING_AVERAGE_BEYOND_LIMIT', isAverageBeyond(latest), rising.length > 0 ? rising : [latest]),
      probability: averageProbability(chart, tested),
    },
  ];
}

/** Two points in a row without a rise: it is over. */
export function isBackInLimits(chart: ControlChart): boolean {
  const latest = testedPoints(chart).slice(-BACK.points);
  return (
    latest.length === BACK.points &&
    latest.every(({ observed, upper }) => observed <= upper) &&
    riseProbability(chart, together(latest)) > BACK.probability
  );
}

/**
 * The chance that the window has so much or more, given what it and the baseline have together: exact, and with the
 * baseline's own uncertainty. Where the baseline varies more than by chance, that of the wider curve.
 */
export function riseProbability({ kind, baseline }: ControlChart, { observed, exposure }: Observation): number {
  if (exposure <= 0) return 1;
  const all = { observed: baseline.observed + observed, exposure: baseline.exposure + exposure };
  const exact =
    kind === 'U'
      ? binomialAtLeast(observed, all.observed, exposure / all.exposure)
      : markedAtLeast(observed, { population: all.exposure, marked: all.observed, drawn: exposure });
  if (baseline.dispersion === 1) return exact;
  const centre = centreOf({ kind, baseline });
  const variance =
    chanceVariance(kind, centre) * exposure * (1 + exposure / baseline.exposure) * baseline.dispersion ** 2;
  return Math.max(exact, gammaAtLeast(observed - 0.5, centre * exposure, variance));
}

/** The moving average as a weighted sum of counts, against a gamma curve of its mean and variance. */
function averageProbability(chart: ControlChart, tested: readonly ChartPoint[]): number {
  const { kind, baseline } = chart;
  const rated = tested.filter(({ exposure }) => exposure > 0);
  const centre = centreOf({ kind, baseline });
  const weights = rated.map((_, index) => EWMA_WEIGHT * (1 - EWMA_WEIGHT) ** (rated.length - 1 - index));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const value = rated.reduce(
    (sum, { observed, exposure }, index) => sum + ((weights[index] ?? 0) * observed) / exposure,
    0,
  );
  const spread = rated.reduce((sum, { exposure }, index) => sum + (weights[index] ?? 0) ** 2 / exposure, 0);
  const variance = chanceVariance(kind, centre) * baseline.dispersion ** 2 * (spread + total ** 2 / baseline.exposure);
  return gammaAtLeast(value, total * centre, variance);
}

function finding(chart: ControlChart, rule: SignalRule, fired: boolean, points: readonly ChartPoint[]): Finding {
  const window = together(points);
  return {
    rule,
    fired: fired && window.observed >= LEAST_COUNT,
    probability: riseProbability(chart, window),
    window,
  };
}

const isAbove = ({ observed, expected }: ChartPoint): boolean => observed > expected;

const isAverageBeyond = ({ average, averageUpper }: ChartPoint): boolean =>
  average !== null && averageUpper !== null && average > averageUpper;
