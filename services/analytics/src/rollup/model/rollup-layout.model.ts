import type { FactTable } from '../../facts/model/fact-table.model';
import { factTableOf, type FactName } from '../../facts/model/fact-tables.model';
import { DIMENSION_NAMES, dimensionColumn, isGrain, type DimensionName } from '../../metrics/model/dimension.model';
import type { Metric } from '../../metrics/model/metric.model';
import { rolledNumbers, type RolledNumber } from './rolled-number.model';

/** Columns of the table for numbers of rows, and for sums, which may exceed what the former hold. */
export const COLUMNS_FOR = { counts: 24, sums: 4 } as const;

/** Dimensions that have too many values to be worth a total of each, or that hardly anybody asks for. */
const NOT_ROLLED: ReadonlySet<DimensionName> = new Set<DimensionName>([
  'PRODUCT',
  'STAFF',
  'ACCOUNT',
  'REGULATION',
  'REGULATION_VERSION',
  'ITEM_TYPE',
  'TRACK',
  'CUSTOMER_SEGMENT',
]);

/** What is in the rows of the table beside what the layout says; it grows when that changes. */
const FORMAT = 2;

/** A number of a place, and the column in which it stands. */
export interface PlacedNumber extends RolledNumber {
  readonly stands: string;
}

export interface RolledDimension {
  readonly name: DimensionName;
  readonly column: string;
}

/** Totals of one fact by one anchor; those of money by the currency in which it is. */
export interface RollupPlace {
  /** How the table tells it from others. */
  readonly number: number;
  readonly fact: FactName;
  readonly anchor: string;
  readonly currency: string | undefined;
  /** The first is the number of rows, by which it is known whether there are any. */
  readonly numbers: readonly PlacedNumber[];
  /** Totals of all rows are dimension 0; those of the first of these are 1. */
  readonly dimensions: readonly RolledDimension[];
}

/** Where every total stands. Another layout has rows of its own, so that none is ever read as what it is not. */
export interface RollupLayout {
  readonly id: string;
  readonly places: readonly RollupPlace[];
}

type PlaceKey = Pick<RollupPlace, 'fact' | 'anchor' | 'currency'>;

const placeKey = ({ fact, anchor, measure }: Metric): PlaceKey => ({
  ...{ fact, anchor },
  currency: measure.kind === 'sum' ? measure.currency : undefined,
});

const nameOf = ({ fact, anchor, currency }: PlaceKey): string => `${fact}/${anchor}/${currency ?? ''}`;

const sameNumber = (left: RolledNumber, right: RolledNumber): boolean =>
  left.column === right.column && JSON.stringify(left.where) === JSON.stringify(right.where);

/** Each different number once, in columns of its kind; what has no column left is not rolled up. */
function placed(numbers: readonly RolledNumber[]): readonly PlacedNumber[] {
  const all: PlacedNumber[] = [{ stands: 'n0' }];
  const [counts, sums] = [
    () => all.filter(({ column }) => column === undefined),
    () => all.filter(({ column }) => column),
  ];
  for (const number of numbers) {
    if (all.some((each) => sameNumber(each, number))) continue;
    const [letter, taken, most] =
      number.column === undefined ? ['n', counts().length, COLUMNS_FOR.counts] : ['t', sums().length, COLUMNS_FOR.sums];
    if (taken < most) all.push({ ...number, stands: `${letter}${taken}` });
  }
  return all;
}

/** Dimensions in words that the fact has itself; what is taken from the complaint changes without the fact. */
function rolledDimensions(fact: FactName): readonly RolledDimension[] {
  const { columns }: FactTable = factTableOf(fact);
  return DIMENSION_NAMES.flatMap((name) => {
    const found = isGrain(name) || NOT_ROLLED.has(name) ? undefined : dimensionColumn(fact, name);
    const inWords = found !== undefined && ['code', 'text'].includes(columns[found.column] ?? '');
    return found?.of === 'fact' && inWords ? [{ name, column: found.column }] : [];
  });
}

/** Tells texts apart that are meant well: FNV-1a of 64 bits, in hexadecimal. */
function digestOf(text: string): string {
  let digest = 0xcbf29ce484222325n;
  for (let index = 0; index < text.length; index += 1)
    digest = BigInt.asUintN(64, (digest ^ BigInt(text.charCodeAt(index))) * 0x100000001b3n);
  return digest.toString(16).padStart(16, '0');
}

/** The layout for the metrics of a registry. */
export function rollupLayout(metrics: readonly Metric[]): RollupLayout {
  const found = new Map<string, PlaceKey & { readonly numbers: RolledNumber[] }>();
  for (const definition of metrics) {
    const numbers = rolledNumbers(definition.measure);
    if (numbers === undefined) continue;
    const key = placeKey(definition);
    const place = found.get(nameOf(key)) ?? { ...key, numbers: [] };
    place.numbers.push(...numbers);
    found.set(nameOf(key), place);
  }
  const places = [...found.values()].map((place, number) => ({
    ...place,
    number,
    numbers: placed(place.numbers),
    dimensions: rolledDimensions(place.fact),
  }));
  const id = digestOf(JSON.stringify([FORMAT, places]));
  return { id, places };
}

/** Where a metric is told from, and by which columns; undefined when it is not rolled up. */
export function placeOf(
  layout: RollupLayout,
  definition: Metric,
): { readonly place: RollupPlace; readonly columns: readonly string[] } | undefined {
  const name = nameOf(placeKey(definition));
  const place = layout.places.find((each) => nameOf(each) === name);
  const columns = rolledNumbers(definition.measure)?.map(
    (number) => place?.numbers.find((each) => sameNumber(each, number))?.stands,
  );
  if (place === undefined || columns === undefined) return undefined;
  const known = columns.filter((column) => column !== undefined);
  return known.length === columns.length ? { place, columns: known } : undefined;
}
