import type { EventEnvelope } from '@redress/contracts';
import type { TenantTransaction } from '@redress/persistence';

/**
 * Adds an event to the tenant's change log at the next position. The row lock on the last position makes positions
 * contiguous and visible in order, so that a reader who has seen one has seen all before it. As every other projection,
 * it writes at the commit: the lock, for which all consumers of a tenant wait, is then held for no round trip.
 */
export function logChange(name: string, event: EventEnvelope, tx: TenantTransaction): void {
  tx.executeAtCommit(
    `INSERT INTO change_position (tenant_id, last_position) VALUES (:tenantId, 1)
     ON DUPLICATE KEY UPDATE last_position = last_position + 1`,
  );
  const { complaintId } = event.data as { complaintId?: string };
  tx.executeAtCommit(
    `INSERT INTO change_log (tenant_id, position, event_id, type, aggregate_type, aggregate_id, aggregate_version, complaint_id, occurred_at)
     SELECT :tenantId, p.last_position, :eventId, :type, :aggregateType, :aggregateId, :aggregateVersion, :complaintId, :occurredAt
       FROM change_position p WHERE p.tenant_id = :tenantId`,
    {
      eventId: event.id,
      type: name,
      aggregateType: event.aggregatetype,
      aggregateId: event.subject,
      aggregateVersion: event.aggregateversion,
      complaintId: complaintId ?? null,
      occurredAt: new Date(event.time),
    },
  );
}
