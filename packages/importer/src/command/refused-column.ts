import type { Mapping } from '../mapping/mapping.model';

/** The column behind a refusal's path `input, rows, 3, history, closedAt`; the field's own name when it has none. */
export function refusedColumn(mapping: Mapping, path: readonly string[] | null): string {
  const fields = (path ?? []).slice(3);
  let found: unknown = mapping.row;
  for (const field of fields) {
    found = isRecord(found) ? found[field] : undefined;
    if (isRecord(found) && typeof found['column'] === 'string') return found['column'];
  }
  return fields.join('.');
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object';
}
