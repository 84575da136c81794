import type { EventEnvelope } from '@redress/contracts';
import type { TenantTransaction } from '@redress/persistence';

/** An event with its place in the order in which this tenant's events took effect. */
export interface PositionedEvent {
  readonly name: string;
  readonly event: EventEnvelope;
  readonly position: bigint;
}

const ADVANCE = `
  INSERT INTO change_position (tenant_id, last_position) VALUES (:tenantId, :count)
  ON DUPLICATE KEY UPDATE last_position = last_position + :count`;
const REACHED = 'SELECT p.last_position AS reached FROM change_position p WHERE p.tenant_id = :tenantId';

/**
 * Gives events the next positions of their tenant. The row lock on the last position, held until the commit, makes
 * positions contiguous and visible in order, so that a reader who has seen one has seen all before it; and it lets only
 * one transaction at a time change the facts of a tenant.
 */
export async function takePositions(
  tx: TenantTransaction,
  events: readonly { readonly name: string; readonly event: EventEnvelope }[],
): Promise<readonly PositionedEvent[]> {
  await tx.execute(ADVANCE, { count: events.length });
  const [row] = await tx.query<{ reached: string }>(REACHED);
  const first = BigInt(row?.reached ?? 0) - BigInt(events.length) + 1n;
  return events.map((each, index) => ({ ...each, position: first + BigInt(index) }));
}

/** Writes events into the change log: what the change feed shows, and the envelope from which facts can be made anew. */
export function keepInJournal(tx: TenantTransaction, events: readonly PositionedEvent[]): void {
  tx.insertAtCommit(
    'change_log',
    events.map(({ name, event, position }) => ({
      position,
      event_id: event.id,
      type: name,
      aggregate_type: event.aggregatetype,
      aggregate_id: event.subject,
      aggregate_version: event.aggregateversion,
      complaint_id: (event.data as { complaintId?: string }).complaintId ?? null,
      occurred_at: new Date(event.time),
      envelope: JSON.stringify(event),
    })),
  );
}
