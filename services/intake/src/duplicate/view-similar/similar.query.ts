import type { TenantReader } from '@redress/persistence';
import {
  COMPLAINT_COLUMNS,
  COMPLAINT_TABLES,
  complaintOf,
  type ComplaintRecord,
  type VersionedComplaint,
} from '../../complaint/view-complaints/complaint-record.query';

/** What a complaint is compared by. */
export interface SimilarTo {
  readonly id: string;
  readonly customerId: string;
  readonly categoryId: string;
  readonly product: string | null;
  readonly receivedAt: Date;
}

/** Complaints of other customers, the latest first. */
export interface Similar {
  readonly complaints: readonly VersionedComplaint[];
  readonly exact: boolean;
  /** How many of each customer, the most first. */
  readonly byCustomer: readonly { readonly customerId: string; readonly complaints: number }[];
}

const COUNTED_AT_MOST = 200;
const DAY_MS = 86_400_000;

/** Similar complaints of each of them, within a period around its receipt, with one statement. */
export async function similarTo(
  reader: TenantReader,
  complaints: readonly SimilarTo[],
  withinDays: number,
): Promise<readonly Similar[]> {
  const params: Record<string, unknown> = {};
  const blocks = complaints.map(({ id, customerId, categoryId, product, receivedAt }, index) => {
    const periodMs = withinDays * DAY_MS;
    params[`id${index}`] = id;
    params[`customer${index}`] = customerId;
    params[`category${index}`] = categoryId;
    params[`product${index}`] = product;
    params[`since${index}`] = new Date(receivedAt.getTime() - periodMs);
    params[`until${index}`] = new Date(receivedAt.getTime() + periodMs);
    const sameProduct = product === null ? '' : `AND c.product = :product${index}`;
    return `(SELECT :id${index} AS askedId, ${COMPLAINT_COLUMNS} FROM ${COMPLAINT_TABLES}
      WHERE c.tenant_id = :tenantId AND k.tenant_id = :tenantId AND c.category_id = :category${index} ${sameProduct}
        AND c.customer_id <> :customer${index} AND c.received_at BETWEEN :since${index} AND :until${index}
      ORDER BY c.received_at DESC, c.id DESC LIMIT ${COUNTED_AT_MOST + 1})`;
  });
  const rows = await reader.query<ComplaintRecord & { readonly askedId: string }>(blocks.join(' UNION ALL '), params);
  return complaints.map(({ id }) => similarOf(rows.filter(({ askedId }) => askedId === id)));
}

function similarOf(rows: readonly ComplaintRecord[]): Similar {
  const counted = rows.slice(0, COUNTED_AT_MOST);
  const counts = new Map<string, number>();
  for (const { customerId } of counted) counts.set(customerId, (counts.get(customerId) ?? 0) + 1);
  return {
    complaints: counted.map(complaintOf),
    exact: rows.length <= COUNTED_AT_MOST,
    byCustomer: [...counts]
      .map(([customerId, complaints]) => ({ customerId, complaints }))
      .sort((one, other) => other.complaints - one.complaints || one.customerId.localeCompare(other.customerId)),
  };
}
