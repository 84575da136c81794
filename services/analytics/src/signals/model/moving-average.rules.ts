/** Weight of the newest point, and how many standard deviations away the limits lie. */
export const EWMA_WEIGHT = 0.2;
export const EWMA_SIGMAS = 3;

/** A rate with the variance that it has by chance. */
export interface Rate {
  readonly value: number;
  readonly variance: number;
}

/** The moving average after a point, and its own variance: exact, growing from the first point on. */
export type Averaged = Rate;

/**
 * Exponentially weighted moving average that begins at the centre. With points of equal variance the variance is
 * `λ / (2 - λ) · (1 - (1 - λ)^2n)` of theirs; with unequal ones it is carried along.
 */
export function movingAverage(rates: readonly Rate[], centre: number): readonly Averaged[] {
  let value = centre;
  let variance = 0;
  return rates.map((rate) => {
    value = EWMA_WEIGHT * rate.value + (1 - EWMA_WEIGHT) * value;
    variance = EWMA_WEIGHT ** 2 * rate.variance + (1 - EWMA_WEIGHT) ** 2 * variance;
    return { value, variance };
  });
}
