import { pChartLimits, SIGMAS, uChartLimits, SMALL_COUNT, TAIL, type Limits } from './control-limits.rules';
import {
  centreOf,
  kindOf,
  together,
  type Baseline,
  type ChartKind,
  type ControlChart,
  type ExposureUnit,
  type Grain,
  type Observation,
} from './control-chart.model';
import { EWMA_SIGMAS, movingAverage, type Averaged } from './moving-average.rules';
import { gammaAtLeast } from './tail-probability.rules';

/** Mean distance of two neighbours that vary by chance alone, in standard deviations. */
const MEAN_RANGE = 1.128;

/** Sums up the time before. Throws for no observations. */
export function baselineOf(unit: ExposureUnit, observations: readonly Observation[]): Baseline {
  const kind = kindOf(unit);
  const plain = { ...together(observations), unit, points: observations.length, dispersion: 1 };
  return { ...plain, dispersion: dispersionOf(kind, observations, centreOf({ kind, baseline: plain })) };
}

/** After Laney: by how much neighbouring points differ more than chance would make them differ. */
function dispersionOf(kind: ChartKind, observations: readonly Observation[], centre: number): number {
  const scores = observations
    .filter(({ exposure }) => exposure > 0)
    .map(
      ({ observed, exposure }) => (observed - centre * exposure) / Math.sqrt(chanceVariance(kind, centre) * exposure),
    );
  const ranges = scores.slice(1).map((score, index) => Math.abs(score - (scores[index] ?? 0)));
  if (ranges.length === 0) return 1;
  return Math.max(1, ranges.reduce((sum, range) => sum + range, 0) / ranges.length / MEAN_RANGE);
}

/** Variance of a count for each unit of exposure, by chance alone. */
export function chanceVariance(kind: ChartKind, centre: number): number {
  return kind === 'U' ? centre : centre * (1 - centre);
}

/** Draws the observations of the baseline and, against it, those that are tested. */
export function drawChart(
  of: { readonly kind: ChartKind; readonly grain: Grain; readonly baseline: Baseline },
  before: readonly Observation[],
  tested: readonly Observation[],
): ControlChart {
  const centre = centreOf(of);
  const variance = chanceVariance(of.kind, centre) * of.baseline.dispersion ** 2;
  const rated = tested.filter(({ exposure }) => exposure > 0);
  const averages = movingAverage(
    rated.map(({ observed, exposure }) => ({ value: observed / exposure, variance: variance / exposure })),
    centre,
  );
  const averageOf = new Map(rated.map((observation, index) => [observation, averages[index]]));
  const limitsAt = remembering((exposure) => limitsOf(of.kind, centre, exposure, of.baseline.dispersion));
  const points = [
    ...before.map((observation) => ({
      ...observation,
      inBaseline: true,
      ...limitsAt(observation.exposure),
      ...NO_AVERAGE,
    })),
    ...tested.map((observation) => ({
      ...observation,
      inBaseline: false,
      ...limitsAt(observation.exposure),
      ...averageAt(averageOf.get(observation), centre, observation.exposure),
    })),
  ];
  return { kind: of.kind, grain: of.grain, baseline: of.baseline, points };
}

const NO_AVERAGE = { average: null, averageUpper: null };

function averageAt(averaged: Averaged | undefined, centre: number, exposure: number) {
  if (averaged === undefined) return NO_AVERAGE;
  return { average: averaged.value * exposure, averageUpper: averageLimit(averaged, centre, exposure) * exposure };
}

/** Most points of a chart have the same exposure, and so the same limits. */
function remembering(compute: (exposure: number) => Limits): (exposure: number) => Limits {
  const known = new Map<number, Limits>();
  return (exposure) => {
    const limits = known.get(exposure) ?? compute(exposure);
    known.set(exposure, limits);
    return limits;
  };
}

function limitsOf(kind: ChartKind, centre: number, exposure: number, dispersion: number): Limits {
  return kind === 'U' ? uChartLimits(centre, exposure, dispersion) : pChartLimits(centre, exposure, dispersion);
}

/** Three deviations over the centre; where counts are small, further out, as far as the tail of their skewed curve. */
function averageLimit({ variance }: Averaged, centre: number, exposure: number): number {
  const plain = centre + EWMA_SIGMAS * Math.sqrt(variance);
  if (centre * exposure >= SMALL_COUNT) return plain;
  let [low, high] = [plain, centre + 4 * SIGMAS * Math.sqrt(variance)];
  while (high - low > plain * 1e-4) {
    const middle = (low + high) / 2;
    if (gammaAtLeast(middle, centre, variance) > TAIL) low = middle;
    else high = middle;
  }
  return high;
}
