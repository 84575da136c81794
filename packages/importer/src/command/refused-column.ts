/** The column behind the fields of a refusal, such as `history, closedAt`; the fields' own names when there is none. */
export function refusedColumn(mapped: unknown, fields: readonly string[]): string {
  let found = mapped;
  for (const field of fields) {
    found = isRecord(found) ? found[field] : undefined;
    if (isRecord(found) && typeof found['column'] === 'string') return found['column'];
  }
  return fields.join('.');
}

/** The names of members of an order in the graph that a mapping calls otherwise. */
const IN_THE_MAPPING: Readonly<Record<string, string>> = {
  orderNumber: 'number',
  customerExternalRef: 'customer',
  lineNumber: 'number',
};

/** The same for members of an order or a line. */
export function refusedChargeOrField(mapped: unknown, [field = '', ...fields]: readonly string[]): string {
  const named = refusedColumn(mapped, [IN_THE_MAPPING[field] ?? field, ...fields]);
  return named === [IN_THE_MAPPING[field] ?? field, ...fields].join('.') ? [field, ...fields].join('.') : named;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object';
}
