import { z } from 'zod';

/** Days of the week, Monday first, as `weekday - 1` counts them. */
export const WEEKDAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;

const clockTime = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'expected a time from 00:00 to 24:00')
  .describe('Local time; 24:00 is the end of the day.');

/** A stretch of a day `[from, to)` in which the organisation is open. */
export const openingWindow = z
  .strictObject({ from: clockTime, to: clockTime })
  .refine(({ from, to }) => from < to, 'expected a window that ends after it begins');

export const openingWindows = z
  .array(openingWindow)
  .max(24)
  .refine(
    (windows) => windows.every(({ from }, index) => index === 0 || (windows[index - 1]?.to ?? '') <= from),
    'expected windows in order that do not overlap',
  );

/** When the organisation is open; only durations in WORKING_HOURS depend on it. */
export const openingHoursSchema = z.strictObject({
  weekly: z
    .partialRecord(z.enum(WEEKDAYS), openingWindows)
    .refine((week) => Object.values(week).some(({ length }) => length > 0), 'expected at least one window'),
  makeUpDays: openingWindows
    .optional()
    .describe('On a make-up working day whose weekday has no windows; those of Monday unless told.'),
  dates: z
    .array(z.strictObject({ date: z.iso.date(), windows: openingWindows }))
    .max(2_000)
    .refine(datesOnce, 'expected each date once')
    .optional()
    .describe('Other hours on single dates; no windows for a day on which it is closed.'),
});

/** Days on which the organisation departs from the public calendar. */
export const ownDaysSchema = z
  .array(z.strictObject({ date: z.iso.date(), working: z.boolean(), name: z.string().min(1).max(200) }))
  .max(2_000)
  .refine(datesOnce, 'expected each date once');

export type OpeningWindow = z.infer<typeof openingWindow>;
export type OpeningHours = z.infer<typeof openingHoursSchema>;
export type OwnDay = z.infer<typeof ownDaysSchema>[number];

function datesOnce(days: readonly { readonly date: string }[]): boolean {
  return new Set(days.map(({ date }) => date)).size === days.length;
}
