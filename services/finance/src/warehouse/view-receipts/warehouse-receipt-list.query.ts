import { column, compileWhere, type FilterCompiler, type KeysetList } from '@redress/graphql-runtime';
import type { WarehouseReceiptWhereInput } from './warehouse-receipt-list.gql';
import { RECEIPT_COLUMNS } from './warehouse-receipt.query';

const UNALLOCATED = `EXISTS (
  SELECT 1 FROM warehouse_receipt_line g WHERE g.tenant_id = :tenantId AND g.receipt_id = r.id
    AND g.quantity > g.allocated + g.corrected + g.set_aside)`;

const FILTERS: Readonly<Record<keyof Omit<WarehouseReceiptWhereInput, 'AND' | 'OR' | 'NOT'>, FilterCompiler>> = {
  warehouse: column('r.warehouse'),
  reference: column('r.reference'),
  receivedAt: column('r.received_at'),
  hasUnallocated: ({ eq }) => (eq === true ? UNALLOCATED : eq === false ? `NOT ${UNALLOCATED}` : 'TRUE'),
};

/** The list of receipts; only staff see it. */
export function receiptList(where: WarehouseReceiptWhereInput | undefined): KeysetList {
  const conditions = compileWhere(where, FILTERS);
  return {
    name: 'warehouse-receipts',
    order: { name: 'RECEIVED_AT_DESC', column: 'r.received_at', direction: 'descending' },
    idColumn: 'r.id',
    select: RECEIPT_COLUMNS,
    from: 'warehouse_receipt r',
    where: `r.tenant_id = :tenantId AND ${conditions.sql}`,
    params: conditions.params,
  };
}
