import { binomialAtLeast, binomialAtMost, poissonAtLeast, poissonAtMost } from './tail-probability.rules';

/** What a chart expects at one point, in counts; a point is beyond when it lies above `upper` or below `lower`. */
export interface Limits {
  readonly expected: number;
  readonly lower: number;
  readonly upper: number;
}

export const SIGMAS = 3;
/** Chance of a normal variable above three sigmas; limits for small counts keep to it exactly. */
export const TAIL = 0.00134989803163;
/** Below this the normal curve misleads, and the limits are those of the exact distribution. */
export const SMALL_COUNT = 5;

/** Limits of a u-chart: counts over an exposure at a rate. `dispersion` widens them (1: as Poisson). */
export function uChartLimits(rate: number, exposure: number, dispersion = 1): Limits {
  const expected = rate * exposure;
  if (expected >= SMALL_COUNT) return normalLimits(expected, expected, dispersion);
  return widened(
    expected,
    largest((count) => poissonAtMost(count - 1, expected) <= TAIL, expected),
    smallest((count) => poissonAtLeast(count + 1, expected) <= TAIL, expected),
    dispersion,
  );
}

/** Limits of a p-chart: how many of `size` have something that a share of all have. */
export function pChartLimits(share: number, size: number, dispersion = 1): Limits {
  const expected = share * size;
  const within = ({ lower, upper }: Limits): Limits => ({ expected, lower, upper: Math.min(size, upper) });
  if (Math.min(expected, size - expected) >= SMALL_COUNT) {
    return within(normalLimits(expected, expected * (1 - share), dispersion));
  }
  return within(
    widened(
      expected,
      largest((count) => binomialAtMost(count - 1, size, share) <= TAIL, expected),
      smallest((count) => binomialAtLeast(count + 1, size, share) <= TAIL, expected),
      dispersion,
    ),
  );
}

function normalLimits(expected: number, variance: number, dispersion: number): Limits {
  const width = SIGMAS * dispersion * Math.sqrt(variance);
  return { expected, lower: Math.max(0, expected - width), upper: expected + width };
}

function widened(expected: number, lower: number, upper: number, dispersion: number): Limits {
  return {
    expected,
    lower: Math.max(0, expected - dispersion * (expected - lower)),
    upper: expected + dispersion * (upper - expected),
  };
}

/** The smallest count from the expected one upwards beyond which there is no more than the tail. */
function smallest(leavesTail: (count: number) => boolean, expected: number): number {
  let count = Math.ceil(expected);
  while (!leavesTail(count)) count += 1;
  return count;
}

/** The largest count from the expected one downwards below which there is no more than the tail. */
function largest(leavesTail: (count: number) => boolean, expected: number): number {
  let count = Math.floor(expected);
  while (count > 0 && !leavesTail(count)) count -= 1;
  return count;
}
