import type {
  clockCompleted,
  clockDiscontinued,
  clockExtended,
  clockStarted,
  EventData,
  EventEnvelope,
} from '@redress/contracts';
import type { TenantTransaction } from '@redress/persistence';

const START = `INSERT INTO clock_fact (tenant_id, complaint_id, clock_id, stage, due_at)
   VALUES (:tenantId, :complaintId, :clockId, :stage, :dueAt)
   ON DUPLICATE KEY UPDATE stage = VALUES(stage), due_at = VALUES(due_at)`;

/** Adds a clock that runs; the complaint's next due date stays as it is. */
export function startClock(
  tx: TenantTransaction,
  complaintId: string,
  { clockId, stage, dueAt }: { readonly clockId: string; readonly stage: string; readonly dueAt: string },
): void {
  tx.executeAtCommit(START, { complaintId, clockId, stage, dueAt: new Date(dueAt) });
}

/** Ends clocks, finished or not. */
export function stopClocks(tx: TenantTransaction, complaintId: string, clockIds: readonly string[], at: string): void {
  for (const clockId of clockIds) {
    tx.executeAtCommit(
      `UPDATE clock_fact c SET c.completed_at = :completedAt
        WHERE c.tenant_id = :tenantId AND c.complaint_id = :complaintId AND c.clock_id = :clockId`,
      { complaintId, clockId, completedAt: new Date(at) },
    );
  }
}

/** Moves the next due date of an open complaint to the earliest clock that still runs. */
export function moveNextDue(tx: TenantTransaction, complaintId: string): void {
  tx.executeAtCommit(
    `UPDATE complaint_fact f
        SET f.next_due_at = (SELECT MIN(c.due_at) FROM clock_fact c
                              WHERE c.tenant_id = :tenantId AND c.complaint_id = :complaintId AND c.completed_at IS NULL)
      WHERE f.tenant_id = :tenantId AND f.complaint_id = :complaintId AND f.closed_at IS NULL`,
    { complaintId },
  );
}

/** The clock of a later stage runs. */
export function projectClockStart(
  { data }: EventEnvelope<EventData<typeof clockStarted>>,
  tx: TenantTransaction,
): void {
  startClock(tx, data.complaintId, data);
  moveNextDue(tx, data.complaintId);
}

/** A stage was finished. */
export function projectClock({ data }: EventEnvelope<EventData<typeof clockCompleted>>, tx: TenantTransaction): void {
  stopClocks(tx, data.complaintId, [data.clockId], data.completedAt);
  moveNextDue(tx, data.complaintId);
}

/** A stage is measured no more. */
export function projectClockEnd(
  { data }: EventEnvelope<EventData<typeof clockDiscontinued>>,
  tx: TenantTransaction,
): void {
  stopClocks(tx, data.complaintId, [data.clockId], data.discontinuedAt);
  moveNextDue(tx, data.complaintId);
}

/** A stage has more time. */
export function projectExtension(
  { data }: EventEnvelope<EventData<typeof clockExtended>>,
  tx: TenantTransaction,
): void {
  startClock(tx, data.complaintId, data);
  moveNextDue(tx, data.complaintId);
}
