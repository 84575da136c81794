import type { BoundValue, Dialect, Statement } from '../../metrics/engines/dialect.model';
import { MARK, MARKED } from './copied-tables.model';
import type { Dictionary } from './dictionary.model';
import { bucketsIn } from './time-bucket.model';

const MINUTE_MS = 60_000;

const BUCKET = bucketsIn({
  whole: (dividend, divisor) => `(${dividend} // ${divisor})`,
  year: (local) => `datepart('year', make_timestamp_ms(${local}))`,
  month: (local) => `datepart('month', make_timestamp_ms(${local}))`,
});

/**
 * How a copy is asked. All that it holds are numbers: words by their place in the dictionary, instants as milliseconds. A
 * tenant has tables of its own, so that no condition tells tenants apart.
 */
function dialectOver(dictionary: Dictionary, table: (fact: string) => string): Dialect {
  return {
    placeholder: (name) => `$${name}`,
    isIn: (column, placeholder) => `${column} IN (${placeholder})`,
    elapsed: (from, to) => `(${to} - ${from})`,
    shifted: (column, minutes) => `(${column} + ${minutes * MINUTE_MS})`,
    stretch: (local, grain) => BUCKET[grain](local),
    kept: (column, kind, values) => {
      if (kind !== 'code' && kind !== 'text') return values;
      return values.flatMap((value) => dictionary.find(column, String(value)) ?? []);
    },
    counted: (condition) => `count_if(${condition})`,
    marks: {
      of: (alias, column) =>
        column === MARKED ? `${alias}.${MARK}` : `(1::UBIGINT << (hash(${alias}.${column}) % 64))`,
      together: (marks) => `bit_or(${marks})`,
      count: (marks) => `bit_count(${marks})`,
    },
    atRank: (value, fractions, index) => `quantile_disc(${value}, [${fractions.join(', ')}])[${index + 1}]`,
    source: (fact, alias) => ({ table: `${table(fact)} ${alias}`, conditions: [] }),
  };
}

/** Rows as they are in the copy now. */
export const currentCopy = (schema: string, dictionary: Dictionary): Dialect =>
  dialectOver(dictionary, (fact) => `${schema}.${fact}`);

/** Rows as they were at a position from which on the copy has kept what was superseded. */
export const earlierCopy = (schema: string, dictionary: Dictionary, position: bigint): Dialect =>
  dialectOver(
    dictionary,
    (fact) => `(SELECT * FROM ${schema}.${fact} WHERE since <= ${position}
      UNION ALL SELECT * EXCLUDE (until) FROM ${schema}.${fact}_history
        WHERE since <= ${position} AND until > ${position})`,
  );

function literal(value: BoundValue | undefined): string {
  if (value instanceof Date) return String(value.getTime());
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (Array.isArray(value)) return value.map((each: string | number | null) => literal(each)).join(', ');
  throw new Error('a copy is asked in numbers only');
}

/** The text of a statement with its values, which are all numbers, written out: so they take part in its planning. */
export function writtenOut({ sql, values }: Statement): string {
  return sql.replace(/\$(v\d+)\b/g, (_, name: string) => literal(values[name]));
}
