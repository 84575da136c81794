import type { Database } from '../database';

const BATCH = 1_000;

/** Deletes answers whose time is over, in small transactions; returns how many. Those without an end are kept for ever. */
export async function pruneIdempotencyRecords(db: Database, now: Date = new Date()): Promise<number> {
  let pruned = 0;
  for (;;) {
    const { affectedRows } = await db.system.execute(
      `DELETE FROM idempotency_record WHERE expires_at < :now ORDER BY expires_at LIMIT ${String(BATCH)}`,
      { now },
    );
    pruned += affectedRows;
    if (affectedRows < BATCH) return pruned;
  }
}
