import type { Logger } from '@redress/observability';
import type { Database } from '../database';
import { pruneIdempotencyRecords } from './prune-idempotency-records';

const HOUR_MS = 60 * 60 * 1000;

/** A job that repeats until it is stopped. */
export interface RetentionJob {
  /** Resolves when a run that is under way has ended. */
  stop(): Promise<void>;
}

/** Prunes expired answers now and every `everyMs`, an hour unless given. Several processes may do so at once. */
export function startIdempotencyRetention(
  db: Database,
  { everyMs = HOUR_MS, logger }: { readonly everyMs?: number; readonly logger?: Pick<Logger, 'info' | 'warn'> } = {},
): RetentionJob {
  const run = async (): Promise<void> => {
    try {
      const pruned = await pruneIdempotencyRecords(db);
      if (pruned > 0) logger?.info({ pruned }, 'expired idempotency records deleted');
    } catch (error) {
      logger?.warn({ error }, 'expired idempotency records could not be deleted; the next run will try again');
    }
  };
  let current = run();
  const timer = setInterval(() => {
    current = current.then(run);
  }, everyMs);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await current;
    },
  };
}
