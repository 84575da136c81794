import { escape } from 'mysql2';

/** Marks a value to be stored as JSON text; needed only for arrays, which would otherwise be expanded for `IN`. */
export class JsonValue {
  constructor(readonly value: unknown) {}
}

/** Marks an array, or any value, as JSON: `{ tags: json(['a', 'b']) }`. */
export function json(value: unknown): JsonValue {
  return new JsonValue(value);
}

/** An empty list that is right for both `IN` and `NOT IN`; `IN (NULL)` would make the latter reject every row. */
const EMPTY_LIST = 'SELECT NULL FROM DUAL WHERE FALSE';

/** SQL text of a parameter: a list for an array (of tuples for an array of arrays), otherwise one literal. */
export function parameterLiteral(value: unknown): string {
  if (!Array.isArray(value)) return valueLiteral(value);
  if (value.length === 0) return EMPTY_LIST;
  return value
    .map((item: unknown) => (Array.isArray(item) ? `(${item.map(valueLiteral).join(', ')})` : valueLiteral(item)))
    .join(', ');
}

/**
 * SQL text of one value. Dates are written in UTC with milliseconds, bytes in hexadecimal, other objects as JSON.
 * Throws on what has no safe text: not-a-number, infinity, invalid dates, undefined and functions.
 */
export function valueLiteral(value: unknown): string {
  if (value === null) return 'NULL';
  if (typeof value === 'string') return escape(value);
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'object') return objectLiteral(value);
  throw new TypeError(`${typeof value === 'number' ? String(value) : `a ${typeof value}`} cannot be stored`);
}

function objectLiteral(value: object): string {
  if (value instanceof Date) return instantLiteral(value);
  if (value instanceof Uint8Array)
    return `X'${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('hex')}'`;
  return escape(JSON.stringify(value instanceof JsonValue ? value.value : value));
}

const DAY_MS = 86_400_000;
/** Instants of one transaction are mostly of few days. */
let lastDay = { number: Number.NaN, text: '' };
const two = (value: number): string => (value < 10 ? `0${value}` : String(value));
const three = (value: number): string => (value < 100 ? `0${two(value)}` : String(value));

/** Bulk loads consist of instants for the most part, and `toISOString` counts the day anew for each. */
function instantLiteral(date: Date): string {
  const time = date.getTime();
  const number = Math.floor(time / DAY_MS);
  if (number !== lastDay.number) lastDay = { number, text: date.toISOString().slice(0, -14) };
  const left = time - number * DAY_MS;
  const minutes = Math.floor(left / 60_000);
  const seconds = Math.floor(left / 1_000) % 60;
  return `'${lastDay.text} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:${two(seconds)}.${three(left % 1_000)}'`;
}
