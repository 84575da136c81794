import type { DueDate } from '@redress/regulations';

/** A due date as a complainant is told it: the day, and the time of day unless the whole day counts. */
export function expectedBy({ dueAt, timeZone }: Pick<DueDate, 'dueAt' | 'timeZone'>): string {
  const time = inZone(dueAt, timeZone).slice(11);
  if (time === '00:00') return inZone(new Date(dueAt.getTime() - 1), timeZone).slice(0, 10);
  return `${inZone(dueAt, timeZone)} (${timeZone})`;
}

/** Swedish writes dates as ISO 8601 does: `2026-03-12 10:00`. */
function inZone(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(at);
}
