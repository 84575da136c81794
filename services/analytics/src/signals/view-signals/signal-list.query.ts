import { column, compileWhere, type FilterCompiler, type KeysetList } from '@redress/graphql-runtime';
import type { TenantReader } from '@redress/persistence';
import { SIGNAL_COLUMNS, signalOf, type SignalRow } from '../adapters/signal.row';
import type { Signal } from '../model/signal.model';
import type { SignalWhereInput } from './signal.gql';

const FILTERS: Readonly<Record<keyof Omit<SignalWhereInput, 'AND' | 'OR' | 'NOT'>, FilterCompiler>> = {
  state: column('r.state'),
  figure: column('r.figure'),
  dimension: column('r.dimension'),
  value: column('r.series_value'),
  ongoing: ({ eq }) => (typeof eq !== 'boolean' ? 'TRUE' : `r.ongoing_series IS ${eq ? 'NOT ' : ''}NULL`),
};

/** Signals, those that are least likely chance first. */
export function signalList(where: SignalWhereInput | undefined): KeysetList {
  const conditions = compileWhere(where, FILTERS);
  return {
    name: 'signals',
    order: { name: 'SCORE_DESC', column: 'r.score', direction: 'descending' },
    idColumn: 'r.id',
    select: SIGNAL_COLUMNS,
    from: 'rise_signal r',
    where: `r.tenant_id = :tenantId AND ${conditions.sql}`,
    params: conditions.params,
  };
}

/** Signals by id, in no order. */
export async function signalsBy(reader: TenantReader, ids: readonly string[]): Promise<ReadonlyMap<string, Signal>> {
  if (ids.length === 0) return new Map();
  const rows = await reader.query<SignalRow>(
    `SELECT ${SIGNAL_COLUMNS} FROM rise_signal r WHERE r.tenant_id = :tenantId AND r.id IN (:ids)`,
    { ids },
  );
  return new Map(rows.map((row) => [row.id, signalOf(row)]));
}

export { signalOf as signalOfRow, type SignalRow } from '../adapters/signal.row';
