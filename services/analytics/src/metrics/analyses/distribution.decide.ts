import { quotient } from '../model/figures.model';
import type { MetricFigure } from '../model/metrics-answer.model';

export const PERCENTILES = [1, 5, 10, 25, 50, 75, 90, 95, 99] as const;

/** Steps at which people like bins to begin: minutes, hours, days. */
const STEPS_MS = [
  ...[1, 5, 10, 50, 100, 500, 1_000, 5_000, 10_000, 30_000].map((ms) => ms),
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * 60_000),
  ...[1, 2, 3, 6, 12].map((hours) => hours * 3_600_000),
  ...[1, 2, 3, 5, 7, 10, 14, 28, 56, 91, 182, 365].map((days) => days * 86_400_000),
];

/** Where bins end, so that so many of equal width hold nearly all spans; what is longer goes into one more, open bin. */
export function edgesFor(longestMs: number, bins: number): readonly number[] {
  const needed = longestMs / bins;
  const step = STEPS_MS.find((each) => each >= needed) ?? Math.ceil(needed / 86_400_000) * 86_400_000;
  return Array.from({ length: bins }, (_, index) => (index + 1) * step);
}

export interface Bin {
  readonly fromMs: string;
  readonly toMs: string | undefined;
  readonly count: number;
  readonly share: string;
}

/** The bins between edges, with the open one at the end, from how many spans are below each edge. */
export function binsOf({ value, spread }: MetricFigure, edges: readonly number[]): readonly Bin[] {
  const total = Number(value);
  const below = [0, ...(spread?.below ?? []).map(Number), total];
  return [0, ...edges].map((edge, index) => {
    const count = (below[index + 1] ?? total) - (below[index] ?? 0);
    const to = edges[index];
    return {
      fromMs: String(edge),
      toMs: to === undefined ? undefined : String(to),
      count,
      share: quotient(BigInt(count), BigInt(total), 100n),
    };
  });
}
