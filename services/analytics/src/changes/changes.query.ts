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

/** The changes after a position, oldest first, of some types or of all. */
export async function changesAfter(
  reader: TenantReader,
  { after, types, limit }: { readonly after: bigint; readonly types: readonly string[] | undefined; readonly limit: number },
): Promise<readonly ChangeRow[]> {
  return reader.query<ChangeRow>(
    `SELECT c.position, c.event_id, c.type, c.aggregate_type, c.aggregate_id, c.aggregate_version, c.complaint_id, c.occurred_at
       FROM change_log c
      WHERE c.tenant_id = :tenantId AND c.position > :after ${types === undefined ? '' : 'AND c.type IN (:types)'}
      ORDER BY c.position LIMIT ${limit}`,
    { after, ...(types === undefined ? {} : { types }) },
  );
}
