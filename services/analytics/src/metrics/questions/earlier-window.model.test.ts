import { counterparts, earlierWindow } from './earlier-window.model';

const window = (from: string, to: string) => ({ from: new Date(from), to: new Date(to) });

describe('earlierWindow', () => {
  it('holds a calendar month against the one before, whatever their lengths and clocks', () => {
    // March in New York begins in winter time and ends in summer time.
    const march = window('2026-03-01T05:00:00Z', '2026-04-01T04:00:00Z');
    expect(earlierWindow(march, 'PREVIOUS_PERIOD', 'America/New_York')).toEqual({
      window: window('2026-02-01T05:00:00Z', '2026-03-01T05:00:00Z'),
      shift: { months: 1 },
    });
    expect(earlierWindow(march, 'PREVIOUS_YEAR', 'America/New_York').window).toEqual(
      window('2025-03-01T05:00:00Z', '2025-04-01T04:00:00Z'),
    );
  });

  it('holds a week against the week before, though one of its days has 23 hours', () => {
    const week = window('2026-03-09T04:00:00Z', '2026-03-16T04:00:00Z');
    expect(earlierWindow(week, 'PREVIOUS_PERIOD', 'America/New_York')).toEqual({
      window: window('2026-03-02T05:00:00Z', '2026-03-09T04:00:00Z'),
      shift: { days: 7 },
    });
  });

  it('holds a stretch of hours against as much time before', () => {
    const hours = window('2026-03-09T04:30:00Z', '2026-03-09T10:30:00Z');
    expect(earlierWindow(hours, 'PREVIOUS_PERIOD', 'UTC').window).toEqual(
      window('2026-03-08T22:30:00Z', '2026-03-09T04:30:00Z'),
    );
  });
});

describe('counterparts', () => {
  it('leaves days without the same date in the month before by themselves', () => {
    const days = ['2026-03-27', '2026-03-28', '2026-03-29', '2026-03-31'];
    expect([...counterparts('DAY', { months: 1 }, days, [])]).toEqual([
      ['2026-03-27', '2026-02-27'],
      ['2026-03-28', '2026-02-28'],
    ]);
  });

  it('pairs months, quarters and days of a leap year by their date', () => {
    expect(counterparts('QUARTER', { months: 12 }, ['2026-Q1'], []).get('2026-Q1')).toBe('2025-Q1');
    expect(counterparts('MONTH', { months: 1 }, ['2026-01'], []).get('2026-01')).toBe('2025-12');
    expect(counterparts('DAY', { months: 12 }, ['2025-03-01'], []).get('2025-03-01')).toBe('2024-03-01');
    expect(counterparts('DAY', { months: 12 }, ['2024-02-29'], []).get('2024-02-29')).toBeUndefined();
  });

  it('pairs weeks of two years by their place', () => {
    const [now, then] = [
      ['2027-W01', '2027-W02'],
      ['2026-W01', '2026-W02'],
    ];
    expect(counterparts('WEEK', { months: 12 }, now, then).get('2027-W02')).toBe('2026-W02');
    expect(counterparts('WEEK', { days: 14 }, now, then).get('2027-W01')).toBe('2026-W52');
  });
});
