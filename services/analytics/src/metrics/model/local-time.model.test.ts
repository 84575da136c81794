import { DateTime } from 'luxon';
import fc from 'fast-check';
import { offsetPeriods } from './local-time.model';

// Found at random, the same in each run.
fc.configureGlobal({ seed: 4_711 });

describe('offsetPeriods', () => {
  it('finds both changes of a year in New York, to the minute', () => {
    const periods = offsetPeriods(
      'America/New_York',
      new Date('2026-01-01T00:00:00Z'),
      new Date('2027-01-01T00:00:00Z'),
    );
    expect(periods).toEqual([
      { until: new Date('2026-03-08T07:00:00Z'), offsetMinutes: -300 },
      { until: new Date('2026-11-01T06:00:00Z'), offsetMinutes: -240 },
      { until: undefined, offsetMinutes: -300 },
    ]);
  });

  it('has one period in a zone without changes', () => {
    expect(offsetPeriods('Asia/Shanghai', new Date('2015-01-01T00:00:00Z'), new Date('2027-01-01T00:00:00Z'))).toEqual([
      { until: undefined, offsetMinutes: 480 },
    ]);
  });

  it('gives every instant the offset that the zone has', () => {
    const from = new Date('2024-01-01T00:13:27.123Z');
    const to = new Date('2026-12-31T00:00:00Z');
    const zones = ['Europe/London', 'Australia/Lord_Howe', 'America/Sao_Paulo', 'Asia/Kathmandu', 'Africa/Casablanca'];
    const known = new Map(zones.map((zone) => [zone, offsetPeriods(zone, from, to)]));
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.date({ min: from, max: to, noInvalidDate: true }), (zone, at) => {
        const period = known.get(zone)?.find(({ until }) => until === undefined || at < until);
        expect(period?.offsetMinutes).toBe(DateTime.fromJSDate(at, { zone }).offset);
      }),
      { numRuns: 2000 },
    );
  });
});
