import { randomInt } from 'node:crypto';

const FIRST_PAUSE_MS = 4;
const LONGEST_PAUSE_MS = 500;

/** Upper limit of the pause after the given attempt, which begins at 1. */
export function longestPauseMs(attempt: number): number {
  return Math.min(FIRST_PAUSE_MS * 2 ** attempt, LONGEST_PAUSE_MS);
}

/** Waits for a random time, so that transactions that met each other do not meet again. */
export function pauseBeforeRetry(attempt: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, randomInt(longestPauseMs(attempt))));
}
