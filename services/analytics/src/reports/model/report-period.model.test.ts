import fc from 'fast-check';
import { dueOn, nextEnd, periodsEnded, startOfDay } from './report-period.model';

const SHANGHAI = 'Asia/Shanghai';
const at = (moment: string) => new Date(moment);

describe('the periods of reports', () => {
  it('end at midnight of the organisation, not of Greenwich', () => {
    const before = at('2026-10-15T00:00:00Z');
    expect(periodsEnded('MONTH', before, at('2026-10-31T15:59:59.999Z'), SHANGHAI)).toEqual([]);
    expect(periodsEnded('MONTH', before, at('2026-10-31T16:00:00Z'), SHANGHAI)).toEqual([
      { from: '2026-10-01', to: '2026-11-01' },
    ]);
  });

  it('are all that ended since the last look, each once', () => {
    const ended = periodsEnded('QUARTER', at('2026-03-31T16:00:00Z'), at('2027-01-05T00:00:00Z'), SHANGHAI);
    expect(ended.map(({ from }) => from)).toEqual(['2026-04-01', '2026-07-01', '2026-10-01']);
  });

  it('of a day have 23 hours when clocks go forward', () => {
    const [day] = periodsEnded('DAY', at('2026-03-08T04:00:00Z'), at('2026-03-09T04:00:00Z'), 'America/New_York').slice(
      -1,
    );
    expect(day).toEqual({ from: '2026-03-08', to: '2026-03-09' });
    const hours =
      (day === undefined
        ? 0
        : startOfDay(day.to, 'America/New_York').getTime() - startOfDay(day.from, 'America/New_York').getTime()) /
      3_600_000;
    expect(hours).toBe(23);
  });

  it('leave no day out and count none twice, however often one looks', () => {
    const zones = fc.constantFrom(
      'Asia/Shanghai',
      'Europe/London',
      'America/Sao_Paulo',
      'Pacific/Apia',
      'Asia/Kathmandu',
    );
    const kinds = fc.constantFrom('DAY' as const, 'MONTH' as const, 'QUARTER' as const, 'YEAR' as const);
    const moments = fc.array(fc.date({ min: at('2026-01-01'), max: at('2027-12-31'), noInvalidDate: true }), {
      minLength: 2,
      maxLength: 6,
    });
    fc.assert(
      fc.property(zones, kinds, moments, (zone, kind, looks) => {
        const sorted = looks.map((look) => look.getTime()).sort((one, other) => one - other);
        const [first = 0] = sorted;
        const last = sorted.at(-1) ?? 0;
        const pieces = sorted
          .slice(1)
          .flatMap((until, index) => [...periodsEnded(kind, new Date(sorted[index] ?? 0), new Date(until), zone)]);
        expect(pieces).toEqual(periodsEnded(kind, new Date(first), new Date(last), zone));
        pieces.slice(1).forEach((period, index) => expect(period.from).toBe(pieces[index]?.to));
        expect(nextEnd(kind, new Date(last), zone).getTime()).toBeGreaterThan(last);
      }),
      { numRuns: 40, seed: 7 },
    );
  });
});

describe('the day on which a report is due', () => {
  it.each([
    ['MONTH', '2026-11-01', 10, '2026-11-10'],
    ['MONTH', '2026-11-01', null, '2026-11-10'],
    ['MONTH', '2026-02-01', 31, '2026-02-28'],
    ['QUARTER', '2026-10-01', 15, '2026-10-15'],
    ['YEAR', '2027-01-01', null, '2027-01-10'],
    ['DAY', '2026-11-02', null, '2026-11-02'],
  ] as const)('of a %s that ends before %s with day %s is %s', (kind, to, day, due) => {
    expect(dueOn(kind, { from: '2000-01-01', to }, day)).toBe(due);
  });
});
