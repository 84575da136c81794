import type { SystemReader } from '@redress/persistence';
import type { EventHandlers } from '../messaging-options';
import type { Incoming } from './incoming';
import { readIncoming } from './incoming';
import type { AggregateProgress, HeldEvent, HeldState } from './order.decide';

/** Whose inbox: one tenant's events of one producer. */
export interface InboxScope {
  readonly tenantId: string;
  readonly producer: string;
}

interface HeldRow {
  readonly state: HeldState;
  readonly attempts: number;
  readonly due: number;
  readonly envelope: string;
}

/**
 * How far the aggregates have come, locked until the end of the transaction. The lease already keeps a second consumer
 * away; the lock is for one that was frozen and does not know yet that its lease is gone.
 */
export async function lockProgress(
  tx: SystemReader,
  { tenantId, producer }: InboxScope,
  aggregateIds: readonly string[],
  handlers: EventHandlers,
): Promise<Map<string, AggregateProgress & { readonly stored: number }>> {
  const key = { tenantId, producer, aggregateIds };
  const versions = await tx.query<{ aggregate_id: string; version: number }>(
    `SELECT aggregate_id, version FROM inbox_aggregate FORCE INDEX (PRIMARY)
     WHERE tenant_id = :tenantId AND producer = :producer AND aggregate_id IN (:aggregateIds) FOR UPDATE`,
    key,
  );
  const held = await tx.query<HeldRow>(
    `SELECT state, attempts, due_at <= UTC_TIMESTAMP(3) AS due, envelope FROM inbox_held
     WHERE tenant_id = :tenantId AND producer = :producer AND aggregate_id IN (:aggregateIds)`,
    key,
  );
  const heldOf = new Map<string, HeldEvent[]>(aggregateIds.map((id) => [id, []]));
  for (const event of heldEvents(held, handlers)) heldOf.get(event.incoming.aggregateId)?.push(event);
  const versionOf = new Map(versions.map((row) => [row.aggregate_id, row.version]));
  return new Map(
    aggregateIds.map((id) => {
      const version = versionOf.get(id) ?? 0;
      return [id, { version, stored: version, held: heldOf.get(id) ?? [] }];
    }),
  );
}

function heldEvents(rows: readonly HeldRow[], handlers: EventHandlers): HeldEvent[] {
  return rows.flatMap(({ state, attempts, due, envelope }) => {
    const incoming = readIncoming(JSON.parse(envelope), handlers);
    return typeof incoming === 'string' ? [] : [{ state, attempts, due: due === 1, incoming }];
  });
}

/** Records how far the aggregates have come now. */
export async function saveProgress(
  tx: SystemReader,
  { tenantId, producer }: InboxScope,
  progress: ReadonlyMap<string, AggregateProgress & { readonly stored: number }>,
): Promise<void> {
  const rows = [...progress]
    .filter(([, { version, stored }]) => version > stored)
    .map(([aggregateId, { version }]) => [tenantId, producer, aggregateId, version]);
  if (rows.length === 0) return;
  await tx.execute(
    `INSERT INTO inbox_aggregate (tenant_id, producer, aggregate_id, version) VALUES :rows
     ON DUPLICATE KEY UPDATE version = VALUES(version)`,
    { rows },
  );
}

/** Which of the events have taken effect under their own id. */
export async function knownEvents(
  tx: SystemReader,
  tenantId: string,
  events: readonly Incoming[],
): Promise<Set<string>> {
  if (events.length === 0) return new Set();
  const rows = await tx.query<{ event_id: string }>(
    `SELECT event_id FROM inbox_event
     WHERE tenant_id = :tenantId AND event_id IN (:ids) AND recorded_on IN (:days)`,
    {
      tenantId,
      ids: events.map(({ eventId }) => eventId),
      days: [...new Set(events.map(({ recordedOn }) => recordedOn))],
    },
  );
  return new Set(rows.map((row) => row.event_id));
}

/** The inbox row of an event that takes effect. */
export function inboxRow({ tenantId, eventId, recordedOn, aggregateId, version, type, verdict }: Incoming) {
  return {
    tenant_id: tenantId,
    event_id: eventId,
    recorded_on: recordedOn,
    aggregate_id: aggregateId,
    aggregate_version: version,
    type,
    handled: verdict.kind === 'handle' ? 1 : 0,
    applied_at: new Date(),
  };
}
