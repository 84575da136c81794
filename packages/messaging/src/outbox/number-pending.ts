import type { SystemSession } from '@redress/persistence';
import { inOrderWithinGroups } from '../within-group';
import { bucketsOfShard } from './bucket';
import type { NumberedEvent } from './numbered-event';

/** The shard belongs to another process by now; the caller must stop working on it. */
export class LeaseLost extends Error {
  constructor() {
    super('the lease of the shard was taken over');
    this.name = 'LeaseLost';
  }
}

interface PendingRow {
  readonly event_id: string;
  readonly tenant_id: string;
  readonly recorded_on: string;
  readonly bucket: number;
  readonly aggregate_id: string;
  readonly aggregate_version: number;
  readonly type: string;
  readonly envelope: string;
  readonly recorded_at: string;
}

/** Which part of the outbox to number, and under which authority. */
export interface NumberingTurn {
  readonly shard: number;
  readonly shards: number;
  readonly epoch: number;
  readonly limit: number;
  /** Marked in passing, which saves a transaction. */
  readonly published: number;
  /** The bucket to begin with; 0 begins with the shard's first. */
  readonly fromBucket: number;
}

/** What a turn did. */
export interface Numbered {
  readonly events: readonly NumberedEvent[];
  /** Where the next turn should begin, so that a busy bucket does not starve the ones behind it. */
  readonly nextBucket: number;
}

/**
 * Gives the next numbers of the shard to events that have none, in one transaction fenced by the epoch. Throws
 * {@link LeaseLost} when the epoch has passed.
 */
export async function numberPending(
  system: SystemSession,
  { shard, shards, epoch, limit, published, fromBucket }: NumberingTurn,
): Promise<Numbered> {
  const { first, last } = bucketsOfShard(shard, shards);
  const from = Math.max(first, fromBucket);
  return system.transaction(async (tx) => {
    const [state] = await tx.query<{ last_seq: string | number }>(
      'SELECT last_seq FROM outbox_shard WHERE shard = :shard AND epoch = :epoch FOR UPDATE',
      { shard, epoch },
    );
    if (state === undefined) throw new LeaseLost();
    const rows = await tx.query<PendingRow>(
      `SELECT p.bucket, p.event_id, p.tenant_id, p.recorded_on, CAST(p.recorded_at AS CHAR) AS recorded_at,
              l.aggregate_id, l.aggregate_version, l.type, l.envelope
       FROM outbox_pending p
       JOIN outbox_log l ON l.tenant_id = p.tenant_id AND l.event_id = p.event_id AND l.recorded_on = p.recorded_on
       WHERE p.bucket BETWEEN :from AND :last
       ORDER BY p.bucket, p.recorded_at, p.event_id
       LIMIT :limit`,
      { from, last, limit },
    );
    if (rows.length === 0) return { events: [], nextBucket: 0 };
    const ordered = inOrder(rows);
    const lastSeq = Number(state.last_seq);
    tx.insertAtCommit(
      'outbox_sequence',
      ordered.map(({ event_id, tenant_id, recorded_on }, index) => ({
        shard,
        shard_seq: lastSeq + 1 + index,
        event_id,
        tenant_id,
        recorded_on,
      })),
    );
    // Without the hint a small table is scanned, and the scan waits for rows that commands have not committed yet.
    const deleted = await tx.execute(
      'DELETE p FROM outbox_pending AS p FORCE INDEX (PRIMARY) WHERE p.event_id IN (:ids)',
      { ids: ordered.map((row) => row.event_id) },
    );
    if (deleted.affectedRows !== ordered.length) throw new LeaseLost();
    await tx.execute('UPDATE outbox_shard SET last_seq = :next, published_seq = :published WHERE shard = :shard', {
      shard,
      published,
      next: lastSeq + ordered.length,
    });
    const events = ordered.map((row, index) => ({
      seq: lastSeq + 1 + index,
      eventId: row.event_id,
      type: row.type,
      envelope: row.envelope,
    }));
    const cutAt = rows.length < limit ? last : (rows.at(-1)?.bucket ?? last);
    return { events, nextBucket: cutAt >= last ? 0 : Math.max(cutAt, from + 1) };
  });
}

/**
 * Order of commit as far as the database's clock tells, and by version within an aggregate whatever the clock did. Only
 * the second is a promise, and consumers do not depend even on that.
 */
function inOrder(rows: readonly PendingRow[]): PendingRow[] {
  const byTime = [...rows].sort(
    (left, right) => compare(left.recorded_at, right.recorded_at) || compare(left.event_id, right.event_id),
  );
  return inOrderWithinGroups(
    byTime,
    (row) => row.aggregate_id,
    (row) => row.aggregate_version,
  );
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
