/**
 * JSON with object keys in code-point order and `bigint` as a string, so that equal values give equal text whatever
 * the order of their keys. `undefined` members are left out, as in `JSON.stringify`; a `Date` becomes its ISO text.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(normalise(value));
}

function normalise(value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString();
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(normalise);
  if (value !== null && typeof value === 'object') {
    const source = value as Record<string, unknown>;
    const sorted: Record<string, unknown> = {};
    for (const key of Object.keys(source).sort()) {
      if (source[key] !== undefined) sorted[key] = normalise(source[key]);
    }
    return sorted;
  }
  return value;
}
