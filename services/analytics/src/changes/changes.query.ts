import type { TenantReader } from '@redress/persistence';

/** A published event as the change feed shows it. `position` is contiguous within a tenant. */
export interface ChangeRow {
  readonly position: string;
  readonly event_id: string;
  readonly type: string;
  readonly aggregate_type: string;
  readonly aggregate_id: string;
  readonly aggregate_version: number;
  readonly complaint_id: string | null;
  readonly occurred_at: Date;
}

/** Which changes to read: those after a position, of some types or of all, of one customer's complaints or of all. */
export interface ChangesWanted {
  readonly after: bigint;
  readonly types: readonly string[] | undefined;
  readonly limit: number;
  readonly customerId?: string;
}

/** The wanted changes, oldest first. */
export async function changesAfter(reader: TenantReader, wanted: ChangesWanted): Promise<readonly ChangeRow[]> {
  const { after, types, limit, customerId } = wanted;
  if (types?.length === 0) return [];
  // A customer has few complaints among very many events, so the way to these goes through the complaints.
  const log =
    customerId === undefined
      ? 'change_log c'
      : `complaint_fact f STRAIGHT_JOIN change_log c FORCE INDEX (by_complaint)
           ON c.tenant_id = f.tenant_id AND c.complaint_id = f.complaint_id`;
  const ofCustomer =
    customerId === undefined
      ? ''
      : `AND f.tenant_id = :tenantId AND f.customer_id = :customerId
         AND f.generation = (SELECT COALESCE(MAX(p.live_generation), 1) FROM projection p
                              WHERE p.tenant_id = :tenantId)`;
  return reader.query<ChangeRow>(
    `SELECT c.position, c.event_id, c.type, c.aggregate_type, c.aggregate_id, c.aggregate_version, c.complaint_id, c.occurred_at
       FROM ${log}
      WHERE c.tenant_id = :tenantId AND c.position > :after ${types === undefined ? '' : 'AND c.type IN (:types)'} ${ofCustomer}
      ORDER BY c.position LIMIT ${limit}`,
    { after, ...(types === undefined ? {} : { types }), ...(customerId === undefined ? {} : { customerId }) },
  );
}
