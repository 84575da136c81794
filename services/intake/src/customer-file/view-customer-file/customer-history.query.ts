import type { TenantReader } from '@redress/persistence';
import type { CustomerHistoryEntry } from './customer-history.gql';

type HistoryRow = CustomerHistoryEntry & { readonly askedId: string };

/** Merges are looked for among so many of the latest complaints: a nameless customer may have hundreds of thousands. */
const COMPLAINTS_AT_MOST = 200;

/** The latest of one kind each, so that every index is read as far as the answer goes and no further. */
const blocksOf = (param: string, first: number): readonly string[] => [
  `SELECT :${param} AS askedId, 'COMPLAINT_REGISTERED' AS kind, c.received_at AS at, c.registered_by COLLATE utf8mb4_bin AS \`by\`,
     c.number COLLATE utf8mb4_bin AS detail, c.id AS complaintUuid, c.id AS entryId
   FROM complaint c WHERE c.tenant_id = :tenantId AND c.customer_id = :${param}
   ORDER BY c.received_at DESC, c.id DESC LIMIT ${first}`,
  `SELECT :${param}, IF(h.new_value IS NULL OR h.new_value = 'null', 'COMPLAINT_UNMERGED', 'COMPLAINT_MERGED'), h.changed_at,
     h.changed_by COLLATE utf8mb4_bin, latest.number COLLATE utf8mb4_bin, h.complaint_id, h.id
   FROM (SELECT c.id, c.number FROM complaint c WHERE c.tenant_id = :tenantId AND c.customer_id = :${param}
     ORDER BY c.received_at DESC, c.id DESC LIMIT ${COMPLAINTS_AT_MOST}) latest
   JOIN complaint_change h ON h.complaint_id = latest.id
   WHERE h.tenant_id = :tenantId AND h.fact = 'mergedInto' ORDER BY h.changed_at DESC, h.id DESC LIMIT ${first}`,
  `SELECT :${param}, 'LETTER_SENT', l.sent_at, l.requested_by, CONVERT(l.purpose USING utf8mb4) COLLATE utf8mb4_bin,
     l.complaint_id, l.id
   FROM letter l WHERE l.tenant_id = :tenantId AND l.customer_id = :${param} AND l.sent_at IS NOT NULL
   ORDER BY l.sent_at DESC, l.id DESC LIMIT ${first}`,
  `SELECT :${param}, 'PRODUCT_RECORDED', p.recorded_at, p.recorded_by, p.product, NULL, p.id
   FROM customer_product p WHERE p.tenant_id = :tenantId AND p.customer_id = :${param}
   ORDER BY p.id DESC LIMIT ${first}`,
  `SELECT :${param}, 'FILE_CHANGED', f.changed_at, f.changed_by, CONVERT(f.fields USING utf8mb4) COLLATE utf8mb4_bin, NULL, f.id
   FROM customer_change f WHERE f.tenant_id = :tenantId AND f.customer_id = :${param}
   ORDER BY f.id DESC LIMIT ${first}`,
  `SELECT :${param}, 'ERASED', e.erased_at, e.erased_by, e.reason, NULL, e.id
   FROM customer_erasure e WHERE e.tenant_id = :tenantId AND e.customer_id = :${param}`,
];

/** The latest of what happened with each of several customers, the last first, with one statement. */
export async function historyOf(
  reader: TenantReader,
  customerIds: readonly string[],
  first: number,
): Promise<readonly (readonly CustomerHistoryEntry[])[]> {
  const blocks = customerIds.flatMap((_, index) => blocksOf(`customer${index}`, first));
  const params = Object.fromEntries(customerIds.map((id, index) => [`customer${index}`, id]));
  const sql = `${blocks.map((block) => `(${block})`).join(' UNION ALL ')} ORDER BY at DESC, entryId DESC`;
  const rows = await reader.query<HistoryRow>(sql, params);
  return customerIds.map((id) => rows.filter(({ askedId }) => askedId === id).slice(0, first));
}
