import type { SystemReader } from '@redress/persistence';
import type { InboxScope } from './inbox-rows';
import type { Incoming } from './incoming';
import type { HeldState } from './order.decide';

/** How an event is held from now on. */
export interface Holding {
  readonly state: HeldState;
  readonly attempts: number;
  readonly reason: string;
  /** When to look at it again. */
  readonly dueInMs: number;
}

const LONGEST_REASON = 1000;

/** Holds an event, or changes how it is held. */
export async function hold(
  tx: SystemReader,
  { producer }: InboxScope,
  incoming: Incoming,
  { state, attempts, reason, dueInMs }: Holding,
): Promise<void> {
  await tx.execute(
    `INSERT INTO inbox_held (tenant_id, producer, aggregate_id, aggregate_version, event_id, shard, type, state,
       attempts, reason, due_at, held_at, envelope)
     VALUES (:tenantId, :producer, :aggregateId, :version, :eventId, :shard, :type, :state, :attempts, :reason,
       UTC_TIMESTAMP(3) + INTERVAL :dueInMicroseconds MICROSECOND, UTC_TIMESTAMP(3), :envelope)
     ON DUPLICATE KEY UPDATE state = VALUES(state), attempts = VALUES(attempts), reason = VALUES(reason),
       due_at = VALUES(due_at)`,
    {
      tenantId: incoming.tenantId,
      producer,
      aggregateId: incoming.aggregateId,
      version: incoming.version,
      eventId: incoming.eventId,
      shard: incoming.shard,
      type: incoming.type,
      state,
      attempts,
      reason: reason.slice(0, LONGEST_REASON),
      dueInMicroseconds: Math.round(dueInMs * 1000),
      envelope: JSON.stringify(incoming.body),
    },
  );
}

/** Forgets that an event was held. */
export async function letGo(tx: SystemReader, { producer }: InboxScope, incoming: Incoming): Promise<void> {
  await tx.execute(
    `DELETE FROM inbox_held
     WHERE tenant_id = :tenantId AND producer = :producer AND aggregate_id = :aggregateId
       AND aggregate_version = :version AND event_id = :eventId`,
    {
      tenantId: incoming.tenantId,
      producer,
      aggregateId: incoming.aggregateId,
      version: incoming.version,
      eventId: incoming.eventId,
    },
  );
}

/** Has the events that wait in an aggregate looked at again after a time. */
export async function postponeWaiting(
  tx: SystemReader,
  { tenantId, producer }: InboxScope,
  aggregateId: string,
  dueInMs: number,
): Promise<void> {
  await tx.execute(
    `UPDATE inbox_held SET due_at = UTC_TIMESTAMP(3) + INTERVAL :dueInMicroseconds MICROSECOND
     WHERE tenant_id = :tenantId AND producer = :producer AND aggregate_id = :aggregateId AND state = 'WAITING'`,
    { tenantId, producer, aggregateId, dueInMicroseconds: Math.round(dueInMs * 1000) },
  );
}

/** Aggregates of a shard with an event whose turn to be looked at has come, the longest waiting first. */
export async function dueAggregates(
  system: SystemReader,
  producer: string,
  shard: number,
  limit: number,
): Promise<{ tenantId: string; aggregateId: string }[]> {
  const rows = await system.query<{ tenant_id: string; aggregate_id: string }>(
    `SELECT tenant_id, aggregate_id FROM inbox_held
     WHERE producer = :producer AND shard = :shard AND state IN ('WAITING', 'RETRYING') AND due_at <= UTC_TIMESTAMP(3)
     GROUP BY tenant_id, aggregate_id ORDER BY MIN(due_at) LIMIT :limit`,
    { producer, shard, limit },
  );
  return rows.map((row) => ({ tenantId: row.tenant_id, aggregateId: row.aggregate_id }));
}

/** After a start: what an older version of this service could not understand is tried again. */
export async function retryUnsupported(
  system: SystemReader,
  producer: string,
  shard: number,
  reasonPrefix: string,
): Promise<void> {
  await system.execute(
    `UPDATE inbox_held SET state = 'RETRYING', attempts = 0, due_at = UTC_TIMESTAMP(3)
     WHERE producer = :producer AND shard = :shard AND state = 'PARKED' AND reason LIKE :pattern`,
    { producer, shard, pattern: `${reasonPrefix}%` },
  );
}
