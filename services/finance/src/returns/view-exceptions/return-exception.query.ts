import { column, compileWhere, idColumn, type FilterCompiler, type KeysetList } from '@redress/graphql-runtime';
import type { TenantReader } from '@redress/persistence';
import { EXCEPTION_COLUMNS, exceptionOf, type ReturnExceptionRow } from '../adapters/return-exception.row';
import type { ReturnException } from '../model/return-exception.model';
import type { ReturnExceptionOrder, ReturnExceptionWhereInput } from './return-exception.gql';

export { exceptionOf, type ReturnExceptionRow } from '../adapters/return-exception.row';

const FILTERS: Readonly<Record<keyof Omit<ReturnExceptionWhereInput, 'AND' | 'OR' | 'NOT'>, FilterCompiler>> = {
  kind: column('x.kind'),
  state: column('x.state'),
  owner: column('x.owner'),
  raisedAt: column('x.raised_at'),
  returnAuthorisation: idColumn('x.authorisation_id', 'ReturnAuthorisation'),
  countedOn: idColumn('x.counted_on_line_id', 'ReturnLine'),
};

/** The queue of exceptions; only staff see it. */
export function exceptionList(where: ReturnExceptionWhereInput | undefined, orderBy: ReturnExceptionOrder): KeysetList {
  const conditions = compileWhere(where, FILTERS);
  return {
    name: 'return-exceptions',
    order: {
      name: orderBy,
      column: 'x.raised_at',
      direction: orderBy === 'RAISED_AT_ASC' ? 'ascending' : 'descending',
    },
    idColumn: 'x.id',
    select: EXCEPTION_COLUMNS,
    from: 'return_exception x',
    where: `x.tenant_id = :tenantId AND ${conditions.sql}`,
    params: conditions.params,
  };
}

/** Exceptions by id, in one statement. */
export async function exceptionsById(
  reader: TenantReader,
  ids: readonly string[],
): Promise<(ReturnException | null)[]> {
  const found = await read(reader, 'x.id IN (:values)', ids);
  return ids.map((id) => found.find((each) => each.id === id) ?? null);
}

/** The exceptions of each return, in one statement. */
export async function exceptionsByReturn(
  reader: TenantReader,
  returnIds: readonly string[],
): Promise<ReturnException[][]> {
  const found = await read(reader, 'x.authorisation_id IN (:values)', returnIds);
  return returnIds.map((id) => found.filter(({ authorisationId }) => authorisationId === id));
}

async function read(reader: TenantReader, condition: string, values: readonly string[]): Promise<ReturnException[]> {
  const rows = await reader.query<ReturnExceptionRow>(
    `SELECT ${EXCEPTION_COLUMNS} FROM return_exception x
     WHERE x.tenant_id = :tenantId AND ${condition} ORDER BY x.raised_at, x.id`,
    { values },
  );
  return rows.map(exceptionOf);
}
