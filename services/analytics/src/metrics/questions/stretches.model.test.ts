import fc from 'fast-check';
import { DateTime } from 'luxon';
import { GRAINS } from '../model/dimension.model';
import { startOfStretch, stretchesOf } from './stretches.model';

const window = (from: string, to: string) => ({ from: new Date(from), to: new Date(to) });
const FORMATS = { HOUR: "yyyy-MM-dd'T'HH", DAY: 'yyyy-MM-dd', WEEK: "kkkk-'W'WW", MONTH: 'yyyy-MM' } as const;

describe('stretchesOf', () => {
  it('leaves out the hour that clocks skip, and has the one that they repeat once', () => {
    const spring = window('2026-03-08T05:00:00Z', '2026-03-08T09:00:00Z');
    expect(stretchesOf('HOUR', spring, 'America/New_York', 100)).toEqual([
      ...['2026-03-08T00', '2026-03-08T01', '2026-03-08T03', '2026-03-08T04'],
    ]);
    const autumn = window('2026-11-01T04:00:00Z', '2026-11-01T08:00:00Z');
    expect(stretchesOf('HOUR', autumn, 'America/New_York', 100)).toEqual([
      ...['2026-11-01T00', '2026-11-01T01', '2026-11-01T02'],
    ]);
  });

  it('has a day of 25 hours once', () => {
    expect(stretchesOf('DAY', window('2026-11-01T04:00:00Z', '2026-11-02T05:00:00Z'), 'America/New_York', 100)).toEqual(
      ['2026-11-01'],
    );
  });

  it('counts ISO weeks over the turn of the year', () => {
    expect(stretchesOf('WEEK', window('2026-12-21T00:00:00Z', '2027-01-12T00:00:00Z'), 'UTC', 100)).toEqual([
      ...['2026-W52', '2026-W53', '2027-W01', '2027-W02'],
    ]);
  });

  it('stops where there are more than are allowed', () => {
    expect(stretchesOf('HOUR', window('2000-01-01T00:00:00Z', '2020-01-01T00:00:00Z'), 'UTC', 500)).toBeUndefined();
  });

  it.each(['America/New_York', 'Australia/Lord_Howe', 'America/Sao_Paulo', 'Asia/Kathmandu'])(
    'has the stretch of every instant of a window in %s, and no other',
    (zone) => {
      const first = Date.UTC(2018, 9, 1);
      const start = fc.integer({ min: 0, max: 300 * 24 * 60 });
      fc.assert(
        fc.property(start, fc.integer({ min: 1, max: 3_000 }), fc.constantFrom(...GRAINS), (at, minutes, grain) => {
          const from = first + at * 60_000;
          const to = from + minutes * 60_000;
          const found = stretchesOf(grain, { from: new Date(from), to: new Date(to) }, zone, 1_000);
          const format = (FORMATS as Partial<Record<string, string>>)[grain];
          if (format === undefined) return;
          const names = new Set<string>();
          for (let ms = from; ms < to; ms += 60_000) names.add(DateTime.fromMillis(ms, { zone }).toFormat(format));
          expect(found).toEqual([...names]);
        }),
        { numRuns: 20, seed: 7 },
      );
    },
  );

  it('knows when a stretch begins', () => {
    expect(startOfStretch('2026-Q4').toISODate()).toBe('2026-10-01');
    expect(startOfStretch('2026-W53').toISODate()).toBe('2026-12-28');
  });
});
