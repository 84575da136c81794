import type { SystemSession } from '@redress/persistence';

/** An event that was given up after repeated failure; later events of its aggregate wait behind it. */
export interface ParkedEvent {
  readonly tenantId: string;
  readonly producer: string;
  readonly eventId: string;
  readonly type: string;
  readonly aggregateId: string;
  readonly aggregateVersion: number;
  readonly reason: string;
  readonly attempts: number;
  readonly heldSince: Date;
  /** How many events of the same aggregate wait behind it. */
  readonly waiting: number;
}

/** The operator's view of parked events. */
export interface ParkedEvents {
  /** Oldest first, at most `limit` (100 unless told). */
  list(options?: { limit?: number }): Promise<ParkedEvent[]>;
  /**
   * Tries a parked event again within a second, with all its attempts; those that wait behind it follow. Answers
   * whether such an event was parked. `acceptGap` gives up the versions before it that cannot be had any more.
   */
  redrive(eventId: string, options?: { acceptGap?: boolean }): Promise<boolean>;
}

interface ParkedRow {
  readonly tenant_id: string;
  readonly producer: string;
  readonly event_id: string;
  readonly type: string;
  readonly aggregate_id: string;
  readonly aggregate_version: number;
  readonly reason: string;
  readonly attempts: number;
  readonly held_at: Date;
  readonly waiting: string;
}

/** Reads and releases parked events of every tenant. */
export function parkedEvents(system: SystemSession): ParkedEvents {
  return {
    async list({ limit = 100 } = {}) {
      const rows = await system.query<ParkedRow>(
        `SELECT p.tenant_id, p.producer, p.event_id, p.type, p.aggregate_id, p.aggregate_version, p.reason, p.attempts,
                p.held_at,
                (SELECT COUNT(*) FROM inbox_held w
                 WHERE w.tenant_id = p.tenant_id AND w.producer = p.producer AND w.aggregate_id = p.aggregate_id
                   AND w.aggregate_version > p.aggregate_version) AS waiting
         FROM inbox_held p WHERE p.state = 'PARKED' ORDER BY p.held_at, p.event_id LIMIT :limit`,
        { limit },
      );
      return rows.map(toParkedEvent);
    },
    redrive: (eventId, { acceptGap = false } = {}) =>
      system.transaction(async (tx) => {
        const { affectedRows } = await tx.execute(
          `UPDATE inbox_held SET state = 'RETRYING', attempts = 0, due_at = UTC_TIMESTAMP(3)
           WHERE event_id = :eventId AND state = 'PARKED'`,
          { eventId },
        );
        if (affectedRows > 0 && acceptGap) {
          await tx.execute(
            `INSERT INTO inbox_aggregate (tenant_id, producer, aggregate_id, version)
             SELECT tenant_id, producer, aggregate_id, aggregate_version - 1 FROM inbox_held WHERE event_id = :eventId
             ON DUPLICATE KEY UPDATE version = GREATEST(inbox_aggregate.version, VALUES(version))`,
            { eventId },
          );
        }
        return affectedRows > 0;
      }),
  };
}

function toParkedEvent(row: ParkedRow): ParkedEvent {
  return {
    tenantId: row.tenant_id,
    producer: row.producer,
    eventId: row.event_id,
    type: row.type,
    aggregateId: row.aggregate_id,
    aggregateVersion: row.aggregate_version,
    reason: row.reason,
    attempts: row.attempts,
    heldSince: row.held_at,
    waiting: Number(row.waiting),
  };
}
