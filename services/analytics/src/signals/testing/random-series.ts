import { dayNumber, type DayOfSeries, type Series } from '../model/series.model';

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A count of a Poisson process. */
export function poisson(random: () => number, mean: number): number {
  const limit = Math.exp(-mean);
  let [count, product] = [0, random()];
  while (product > limit) {
    product *= random();
    count += 1;
  }
  return count;
}

/** A series of complaints by day, at a mean that may change with the number of the day. */
export function complaintsOf(
  value: string,
  from: string,
  days: number,
  meanOn: (index: number) => number,
  random: () => number,
): Series {
  const counted = new Map<number, DayOfSeries>();
  const first = dayNumber(from);
  for (let day = first; day < first + days; day += 1) {
    counted.set(day, { observed: poisson(random, meanOn(day - first)), exposure: 0 });
  }
  return { figure: 'COMPLAINTS', dimension: 'PRODUCT', value, days: counted };
}
