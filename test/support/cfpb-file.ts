import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

/** A line of the file, by its headings. */
export type CfpbRow = Readonly<Record<string, string>>;

/** The complaints of the file, as they stand there. */
export const readCfpb = (file: string): readonly CfpbRow[] => parse(readFileSync(file), { columns: true });

/** The file's dates are days of US Eastern, taken as the moment at which they begin there. */
const FILE_ZONE = 'America/New_York';

const offsetName = new Intl.DateTimeFormat('en', { timeZone: FILE_ZONE, timeZoneName: 'longOffset' });

/** The moment at which a day of the file begins; no change of the clocks there lies between midnight and four. */
export function beginningOf(day: string): Date {
  const nearby = new Date(`${day}T04:00:00.000Z`);
  const offset = offsetName
    .formatToParts(nearby)
    .find(({ type }) => type === 'timeZoneName')
    ?.value.slice(3);
  return new Date(`${day}T00:00:00.000${offset ?? ''}`);
}

const parts = new Map<string, Intl.DateTimeFormat>();

/** The local month and hour of a moment. */
export function localTime(moment: Date, timeZone: string): { readonly month: string; readonly hour: string } {
  const format =
    parts.get(timeZone) ??
    new Intl.DateTimeFormat('en-CA', {
      ...{ timeZone, year: 'numeric', month: '2-digit', hour: '2-digit', hourCycle: 'h23' },
    });
  parts.set(timeZone, format);
  const of = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, value]));
  return { month: `${of['year'] ?? ''}-${of['month'] ?? ''}`, hour: of['hour'] ?? '' };
}

export const received = (row: CfpbRow): Date => beginningOf(row['Date received'] ?? '');
export const closed = (row: CfpbRow): Date => beginningOf(row['Date sent to company'] ?? '');
export const isClosed = (row: CfpbRow): boolean => row['Company response to consumer']?.startsWith('Closed') ?? false;

/** Rows by what a function makes of them. */
export function grouped(rows: readonly CfpbRow[], key: (row: CfpbRow) => string): ReadonlyMap<string, CfpbRow[]> {
  const groups = new Map<string, CfpbRow[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return groups;
}

/** Counts rows. */
export const counts = (rows: readonly CfpbRow[], key: (row: CfpbRow) => string): Readonly<Record<string, string>> =>
  Object.fromEntries([...grouped(rows, key)].map(([name, group]) => [name, String(group.length)]));

/** Shares in per cent with four decimals; none where there is nothing to have a share of. */
export function shares(
  rows: readonly CfpbRow[],
  key: (row: CfpbRow) => string,
  isOne: (row: CfpbRow) => boolean,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...grouped(rows, key)].map(([name, group]) => {
      const tenThousandths = Math.round((group.filter(isOne).length * 1_000_000) / group.length);
      return [name, (tenThousandths / 10_000).toFixed(4)];
    }),
  );
}

/** How long it took, in milliseconds: how many, the mean, the median and the ninth decile by nearest rank. */
export function spans(rows: readonly CfpbRow[], key: (row: CfpbRow) => string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...grouped(rows, key)].map(([name, group]) => {
      const sorted = group.map((row) => closed(row).getTime() - received(row).getTime()).sort((a, b) => a - b);
      const rank = (share: number) => sorted[Math.ceil((sorted.length * share) / 10) - 1] ?? 0;
      const mean = Math.floor(sorted.reduce((sum, span) => sum + span, 0) / sorted.length);
      return [name, [sorted.length, mean, rank(5), rank(9)].join(' ')];
    }),
  );
}
