import type { FactRow } from '../../facts/model/fact-table.model';
import type { RowChange } from '../../facts/model/fact-set.model';
import { satisfies } from '../../metrics/model/condition.model';
import type { PlacedNumber, RollupLayout, RollupPlace } from './rollup-layout.model';

const HOUR_MS = 3_600_000;
const HOURS_OF_DAY = 24;
/** No condition that is rolled up rests on the moment. */
const NEVER = new Date(0);

export type Level = 'HOUR' | 'DAY';

/** By how much the numbers of one total change. */
export interface RollupDelta {
  readonly place: RollupPlace;
  /** 0 for all rows, or one more than the place of the dimension. */
  readonly dimension: number;
  readonly level: Level;
  /** When the hour or day begins, in UTC. */
  readonly bucket: Date;
  readonly value: string;
  readonly currency: string;
  readonly numbers: readonly bigint[];
}

/** A word as totals keep it, so that nothing and the empty word are told apart. */
export const keptWord = (word: string | null): string => (word === null ? '' : `=${word}`);

/** The word that is kept so. */
export const wordOf = (kept: string): string | null => (kept === '' ? null : kept.slice(1));

/** What a row adds to the totals of a place, and to which. */
interface Share {
  readonly place: RollupPlace;
  readonly hour: number;
  readonly currency: string;
  /** For all rows, and for each dimension. */
  readonly values: readonly string[];
  readonly numbers: readonly bigint[];
}

interface Total {
  readonly place: RollupPlace;
  readonly dimension: number;
  readonly hour: number;
  readonly value: string;
  readonly currency: string;
  readonly numbers: bigint[];
}

function numberOf({ column, where }: PlacedNumber, row: FactRow): bigint {
  if (where !== undefined && !satisfies(row, where, NEVER)) return 0n;
  return column === undefined ? 1n : BigInt((row[column] as bigint | number | null) ?? 0);
}

const kept = (row: FactRow, column: string): string => {
  const value = row[column] ?? null;
  return keptWord(value === null ? null : String(value));
};

/** Nothing while its anchor is not known. */
function shareOf(place: RollupPlace, row: FactRow | undefined): Share | undefined {
  const { anchor, currency, numbers, dimensions } = place;
  const at = row?.[anchor];
  if (row === undefined || !(at instanceof Date)) return undefined;
  return {
    place,
    hour: Math.floor(at.getTime() / HOUR_MS),
    currency: currency === undefined ? '' : kept(row, currency),
    values: ['', ...dimensions.map(({ column }) => kept(row, column))],
    numbers: numbers.map((number) => numberOf(number, row)),
  };
}

/** Most changes of a row concern no total: a due date, a reminder. */
const isSame = (left: Share, right: Share): boolean =>
  left.hour === right.hour &&
  left.currency === right.currency &&
  left.values.every((value, index) => value === right.values[index]) &&
  left.numbers.every((number, index) => number === right.numbers[index]);

/** What changes of rows do to totals, added up before anything is written. */
export class RollupDeltas {
  private readonly totals = new Map<string, Total>();
  private readonly placesOf: ReadonlyMap<string, readonly RollupPlace[]>;

  constructor({ places }: RollupLayout) {
    const found = new Map<string, RollupPlace[]>();
    for (const place of places) found.set(place.fact, [...(found.get(place.fact) ?? []), place]);
    this.placesOf = found;
  }

  change({ table, before, after }: Pick<RowChange, 'table' | 'before'> & { readonly after: FactRow }): void {
    for (const place of this.placesOf.get(table) ?? []) {
      const [was, is] = [shareOf(place, before), shareOf(place, after)];
      if (was !== undefined && is !== undefined && isSame(was, is)) continue;
      this.add(was, -1n);
      this.add(is, 1n);
    }
  }

  /** The hours and days whose totals change: hours of all rows alone, as those of each value would be too many. */
  all(): readonly RollupDelta[] {
    const days = new Map<string, Total>();
    for (const total of this.totals.values()) addTo(days, { ...total, hour: dayOf(total.hour) }, total.numbers, 1n);
    const hours = [...this.totals.values()].filter(({ dimension }) => dimension === 0);
    const told = (level: Level, totals: Iterable<Total>) =>
      [...totals]
        .filter(({ numbers }) => numbers.some((number) => number !== 0n))
        .map((total) => ({ ...total, level, bucket: new Date(total.hour * HOUR_MS) }));
    return [...told('HOUR', hours), ...told('DAY', days.values())];
  }

  private add(share: Share | undefined, sign: bigint): void {
    if (share === undefined) return;
    const { place, currency, values, numbers } = share;
    for (const [dimension, value] of values.entries()) {
      const hour = dimension === 0 ? share.hour : dayOf(share.hour);
      addTo(this.totals, { place, dimension, hour, value, currency }, numbers, sign);
    }
  }
}

/** The hour with which the day of an hour begins. */
const dayOf = (hour: number): number => Math.floor(hour / HOURS_OF_DAY) * HOURS_OF_DAY;

function addTo(
  totals: Map<string, Total>,
  where: Omit<Total, 'numbers'>,
  numbers: readonly bigint[],
  sign: bigint,
): void {
  const { place, dimension, hour, currency, value } = where;
  const name = `${place.number} ${dimension} ${hour} ${currency.length} ${currency}${value}`;
  const total = totals.get(name);
  if (total === undefined) {
    totals.set(name, { ...where, numbers: numbers.map((number) => sign * number) });
    return;
  }
  for (const [index, number] of numbers.entries())
    if (number !== 0n) total.numbers[index] = (total.numbers[index] ?? 0n) + sign * number;
}
