const FIRST_PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 3_600_000;

/** Some eighteen hours, so that a mail server may be away over a night. */
const FAILURES_AT_MOST = 24;

/** How long to wait after so many failures in a row; `undefined` when it is enough. */
export function pauseAfter(failures: number): number | undefined {
  if (failures >= FAILURES_AT_MOST) return undefined;
  return Math.min(FIRST_PAUSE_MS * 2 ** (failures - 1), LONGEST_PAUSE_MS);
}
