/** How long to wait before each further attempt: doubling from the first to the longest, back to the first after a quiet time. */
export interface BackOffLimits {
  readonly firstMs: number;
  readonly longestMs: number;
  /** A part that lived this long is taken for healthy again. */
  readonly healthyAfterMs: number;
}

export const PATIENT: BackOffLimits = { firstMs: 500, longestMs: 30_000, healthyAfterMs: 60_000 };

/** Counts failures of one part and says how long to wait after each. */
export function createBackOff(limits: BackOffLimits = PATIENT): { next(livedMs: number): number } {
  let failures = 0;
  return {
    next(livedMs) {
      failures = livedMs >= limits.healthyAfterMs ? 0 : failures;
      const waitMs = Math.min(limits.firstMs * 2 ** failures, limits.longestMs);
      failures += 1;
      return waitMs;
    },
  };
}
