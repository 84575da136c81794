import type { KeysetList } from '@redress/graphql-runtime';

const LIST = {
  order: { name: 'RECORDED_DESC', column: 'p.id', direction: 'descending' },
  idColumn: 'p.id',
  select: `p.customer_id AS customerUuid, p.id, p.product, p.serial_number AS serialNumber, p.batch, p.sold_at AS soldAt,
    p.order_number AS orderNumber, p.recorded_at AS recordedAt`,
  from: 'customer_product p',
} as const;

/** What one customer has, the last entered first. */
export function productsOfCustomer(param: string): KeysetList {
  return {
    ...LIST,
    name: 'productsOfCustomer',
    where: `p.tenant_id = :tenantId AND p.customer_id = :${param}`,
  };
}

/** Who has a product with a serial number, of a batch, or both; each through its own index. */
export function tracedProducts(traced: { readonly serialNumber?: string; readonly batch?: string }): KeysetList {
  const conditions = [
    'p.tenant_id = :tenantId',
    ...(traced.serialNumber === undefined ? [] : ['p.serial_number = :serialNumber']),
    ...(traced.batch === undefined ? [] : ['p.batch = :batch']),
  ];
  return { ...LIST, name: 'customersOfProduct', where: conditions.join(' AND '), params: { ...traced } };
}
