import type { SystemSession } from '@redress/persistence';
import type { NumberedEvent } from './numbered-event';

interface Row {
  readonly shard_seq: string | number;
  readonly event_id: string;
  readonly type: string;
  readonly envelope: string;
}

/** The events of a shard after a number, in order; at most `limit`. */
export async function numberedEventsAfter(
  system: SystemSession,
  shard: number,
  afterSeq: number,
  limit: number,
): Promise<NumberedEvent[]> {
  const rows = await system.query<Row>(
    `SELECT s.shard_seq, s.event_id, l.type, l.envelope
     FROM outbox_sequence s
     JOIN outbox_log l ON l.tenant_id = s.tenant_id AND l.event_id = s.event_id AND l.recorded_on = s.recorded_on
     WHERE s.shard = :shard AND s.shard_seq > :afterSeq
     ORDER BY s.shard_seq
     LIMIT :limit`,
    { shard, afterSeq, limit },
  );
  return rows.map((row) => ({
    seq: Number(row.shard_seq),
    eventId: row.event_id,
    type: row.type,
    envelope: row.envelope,
  }));
}

/** The numbered events of one aggregate after a version, in order of version, with their shards; at most `limit`. */
export async function aggregateEventsAfter(
  system: SystemSession,
  aggregate: { readonly tenantId: string; readonly aggregateId: string; readonly afterVersion: number },
  limit: number,
): Promise<(NumberedEvent & { readonly shard: number })[]> {
  const rows = await system.query<Row & { readonly shard: number }>(
    `SELECT s.shard, s.shard_seq, s.event_id, l.type, l.envelope
     FROM outbox_log l
     JOIN outbox_sequence s ON s.tenant_id = l.tenant_id AND s.event_id = l.event_id
     WHERE l.tenant_id = :tenantId AND l.aggregate_id = :aggregateId AND l.aggregate_version > :afterVersion
     ORDER BY l.aggregate_version
     LIMIT :limit`,
    { ...aggregate, limit },
  );
  return rows.map((row) => ({
    shard: row.shard,
    seq: Number(row.shard_seq),
    eventId: row.event_id,
    type: row.type,
    envelope: row.envelope,
  }));
}

/** The first number that is still kept and the last that was given; both 0 for a shard without events. */
export async function extentOfShard(system: SystemSession, shard: number): Promise<{ first: number; last: number }> {
  const [row] = await system.query<{ first: string | number | null; last: string | number | null }>(
    `SELECT (SELECT MIN(shard_seq) FROM outbox_sequence WHERE shard = :shard) AS first,
            (SELECT last_seq FROM outbox_shard WHERE shard = :shard) AS last`,
    { shard },
  );
  return { first: Number(row?.first ?? 0), last: Number(row?.last ?? 0) };
}

/** The first number of the shard whose event was recorded on that UTC day or later, or undefined. */
export async function firstSeqSince(system: SystemSession, shard: number, day: string): Promise<number | undefined> {
  const [row] = await system.query<{ shard_seq: string | number }>(
    `SELECT shard_seq FROM outbox_sequence WHERE shard = :shard AND recorded_on >= :day ORDER BY shard_seq LIMIT 1`,
    { shard, day },
  );
  return row === undefined ? undefined : Number(row.shard_seq);
}
