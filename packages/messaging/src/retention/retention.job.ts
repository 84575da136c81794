import { Pause } from '@redress/kernel';
import type { Logger } from '@redress/observability';
import type { SystemSession } from '@redress/persistence';
import { Lease } from '../lease/lease';
import { firstSeqSince } from '../outbox/numbered-events.query';
import { addDays, day, dropDaysBefore } from './daily-partitions';

const DAY_MS = 24 * 60 * 60 * 1000;
/** The stream forgets after 14 days, the outbox later than that, and the inbox last. */
const OUTBOX_DAYS = 30;
const INBOX_DAYS = 45;
const EVERY_MS = 60 * 60 * 1000;
const AFTER_FAILURE_MS = 60 * 1000;
const LEASE_MS = 5 * 60 * 1000;
const DELETE_PAGE = 5_000;

/** Makes room for the coming days and forgets what is older than is promised, in one process of the service at a time. */
export class RetentionJob {
  private readonly pause = new Pause();
  private readonly lease: Lease;
  private running: Promise<void> = Promise.resolve();
  private stopping = false;

  constructor(
    private readonly system: SystemSession,
    private readonly logger: Logger,
    holder: string,
  ) {
    const key = { producer: 'retention', shard: 0 };
    const where = 'producer = :producer AND shard = :shard';
    this.lease = new Lease(system, { table: 'inbox_shard', where, key }, holder, LEASE_MS);
  }

  start(): void {
    this.running = this.run();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.pause.end();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      let next = EVERY_MS;
      try {
        await this.system.execute("INSERT IGNORE INTO inbox_shard (producer, shard) VALUES ('retention', 0)");
        if (await this.lease.acquire()) {
          await applyRetention(this.system, Date.now());
          await this.lease.release();
        }
      } catch (error) {
        this.logger.warn({ error }, 'old events could not be dropped and will be later');
        next = AFTER_FAILURE_MS;
      }
      await this.pause.wait(next);
    }
  }
}

/** Brings the partitions of outbox and inbox to what they should be at that moment. */
export async function applyRetention(system: SystemSession, nowMs: number): Promise<void> {
  await addDays(system, 'outbox_log', nowMs);
  await addDays(system, 'inbox_event', nowMs);
  await dropDaysBefore(system, 'inbox_event', day(nowMs - INBOX_DAYS * DAY_MS));
  const oldest = await oldestUnpublishedDay(system);
  const firstKept = [day(nowMs - OUTBOX_DAYS * DAY_MS), ...(oldest === undefined ? [] : [oldest])].sort()[0];
  if (firstKept === undefined) return;
  // Numbers first: a number without its event would look like a loss, an event without a number is only forgotten.
  const shards = await system.query<{ shard: number; last_seq: string | number }>(
    'SELECT shard, last_seq FROM outbox_shard',
  );
  for (const { shard, last_seq: last } of shards) {
    await forgetNumbers(system, shard, (await firstSeqSince(system, shard, firstKept)) ?? Number(last) + 1);
  }
  await dropDaysBefore(system, 'outbox_log', firstKept);
}

/** However old it is, an event that NATS has not acknowledged stays. */
async function oldestUnpublishedDay(system: SystemSession): Promise<string | undefined> {
  const [row] = await system.query<{ oldest: string | null }>(
    `SELECT MIN(recorded_on) AS oldest FROM (
       SELECT MIN(p.recorded_on) AS recorded_on FROM outbox_pending p
       UNION ALL
       SELECT MIN(q.recorded_on) FROM outbox_shard s
       JOIN outbox_sequence q ON q.shard = s.shard AND q.shard_seq > s.published_seq
     ) unpublished`,
  );
  return row?.oldest ?? undefined;
}

async function forgetNumbers(system: SystemSession, shard: number, before: number): Promise<void> {
  for (;;) {
    const { affectedRows } = await system.execute(
      `DELETE FROM outbox_sequence WHERE shard = :shard AND shard_seq < :before ORDER BY shard_seq LIMIT ${DELETE_PAGE}`,
      { shard, before },
    );
    if (affectedRows < DELETE_PAGE) return;
  }
}
