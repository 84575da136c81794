import type { clockCompleted, EventData, EventEnvelope } from '@redress/contracts';
import type { TenantTransaction } from '@redress/persistence';

/** Stops a clock and moves the complaint's next due date to the earliest clock that still runs. */
export function projectClock({ data }: EventEnvelope<EventData<typeof clockCompleted>>, tx: TenantTransaction): void {
  const { complaintId, clockId } = data;
  tx.executeAtCommit(
    `UPDATE clock_fact c SET c.completed_at = :completedAt
      WHERE c.tenant_id = :tenantId AND c.complaint_id = :complaintId AND c.clock_id = :clockId`,
    { complaintId, clockId, completedAt: new Date(data.completedAt) },
  );
  tx.executeAtCommit(
    `UPDATE complaint_fact f
        SET f.next_due_at = (SELECT MIN(c.due_at) FROM clock_fact c
                              WHERE c.tenant_id = :tenantId AND c.complaint_id = :complaintId AND c.completed_at IS NULL)
      WHERE f.tenant_id = :tenantId AND f.complaint_id = :complaintId AND f.closed_at IS NULL`,
    { complaintId },
  );
}
