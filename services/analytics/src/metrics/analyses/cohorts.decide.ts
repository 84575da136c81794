import { DateTime } from 'luxon';
import type { MetricsRow } from '../model/metrics-answer.model';
import { quotient } from '../model/figures.model';

export const WEEK_MS = 7 * 86_400_000;

/** How many of the complaints of a week were closed within so many weeks of their receipt. */
export interface CohortStep {
  readonly weeks: number;
  readonly closed: number;
  readonly share: string | undefined;
  /** Whether all complaints of the week have had that much time. */
  readonly complete: boolean;
}

export interface Cohort {
  readonly week: string;
  readonly received: number;
  readonly steps: readonly CohortStep[];
}

/** Reads the weeks of receipt from rows that have how many were closed below each of so many weeks. */
export function cohortsOf(
  rows: readonly MetricsRow[],
  { weeks, timeZone, time }: { readonly weeks: number; readonly timeZone: string; readonly time: Date },
): readonly Cohort[] {
  return rows.map(({ keys, figures }) => {
    const week = keys[0] ?? '';
    const received = Number(figures.find(({ metric }) => metric === 'COMPLAINTS_RECEIVED')?.value ?? 0);
    const below = figures.find(({ spread }) => spread !== undefined)?.spread?.below ?? [];
    const end = DateTime.fromISO(week, { zone: timeZone }).plus({ weeks: 1 }).toMillis();
    const steps = Array.from({ length: weeks }, (_, index): CohortStep => {
      const closed = Number(below[index] ?? 0);
      return {
        weeks: index + 1,
        closed,
        share: received === 0 ? undefined : quotient(BigInt(closed), BigInt(received), 100n),
        complete: end + (index + 1) * WEEK_MS <= time.getTime(),
      };
    });
    return { week, received, steps };
  });
}
