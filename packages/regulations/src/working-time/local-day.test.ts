import fc from 'fast-check';
import { DateTime } from 'luxon';
import { dayAfter, localDayAt } from './local-day';

// Found at random, the same in each run.
fc.configureGlobal({ seed: 4_711 });

const ZONES = [
  'Asia/Shanghai',
  'Europe/London',
  'America/New_York',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  // midnight does not exist on the day that summer time begins
  'America/Santiago',
  // 30 December 2011 does not exist
  'Pacific/Apia',
] as const;

describe('a local day', () => {
  it('is the day that the wall calendar shows, whatever was asked before', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.integer({ min: Date.UTC(2011, 11, 20), max: Date.UTC(2027, 0, 1) }),
        (timeZone, atMs) => {
          const wall = DateTime.fromMillis(atMs, { zone: timeZone });
          const day = localDayAt(timeZone, atMs);
          expect(day.date).toBe(wall.toISODate());
          expect([day.year, day.weekday]).toEqual([wall.year, wall.weekday]);
          expect(day.startsAtMs).toBe(wall.startOf('day').toMillis());
          expect(day.startsAtMs <= atMs && atMs < day.endsAtMs).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each(ZONES)('is followed by the next without a gap in %s', (timeZone) => {
    let day = localDayAt(timeZone, Date.UTC(2011, 11, 15));
    for (let count = 0; count < 800; count += 1) {
      const next = dayAfter(timeZone, day);
      expect(next.startsAtMs).toBe(day.endsAtMs);
      expect(next.date > day.date).toBe(true);
      expect(next.date).toBe(DateTime.fromMillis(next.startsAtMs, { zone: timeZone }).toISODate());
      day = next;
    }
  });
});
