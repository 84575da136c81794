/** The source of time for business rules; infrastructure such as leases uses the database's clock instead. */
export interface Clock {
  now(): Date;
}

/** The wall clock of this process, in whole milliseconds. */
export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still until it is told to move; for tests and for replays. */
export function fixedClock(
  start: string | Date,
): Clock & { advanceMs(ms: number): void; set(at: string | Date): void } {
  let current = new Date(start).getTime();
  return {
    now: () => new Date(current),
    advanceMs: (ms) => {
      current += ms;
    },
    set: (at) => {
      current = new Date(at).getTime();
    },
  };
}
