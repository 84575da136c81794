import { Pause } from '@redress/kernel';
import type { Logger } from '@redress/observability';
import type { SystemSession } from '@redress/persistence';
import { madeAtMs } from './outbox/numbered-event';

const EVERY_MS = 5_000;

/** What the tables say. */
export interface Backlog {
  readonly pending: number;
  readonly lagMs: number;
  readonly held: number;
  readonly parked: number;
}

/** Looks at the tables every few seconds, so that health and metrics answer without a query of their own. */
export class Monitor {
  backlog: Backlog = { pending: 0, lagMs: 0, held: 0, parked: 0 };
  private readonly pause = new Pause();
  private running: Promise<void> = Promise.resolve();
  private stopping = false;

  constructor(
    private readonly system: SystemSession,
    private readonly logger: Logger,
  ) {}

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
      try {
        this.backlog = await backlogOf(this.system);
      } catch (error) {
        this.logger.debug({ error }, 'the backlog of messaging could not be read');
      }
      await this.pause.wait(EVERY_MS);
    }
  }
}

/** Reads what waits in outbox and inbox. */
export async function backlogOf(system: SystemSession): Promise<Backlog> {
  const [[pending], unpublished, [waiting], held] = await Promise.all([
    system.query<{ events: string; oldest: string | null }>(
      'SELECT COUNT(*) AS events, MIN(event_id) AS oldest FROM outbox_pending',
    ),
    system.query<{ oldest: string }>(
      `SELECT q.event_id AS oldest FROM outbox_shard s
       JOIN outbox_sequence q ON q.shard = s.shard AND q.shard_seq = s.published_seq + 1`,
    ),
    system.query<{ events: string | null }>('SELECT SUM(last_seq - published_seq) AS events FROM outbox_shard'),
    system.query<{ state: string; events: string }>('SELECT state, COUNT(*) AS events FROM inbox_held GROUP BY state'),
  ]);
  const made = [pending?.oldest, ...unpublished.map(({ oldest }) => oldest)].flatMap((id) =>
    id ? [madeAtMs(id)] : [],
  );
  const parked = held.filter(({ state }) => state === 'PARKED');
  const others = held.filter(({ state }) => state !== 'PARKED');
  return {
    pending: Number(pending?.events ?? 0) + Number(waiting?.events ?? 0),
    lagMs: made.length === 0 ? 0 : Math.max(0, Date.now() - Math.min(...made)),
    held: others.reduce((sum, { events }) => sum + Number(events), 0),
    parked: parked.reduce((sum, { events }) => sum + Number(events), 0),
  };
}
