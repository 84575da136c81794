import { DateTime, type DurationLike } from 'luxon';
import type { Grain } from '../model/dimension.model';
import { isCyclic, nameOfStretch, startOfStretch } from './stretches.model';

export const COMPARISONS = ['PREVIOUS_PERIOD', 'PREVIOUS_YEAR'] as const;
export type Comparison = (typeof COMPARISONS)[number];

interface Window {
  readonly from: Date;
  readonly to: Date;
}

/** By how much an earlier window lies before another: by calendar months, by calendar days, or by elapsed time. */
export type Shift = { readonly months: number } | { readonly days: number } | { readonly milliseconds: number };

/** The window to compare with: whole months are held against the months before, whole days against as many days. */
export function earlierWindow(
  { from, to }: Window,
  comparison: Comparison,
  timeZone: string,
): { readonly window: Window; readonly shift: Shift } {
  const [begin, end] = [from, to].map((instant) => DateTime.fromJSDate(instant, { zone: timeZone })) as [
    DateTime,
    DateTime,
  ];
  const shift = comparison === 'PREVIOUS_YEAR' ? { months: 12 } : lengthOf(begin, end);
  const [earlierFrom, earlierTo] = [begin.minus(shift), end.minus(shift)];
  return { window: { from: earlierFrom.toJSDate(), to: earlierTo.toJSDate() }, shift };
}

function lengthOf(begin: DateTime, end: DateTime): Shift {
  const starts = (unit: 'day' | 'month'): boolean =>
    [begin, end].every((instant) => instant.toMillis() === instant.startOf(unit).toMillis());
  if (starts('month')) return { months: (end.year - begin.year) * 12 + end.month - begin.month };
  if (starts('day')) return { days: Math.round(end.diff(begin, 'days').days) };
  return { milliseconds: end.toMillis() - begin.toMillis() };
}

/** Whether a shift leads from the beginning of every stretch to the beginning of another. */
function keeps(grain: Grain, shift: Shift): boolean {
  if ('milliseconds' in shift) return false;
  if (grain === 'HOUR' || grain === 'DAY') return true;
  if ('days' in shift) return grain === 'WEEK' && shift.days % 7 === 0;
  const months: Partial<Record<Grain, number>> = { MONTH: 1, QUARTER: 3, YEAR: 12 };
  return shift.months % (months[grain] ?? Infinity) === 0;
}

/**
 * With which earlier stretch each stretch is compared: with the one of the same date where the calendar has it (the 31st
 * has none in February), else, as for weeks of different years, with the one in the same place of the earlier window.
 */
export function counterparts(
  grain: Grain,
  shift: Shift,
  stretches: readonly string[],
  earlier: readonly string[],
): ReadonlyMap<string, string> {
  const pairs = stretches.flatMap((name, index): [string, string][] => {
    if (isCyclic(grain)) return [[name, name]];
    const other = keeps(grain, shift) ? shifted(name, grain, shift) : earlier[index];
    return other === undefined ? [] : [[name, other]];
  });
  return new Map(pairs);
}

function shifted(name: string, grain: Grain, shift: DurationLike): string | undefined {
  const start = startOfStretch(name);
  const other = start.minus(shift);
  return other.plus(shift).toMillis() === start.toMillis() ? nameOfStretch(other, grain) : undefined;
}
