import { column, compileWhere, type FilterCompiler, type KeysetList, type KeysetOrder } from '@redress/graphql-runtime';
import { PURCHASE_COLUMNS } from '../view-purchase/purchase.query';
import type { PurchaseOrder, PurchaseWhereInput } from './purchase-list.gql';

const ORDERS: Readonly<Record<PurchaseOrder, Omit<KeysetOrder, 'name'>>> = {
  PLACED_AT_DESC: { column: 'o.placed_at', direction: 'descending' },
  PLACED_AT_ASC: { column: 'o.placed_at', direction: 'ascending' },
  REGISTERED_AT_DESC: { column: 'o.registered_at', direction: 'descending' },
  REGISTERED_AT_ASC: { column: 'o.registered_at', direction: 'ascending' },
};

const ofLine = column('l.product');

const FILTERS: Readonly<Record<keyof Omit<PurchaseWhereInput, 'AND' | 'OR' | 'NOT'>, FilterCompiler>> = {
  orderNumber: column('o.order_number'),
  customerExternalRef: column('o.customer_external_ref'),
  currency: column('o.currency'),
  department: column('o.department'),
  product: (filter, bind) =>
    `o.id IN (SELECT l.purchase_id FROM purchase_line l WHERE l.tenant_id = :tenantId AND ${ofLine(filter, bind)})`,
  placedAt: column('o.placed_at'),
  registeredAt: column('o.registered_at'),
};

/** The list of orders; only staff see it. */
export function purchaseList(where: PurchaseWhereInput | undefined, orderBy: PurchaseOrder): KeysetList {
  const conditions = compileWhere(where, FILTERS);
  return {
    name: 'purchases',
    order: { name: orderBy, ...ORDERS[orderBy] },
    idColumn: 'o.id',
    select: PURCHASE_COLUMNS,
    from: 'purchase o',
    where: `o.tenant_id = :tenantId AND ${conditions.sql}`,
    params: conditions.params,
  };
}
