/**
 * Last days of spans of time in China, counted by hand on the official calendar with a finger, not by the code under
 * test. Days begin to count on the day after; a span ends at 24:00 of its last day.
 *
 * 2025: 28 September (Sunday) and 11 October (Saturday) are worked; 1 to 8 October are off.
 * 2026: 14 February (Saturday) and 28 February (Saturday) are worked; 15 to 23 February and 4 to 6 April are off.
 */
export interface CountedReceipt {
  readonly name: string;
  /** The moment, local time in Shanghai with its offset. */
  readonly at: string;
  readonly lastDayOf: Readonly<Record<'WORKING_DAYS' | 'CALENDAR_DAYS', Readonly<Record<number, string>>>>;
}

export const COUNTED_RECEIPTS: readonly CountedReceipt[] = [
  {
    name: 'on the Friday before Chinese New Year',
    at: '2026-02-13T16:00:00+08:00',
    lastDayOf: {
      // 14 (worked), 24, 25, 26, 27, 28 (worked), then 2 to 6 March, 9 to 12 March.
      WORKING_DAYS: {
        1: '2026-02-14',
        2: '2026-02-24',
        3: '2026-02-25',
        5: '2026-02-27',
        7: '2026-03-02',
        10: '2026-03-05',
        15: '2026-03-12',
      },
      CALENDAR_DAYS: {
        1: '2026-02-14',
        3: '2026-02-16',
        7: '2026-02-20',
        14: '2026-02-27',
        15: '2026-02-28',
        21: '2026-03-06',
      },
    },
  },
  {
    name: 'before National Day and its make-up days',
    at: '2025-09-26T10:00:00+08:00',
    lastDayOf: {
      // 28 (worked), 29, 30 September, then 9, 10, 11 (worked), 13 to 17, 20 to 23 October.
      WORKING_DAYS: {
        1: '2025-09-28',
        2: '2025-09-29',
        3: '2025-09-30',
        5: '2025-10-10',
        7: '2025-10-13',
        10: '2025-10-16',
        15: '2025-10-23',
      },
      CALENDAR_DAYS: {
        1: '2025-09-27',
        3: '2025-09-29',
        7: '2025-10-03',
        14: '2025-10-10',
        15: '2025-10-11',
        21: '2025-10-17',
      },
    },
  },
  {
    name: 'on a Saturday',
    at: '2026-03-14T11:00:00+08:00',
    lastDayOf: {
      // 16 to 20, 23 to 27, 30, 31 March, 1 to 3 April.
      WORKING_DAYS: {
        1: '2026-03-16',
        2: '2026-03-17',
        3: '2026-03-18',
        5: '2026-03-20',
        7: '2026-03-24',
        10: '2026-03-27',
        15: '2026-04-03',
      },
      CALENDAR_DAYS: {
        1: '2026-03-15',
        3: '2026-03-17',
        7: '2026-03-21',
        14: '2026-03-28',
        15: '2026-03-29',
        21: '2026-04-04',
      },
    },
  },
  {
    name: 'at midnight, which belongs to the day that begins',
    at: '2026-03-18T00:00:00+08:00',
    lastDayOf: {
      // 19, 20, 23 to 27, 30, 31 March, 1 to 3 April, 7, 8, 9 April.
      WORKING_DAYS: {
        1: '2026-03-19',
        2: '2026-03-20',
        3: '2026-03-23',
        5: '2026-03-25',
        7: '2026-03-27',
        10: '2026-04-01',
        15: '2026-04-09',
      },
      CALENDAR_DAYS: {
        1: '2026-03-19',
        3: '2026-03-21',
        7: '2026-03-25',
        14: '2026-04-01',
        15: '2026-04-02',
        21: '2026-04-08',
      },
    },
  },
];

/** 24:00 of a day in Shanghai. */
export function endOfDay(day: string): Date {
  return new Date(new Date(`${day}T00:00:00+08:00`).getTime() + 24 * 3_600_000);
}
