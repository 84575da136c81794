import { bucketsIn } from '../../columnar/model/time-bucket.model';
import type { BoundValue, Dialect, Statement } from '../../metrics/engines/dialect.model';

const MINUTE_MS = 60_000;

const instant = (local: string): string => `fromUnixTimestamp64Milli(${local}, 'UTC')`;

const BUCKET = bucketsIn({
  whole: (dividend, divisor) => `intDiv(${dividend}, ${divisor})`,
  year: (local) => `toYear(${instant(local)})`,
  month: (local) => `toMonth(${instant(local)})`,
});

/**
 * How ClickHouse is asked. Every version of a row is there with the positions between which it was alive, so that any
 * position can be told of; instants are milliseconds. Sums are wider than their summands, which may be large.
 */
export const clickhouse: Dialect = {
  placeholder: (name) => `{${name}}`,
  isIn: (column, placeholder) => `${column} IN ${placeholder}`,
  elapsed: (from, to) => `(${to} - ${from})`,
  shifted: (column, minutes) => `(${column} + ${minutes * MINUTE_MS})`,
  stretch: (local, grain) => BUCKET[grain](local),
  marks: {
    of: (alias, column) =>
      `bitShiftLeft(toUInt64(isNotNull(${alias}.${column})), cityHash64(assumeNotNull(${alias}.${column})) % 64)`,
    together: (marks) => `groupBitOr(${marks})`,
    count: (marks) => `bitCount(${marks})`,
  },
  wide: (value) => `toInt128(${value})`,
  atRank: (value, fractions, index) => {
    const percent = Math.round((fractions[index] ?? 0) * 100);
    return `arraySort(groupArray(${value}))[intDiv(count(*) * ${percent} + 99, 100)]`;
  },
  source: (fact, alias) => ({
    table: `(SELECT * FROM ${fact} FINAL WHERE tenant_id = {tenantId:String} AND generation = {generation:Int64}
      AND since <= {position:Int64} AND until > {position:Int64}) AS ${alias}`,
    conditions: [],
  }),
};

function typeOf(value: BoundValue | undefined): string {
  if (typeof value === 'string') return 'String';
  if (!Array.isArray(value)) return 'Int64';
  return value.some((each) => typeof each === 'string') ? 'Array(String)' : 'Array(Int64)';
}

const sent = (value: BoundValue): unknown => {
  if (value instanceof Date) return String(value.getTime());
  return typeof value === 'bigint' ? String(value) : value;
};

/** A statement with the types of its parameters, as the server wants to have them named, and what they are. */
export function withTypes({ sql, values }: Statement): {
  readonly query: string;
  readonly params: Record<string, unknown>;
} {
  return {
    query: sql.replace(/\{(v\d+)\}/g, (_, name: string) => `{${name}:${typeOf(values[name])}}`),
    params: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, sent(value)])),
  };
}
