import { dayAfter, type Series } from '../model/series.model';
import { complaintsOf, seeded } from '../testing/random-series';
import { detectRises } from './detect-rises.decide';

const FIRST_DAY = '2026-01-05';
const DAYS = 7 * 34;
const TODAY = dayAfter(FIRST_DAY, DAYS);
/** Complaints a week: most products have few, some have many. */
const MEANS = [0.3, 1, 2, 5, 10, 30, 100];

const look = (series: readonly Series[], today = TODAY) =>
  detectRises({ series, ongoing: [], restarts: new Map(), historyFrom: FIRST_DAY, today });

describe('false alarms and delay', () => {
  it('signals nothing in at least 95 of 100 runs over 28 series in which nothing has risen', () => {
    const random = seeded(20_261_122);
    const runs = 40;
    let alarmed = 0;
    for (let run = 0; run < runs; run += 1) {
      const series = Array.from({ length: 28 }, (_, index) =>
        complaintsOf(`p${index}`, FIRST_DAY, DAYS, () => (MEANS[index % MEANS.length] ?? 1) / 7, random),
      );
      if (look(series).begun.length > 0) alarmed += 1;
    }
    expect(alarmed / runs).toBeLessThanOrEqual(0.05);
  }, 120_000);

  it.each([
    [5, 42],
    [10, 21],
    [30, 10],
  ])(
    'finds a doubling from %i a week among 6 quiet series, half of the times within %i days',
    (mean, within) => {
      const random = seeded(mean);
      const delays: number[] = [];
      for (let run = 0; run < 5; run += 1) {
        const begins = dayAfter(FIRST_DAY, DAYS);
        const doubled = complaintsOf(
          'doubled',
          FIRST_DAY,
          DAYS + 56,
          (day) => ((day < DAYS ? 1 : 2) * mean) / 7,
          random,
        );
        const quiet = Array.from({ length: 6 }, (_, index) =>
          complaintsOf(`p${index}`, FIRST_DAY, DAYS + 56, () => (MEANS[index % MEANS.length] ?? 1) / 7, random),
        );
        let delay = 1;
        while (
          delay < 56 &&
          !look([doubled, ...quiet], dayAfter(begins, delay)).begun.some(({ value }) => value === 'doubled')
        )
          delay += 1;
        delays.push(delay);
      }
      delays.sort((left, right) => left - right);
      expect(delays[2]).toBeLessThanOrEqual(within);
    },
    120_000,
  );
});
