/** A probe costs what it waits for: it is repeated less often the longer it has been waited, by this part of the time. */
const OF_THE_TIME = 0.1;
const LONGEST_PAUSE_MS = 200;

/**
 * Repeats the probe until it neither throws nor returns false, null or undefined, and returns what it returned. After
 * the limit (30 s unless told) it throws the probe's last error. Use it instead of sleeping.
 */
export async function eventually<T>(
  probe: () => T | Promise<T>,
  options: { timeoutMs?: number; intervalMs?: number; what?: string } = {},
): Promise<NonNullable<Exclude<T, false>>> {
  const { timeoutMs = 30_000, intervalMs = 20, what = 'the condition' } = options;
  const since = Date.now();
  let lastError: unknown;
  for (;;) {
    try {
      const value = await probe();
      if (value !== false && value !== null && value !== undefined) return value as NonNullable<Exclude<T, false>>;
      lastError = new Error(`${what} was not met within ${timeoutMs} ms; last seen: ${String(value)}`);
    } catch (error) {
      lastError = error;
    }
    const waitedMs = Date.now() - since;
    if (waitedMs >= timeoutMs) throw lastError;
    const pauseMs = Math.max(intervalMs, Math.min(LONGEST_PAUSE_MS, waitedMs * OF_THE_TIME));
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}
