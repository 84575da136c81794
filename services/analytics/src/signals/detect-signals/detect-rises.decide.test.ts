import { dayAfter, dayNumber, type DayOfSeries, type Figure, type Series } from '../model/series.model';
import type { Signal } from '../model/signal.model';
import { detectRises, type Rise } from './detect-rises.decide';

const FIRST_DAY = '2026-01-05';
const WEEKS = 20;
const TODAY = dayAfter(FIRST_DAY, 7 * WEEKS);

/** A series that has the same on each day of a week. */
function seriesOf(ofWeek: (week: number) => DayOfSeries, figure: Figure = 'COMPLAINTS', weeks = WEEKS): Series {
  const first = dayNumber(FIRST_DAY);
  const days = Array.from({ length: 7 * weeks }, (_, index): [number, DayOfSeries] => [
    first + index,
    ofWeek(Math.floor(index / 7)),
  ]);
  return { figure, dimension: 'PRODUCT', value: 'kettle', days: new Map(days) };
}

const look = (series: Series, ongoing: readonly Signal[] = [], today = TODAY, restart?: string) =>
  detectRises({
    ...{ series: [series], ongoing, historyFrom: FIRST_DAY, today },
    restarts: new Map(restart === undefined ? [] : [[`${series.figure}/PRODUCT/kettle`, restart]]),
  });

function asSignal(rise: Rise | undefined): Signal {
  if (rise === undefined) throw new Error('nothing rose');
  const asOf = { position: 1n, time: new Date(0), complete: true, metricVersion: 1 };
  return { ...rise, id: 'a', version: 1, state: 'OPEN', asOf, openedAt: new Date(0) };
}

describe('detectRises', () => {
  it('holds complaints against what was sold where that is known', () => {
    const twice = (week: number): number => (week === WEEKS - 1 ? 2 : 1);
    const withSales = seriesOf((week) => ({ observed: 3 * twice(week), exposure: 40 * twice(week) }));
    const withoutMore = seriesOf((week) => ({ observed: 3 * twice(week), exposure: 40 }));
    expect(look(withSales).begun).toEqual([]);
    expect(look(withoutMore).begun).toMatchObject([{ value: 'kettle', chart: { baseline: { unit: 'LINE_SOLD' } } }]);
  });

  it('holds a share against the complaints that it is of', () => {
    const more = seriesOf((week) => ({ observed: week === WEEKS - 1 ? 3 : 1, exposure: 10 }), 'DISPUTED_SHARE');
    const moreOfAll = seriesOf(
      (week) => ({ observed: week === WEEKS - 1 ? 3 : 1, exposure: week === WEEKS - 1 ? 30 : 10 }),
      'DISPUTED_SHARE',
    );
    expect(look(more).begun).toMatchObject([{ figure: 'DISPUTED_SHARE', chart: { kind: 'P' } }]);
    expect(look(moreOfAll).begun).toEqual([]);
  });

  it('never signals fewer than three, nor a time before that is too short', () => {
    const first = seriesOf((week) => ({ observed: 0, exposure: week }));
    const lastDay = dayNumber(dayAfter(TODAY, -1));
    const two = { ...first, days: new Map([...first.days, [lastDay, { observed: 2, exposure: 0 }]]) };
    const three = { ...first, days: new Map([...first.days, [lastDay, { observed: 3, exposure: 0 }]]) };
    expect(look(two).begun).toEqual([]);
    expect(look(three).begun).toHaveLength(1);
    const early = detectRises({
      ...{ series: [three], ongoing: [], restarts: new Map() },
      ...{ historyFrom: dayAfter(TODAY, -14), today: TODAY },
    });
    expect(early.begun).toEqual([]);
  });

  it('extends an ongoing rise against its first baseline, however long it lasts, and makes no other', () => {
    const series = seriesOf((week) => ({ observed: week >= WEEKS - 1 ? 4 : 1, exposure: 0 }), 'COMPLAINTS', WEEKS + 30);
    const signal = asSignal(look(series).begun[0]);
    const later = look(series, [signal], dayAfter(TODAY, 7 * 30));
    expect(later).toMatchObject({ begun: [], ended: [] });
    expect(later.extended).toMatchObject([
      {
        id: 'a',
        windowFrom: signal.windowFrom,
        windowTo: dayAfter(TODAY, 7 * 30),
        chart: { baseline: signal.chart.baseline },
      },
    ]);
  });

  it('ends a rise with two points in limits and begins anew after it', () => {
    const series = seriesOf((week) => ({ observed: week === WEEKS - 1 ? 4 : 1, exposure: 0 }), 'COMPLAINTS', WEEKS + 8);
    const signal = asSignal(look(series).begun[0]);
    const today = dayAfter(TODAY, 21);
    const { ended, extended } = look(series, [signal], today);
    expect(extended).toEqual([]);
    expect(ended).toMatchObject([{ id: 'a' }]);
    const endedOn = ended[0]?.endedOn;
    expect(endedOn !== undefined && endedOn >= TODAY).toBe(true);
    expect(look(series, [], today, endedOn)).toEqual({ begun: [], extended: [], ended: [] });
  });

  it('leaves an ongoing rise as it is while no further point is complete', () => {
    const series = seriesOf((week) => ({ observed: week === WEEKS - 1 ? 4 : 1, exposure: 0 }));
    const signal = asSignal(look(series).begun[0]);
    expect(look(series, [signal])).toEqual({ begun: [], extended: [], ended: [] });
  });
});
