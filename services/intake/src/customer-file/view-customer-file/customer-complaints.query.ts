import type { KeysetList } from '@redress/graphql-runtime';
import { COMPLAINT_COLUMNS, COMPLAINT_TABLES } from '../../complaint/view-complaints/complaint-record.query';

/** The complaints of one customer, the latest receipt first. */
export function complaintsOfCustomer(param: string): KeysetList {
  return {
    name: 'complaintsOfCustomer',
    order: { name: 'RECEIVED_AT_DESC', column: 'c.received_at', direction: 'descending' },
    idColumn: 'c.id',
    select: COMPLAINT_COLUMNS,
    from: COMPLAINT_TABLES,
    where: `c.tenant_id = :tenantId AND k.tenant_id = :tenantId AND c.customer_id = :${param}`,
  };
}
