import type { ExportRequest } from '../model/export.model';

/** A condition with its parameters. */
export interface Condition {
  readonly sql: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** What every kind can be asked for by: when its rows happened, and in which currency. */
export function inRange(
  { from, to, currency }: ExportRequest,
  columns: { readonly moment: string; readonly currency: string },
): Condition {
  return joined([
    ...(from === undefined ? [] : [{ sql: `${columns.moment} >= :rangeFrom`, params: { rangeFrom: new Date(from) } }]),
    ...(to === undefined ? [] : [{ sql: `${columns.moment} < :rangeTo`, params: { rangeTo: new Date(to) } }]),
    ...(currency === undefined
      ? []
      : [{ sql: `${columns.currency} = :rangeCurrency`, params: { rangeCurrency: currency } }]),
  ]);
}

/** All of them hold. */
export function joined(conditions: readonly Condition[]): Condition {
  return {
    sql: ['TRUE', ...conditions.map(({ sql }) => `(${sql})`)].join(' AND '),
    params: Object.assign({}, ...conditions.map(({ params }) => params)) as Condition['params'],
  };
}
