import { randomInt } from 'node:crypto';

/** Between half and one and a half of the time, so that many who failed together do not come back together. */
export function scattered(ms: number): number {
  return Math.round((ms * randomInt(500, 1500)) / 1000);
}

/** A plain wait that does not keep the process alive. */
export function unhurried(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
