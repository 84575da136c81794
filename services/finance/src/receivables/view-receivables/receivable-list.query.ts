import {
  column,
  compileWhere,
  idColumn,
  toGlobalId,
  toMoney,
  type FilterCompiler,
  type KeysetList,
} from '@redress/graphql-runtime';
import type { TenantReader } from '@redress/persistence';
import { RECEIVABLE_COLUMNS, receivableOf, type ReceivableRow } from '../adapters/receivable.row';
import { openOf } from '../model/receivable.model';
import type { Receivable, ReceivableOrder, ReceivableWhereInput } from './receivable.gql';

const FILTERS: Readonly<Record<keyof Omit<ReceivableWhereInput, 'AND' | 'OR' | 'NOT'>, FilterCompiler>> = {
  customer: idColumn('r.customer_id', 'Customer'),
  documentNumber: column('r.document_number'),
  orderNumber: column('r.order_number'),
  salesperson: column('r.salesperson'),
  currency: column('r.currency'),
  dueOn: column('r.due_on'),
  open: whether('r.amount_minor > r.paid_minor + r.credited_minor'),
  disputed: whether('r.disputed_minor > 0'),
};

/** What customers owe. */
export function receivableList(where: ReceivableWhereInput | undefined, orderBy: ReceivableOrder): KeysetList {
  const conditions = compileWhere(where, FILTERS);
  return {
    name: 'receivables',
    order: {
      name: orderBy,
      column: 'r.due_on',
      direction: orderBy === 'DUE_ON_ASC' ? 'ascending' : 'descending',
    },
    idColumn: 'r.id',
    select: RECEIVABLE_COLUMNS,
    from: 'receivable r',
    where: `r.tenant_id = :tenantId AND ${conditions.sql}`,
    params: conditions.params,
  };
}

/** Receivables by id, in no order. */
export async function receivablesBy(reader: TenantReader, ids: readonly string[]): Promise<Map<string, Receivable>> {
  if (ids.length === 0) return new Map();
  const rows = await reader.query<ReceivableRow>(
    `SELECT ${RECEIVABLE_COLUMNS} FROM receivable r WHERE r.tenant_id = :tenantId AND r.id IN (:ids)`,
    { ids },
  );
  return new Map(rows.map((row) => [row.id, toReceivable(row)]));
}

export function toReceivable(row: ReceivableRow): Receivable {
  const receivable = receivableOf(row);
  const { amount, paidMinor, creditedMinor, disputedMinor, registeredBy: _, ...plain } = receivable;
  const money = (amountMinor: bigint) => toMoney({ amountMinor, currency: amount.currency });
  return {
    ...plain,
    id: toGlobalId('Receivable', receivable.id),
    customerId: toGlobalId('Customer', receivable.customerId),
    orderNumber: receivable.orderNumber ?? null,
    lineNumber: receivable.lineNumber ?? null,
    department: receivable.department ?? null,
    amount: toMoney(amount),
    paid: money(paidMinor),
    credited: money(creditedMinor),
    open: money(openOf(receivable)),
    disputed: money(disputedMinor),
  };
}

function whether(condition: string): FilterCompiler {
  return ({ eq }) => (typeof eq !== 'boolean' ? 'TRUE' : eq ? condition : `NOT (${condition})`);
}
