import { incompleteBeta, lnGamma, lowerGamma, upperGamma } from './gamma-function.rules';

/** The chance of `count` or more events where `mean` are expected. */
export function poissonAtLeast(count: number, mean: number): number {
  return count <= 0 ? 1 : lowerGamma(count, mean);
}

/** The chance of `count` or fewer events where `mean` are expected. */
export function poissonAtMost(count: number, mean: number): number {
  return count < 0 ? 0 : upperGamma(count + 1, mean);
}

/** The chance of `count` or more successes in `size` trials. */
export function binomialAtLeast(count: number, size: number, share: number): number {
  if (count <= 0) return 1;
  return count > size ? 0 : incompleteBeta(count, size - count + 1, share);
}

/** The chance of `count` or fewer successes in `size` trials. */
export function binomialAtMost(count: number, size: number, share: number): number {
  if (count < 0) return 0;
  return count >= size ? 1 : incompleteBeta(size - count, count + 1, 1 - share);
}

/** What is drawn without putting back: `drawn` of a population in which `marked` are marked. */
export interface Draw {
  readonly population: number;
  readonly marked: number;
  readonly drawn: number;
}

/** The chance that `count` or more of those drawn are marked (the one-sided test of Fisher). */
export function markedAtLeast(count: number, { population, marked, drawn }: Draw): number {
  const least = Math.max(0, drawn + marked - population);
  if (count <= least) return 1;
  const most = Math.min(drawn, marked);
  if (count > most) return 0;
  let term = Math.exp(
    lnChoose(marked, count) + lnChoose(population - marked, drawn - count) - lnChoose(population, drawn),
  );
  let sum = term;
  for (let k = count; k < most; k += 1) {
    term *= ((marked - k) * (drawn - k)) / ((k + 1) * (population - marked - drawn + k + 1));
    sum += term;
  }
  return Math.min(1, sum);
}

/** The chance that a gamma variable of that mean and variance is `value` or more. */
export function gammaAtLeast(value: number, mean: number, variance: number): number {
  if (variance <= 0 || mean <= 0) return value <= mean ? 1 : 0;
  return upperGamma((mean * mean) / variance, (value * mean) / variance);
}

function lnChoose(all: number, some: number): number {
  return lnGamma(all + 1) - lnGamma(some + 1) - lnGamma(all - some + 1);
}
