import type { Logger } from '@redress/observability';
import type { Broker, BrokerSession } from '../broker/broker';
import type { EventHandlers } from '../messaging-options';
import type { InboxMeters } from '../meters';
import type { ProducerQuestions } from './ask-producer';
import type { Incoming } from './incoming';
import { readIncoming } from './incoming';
import type { ShardTracker } from './shard-tracker';

const PAGE = 500;
const FIRST_CHECK_MS = 500;

/** What repairing a shard needs. */
export interface ShardRepairParts {
  readonly broker: Broker;
  readonly logger: Logger;
  readonly meters: InboxMeters;
  readonly producer: string;
  readonly shard: number;
  readonly handlers: EventHandlers;
  readonly questions: ProducerQuestions;
  readonly headCheckMs: number;
  readonly gapGraceMs: number;
}

/** Fetches from the producer what the stream should have brought and did not, a lost last event included. */
export class ShardRepair {
  private headCheckAt = Date.now() + FIRST_CHECK_MS;
  private notBefore = 0;

  constructor(
    private readonly parts: ShardRepairParts,
    private readonly tracker: ShardTracker,
    private readonly take: (events: readonly Incoming[]) => Promise<void>,
  ) {}

  dueInMs(): number {
    return Math.max(0, this.headCheckAt - Date.now());
  }

  /** NATS was away: what it holds may have changed. */
  checkSoon(): void {
    this.headCheckAt = Math.min(this.headCheckAt, Date.now() + FIRST_CHECK_MS);
  }

  async checkIfDue({ idle }: { idle: boolean }): Promise<void> {
    const session = this.parts.broker.session();
    const now = Date.now();
    if (session === undefined || now < this.notBefore) return;
    try {
      if (now >= this.headCheckAt && idle) await this.askForHead(session);
      if (this.tracker.stalled(this.parts.gapGraceMs, Date.now())) await this.repair(session);
    } catch (error) {
      const { logger, producer, shard, headCheckMs } = this.parts;
      this.notBefore = Date.now() + Math.min(headCheckMs, 2_000);
      logger.debug({ producer, shard, error }, 'a producer did not answer which events it has');
    }
  }

  private async askForHead(session: BrokerSession): Promise<void> {
    const { questions, shard, headCheckMs } = this.parts;
    this.headCheckAt = Date.now() + headCheckMs;
    const { last } = await questions.ofShard(session, { shard, afterSeq: 0, limit: 0 });
    this.tracker.expect(last, Date.now());
    // The second look comes when the grace is over.
    if (last > this.tracker.contiguous) this.headCheckAt = Date.now() + this.parts.gapGraceMs;
  }

  private async repair(session: BrokerSession): Promise<void> {
    const { questions, shard, producer, handlers, meters, logger } = this.parts;
    let repaired = 0;
    for (;;) {
      const afterSeq = this.tracker.contiguous;
      const answer = await questions.ofShard(session, { shard, afterSeq, limit: PAGE });
      const events = answer.events
        .map((body) => readIncoming(body, handlers))
        .filter((event) => typeof event !== 'string');
      await this.take(events);
      repaired += events.length;
      this.tracker.accountThrough(answer.through, Date.now());
      if (answer.through <= afterSeq || answer.through >= answer.last) break;
    }
    meters.repaired(producer, repaired);
    logger.info({ producer, shard, repaired }, 'asked the producer for events that were missing');
  }
}
