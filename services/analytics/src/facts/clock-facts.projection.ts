import type { clockCompleted, EventData, EventEnvelope } from '@redress/contracts';
import type { TenantTransaction } from '@redress/persistence';

/** Stops a clock and moves the complaint's next due date to the earliest clock that still runs. */
export async function projectClock(
  { data }: EventEnvelope<EventData<typeof clockCompleted>>,
  tx: TenantTransaction,
): Promise<void> {
  const { complaintId, clockId } = data;
  await tx.execute(
    `UPDATE clock_fact c SET c.completed_at = :completedAt
      WHERE c.tenant_id = :tenantId AND c.complaint_id = :complaintId AND c.clock_id = :clockId`,
    { complaintId, clockId, completedAt: new Date(data.completedAt) },
  );
  const [next] = await tx.query<{ due_at: Date | null }>(
    `SELECT MIN(c.due_at) AS due_at FROM clock_fact c
      WHERE c.tenant_id = :tenantId AND c.complaint_id = :complaintId AND c.completed_at IS NULL`,
    { complaintId },
  );
  await tx.execute(
    `UPDATE complaint_fact f SET f.next_due_at = :dueAt
      WHERE f.tenant_id = :tenantId AND f.complaint_id = :complaintId AND f.closed_at IS NULL`,
    { complaintId, dueAt: next?.due_at ?? null },
  );
}
