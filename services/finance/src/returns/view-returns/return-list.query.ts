import { column, compileWhere, idColumn, type FilterCompiler, type KeysetList } from '@redress/graphql-runtime';
import { RETURN_COLUMNS } from './return.query';
import type { ReturnOrder, ReturnWhereInput } from './return-list.gql';

const OPEN_EXCEPTION = `EXISTS (
  SELECT 1 FROM return_exception x WHERE x.tenant_id = :tenantId AND x.authorisation_id = a.id AND x.state = 'OPEN')`;

/** A condition on one of the lines. */
function ofLine(name: string): FilterCompiler {
  const compare = column(name);
  return (filter, bind) =>
    `a.id IN (SELECT l.authorisation_id FROM return_line l WHERE l.tenant_id = :tenantId AND ${compare(filter, bind)})`;
}

const FILTERS: Readonly<Record<keyof Omit<ReturnWhereInput, 'AND' | 'OR' | 'NOT'>, FilterCompiler>> = {
  number: column('a.number'),
  state: column('a.state'),
  cause: column('a.cause'),
  owner: column('a.owner'),
  orderNumber: ofLine('l.order_number'),
  product: ofLine('l.product'),
  hasOpenExceptions: ({ eq }) => (eq === true ? OPEN_EXCEPTION : eq === false ? `NOT ${OPEN_EXCEPTION}` : 'TRUE'),
  createdAt: column('a.created_at'),
  dueAt: column('a.due_on_record'),
  settlement: idColumn('a.settlement_id', 'Settlement'),
  case: idColumn('a.case_id', 'Case'),
  customer: idColumn('a.customer_id', 'Customer'),
};

/** The list of returns; only staff see it. */
export function returnList(where: ReturnWhereInput | undefined, orderBy: ReturnOrder): KeysetList {
  const conditions = compileWhere(where, FILTERS);
  const direction = orderBy === 'CREATED_AT_ASC' ? 'ascending' : 'descending';
  return {
    name: 'returns',
    order: { name: orderBy, column: 'a.created_at', direction },
    idColumn: 'a.id',
    select: RETURN_COLUMNS,
    from: 'return_authorisation a',
    where: `a.tenant_id = :tenantId AND ${conditions.sql}`,
    params: conditions.params,
  };
}
