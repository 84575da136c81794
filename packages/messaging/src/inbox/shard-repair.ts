import type { Logger } from '@redress/observability';
import type { Broker, BrokerSession } from '../broker/broker';
import type { EventHandlers } from '../messaging-options';
import type { InboxMeters } from '../meters';
import type { ShardAnswer } from '../outbox/events-since.protocol';
import type { ProducerQuestions } from './ask-producer';
import type { Incoming } from './incoming';
import { readIncoming } from './incoming';
import { Inquiry } from './inquiry';
import type { ShardTracker } from './shard-tracker';

const PAGE = 500;
const FIRST_CHECK_MS = 500;
const AFTER_FAILURE_MS = 2_000;

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

/** Where a repair begins and what it hands over. */
export interface ShardRepairLinks {
  readonly tracker: ShardTracker;
  readonly take: (events: readonly Incoming[]) => Promise<void>;
  readonly wake: () => void;
}

/** Fetches from the producer what the stream should have brought and did not, a lost last event included. */
export class ShardRepair {
  private readonly inquiry: Inquiry<ShardAnswer & { readonly asked: 'head' | 'events' }>;
  private headCheckAt = Date.now() + FIRST_CHECK_MS;
  private notBefore = 0;

  constructor(
    private readonly parts: ShardRepairParts,
    private readonly links: ShardRepairLinks,
  ) {
    this.inquiry = new Inquiry(links.wake);
  }

  dueInMs(): number {
    if (this.inquiry.busy() || this.parts.broker.session() === undefined) return Infinity;
    return Math.max(0, Math.max(this.headCheckAt, this.notBefore) - Date.now());
  }

  /** NATS was away: what it holds may have changed. */
  checkSoon(): void {
    this.headCheckAt = Math.min(this.headCheckAt, Date.now() + FIRST_CHECK_MS);
  }

  /** Goes one step: takes in an answer that has come, or asks what is to be asked now. */
  async step({ idle }: { idle: boolean }): Promise<void> {
    await this.takeAnswer();
    const session = this.parts.broker.session();
    const now = Date.now();
    if (this.inquiry.busy() || session === undefined || now < this.notBefore) return;
    if (this.links.tracker.stalled(this.parts.gapGraceMs, now)) this.askForEvents(session);
    else if (idle && now >= this.headCheckAt) this.askForHead(session);
  }

  private async takeAnswer(): Promise<void> {
    let answer;
    try {
      answer = this.inquiry.take();
    } catch (error) {
      const { logger, producer, shard, headCheckMs } = this.parts;
      this.notBefore = Date.now() + Math.min(headCheckMs, AFTER_FAILURE_MS);
      logger.debug({ producer, shard, error }, 'a producer did not answer which events it has');
      return;
    }
    if (answer?.asked === 'head') this.expect(answer.last);
    if (answer?.asked === 'events') await this.takeEvents(answer);
  }

  private askForHead(session: BrokerSession): void {
    const { questions, shard, headCheckMs } = this.parts;
    this.headCheckAt = Date.now() + headCheckMs;
    const answer = questions.ofShard(session, { shard, afterSeq: 0, limit: 0 });
    this.inquiry.start(answer.then((head) => ({ ...head, asked: 'head' })));
  }

  private expect(last: number): void {
    const { tracker } = this.links;
    tracker.expect(last, Date.now());
    // The second look comes when the grace is over.
    if (last > tracker.contiguous) this.headCheckAt = Date.now() + this.parts.gapGraceMs;
  }

  private askForEvents(session: BrokerSession): void {
    const { questions, shard } = this.parts;
    const answer = questions.ofShard(session, { shard, afterSeq: this.links.tracker.contiguous, limit: PAGE });
    this.inquiry.start(answer.then((page) => ({ ...page, asked: 'events' })));
  }

  private async takeEvents({ events, through, last }: ShardAnswer): Promise<void> {
    const { producer, shard, handlers, meters, logger, broker, headCheckMs } = this.parts;
    const { tracker, take } = this.links;
    const read = events.map((body) => readIncoming(body, handlers)).filter((event) => typeof event !== 'string');
    await take(read);
    const before = tracker.contiguous;
    tracker.accountThrough(through, Date.now());
    meters.repaired(producer, read.length);
    logger.info({ producer, shard, events: read.length }, 'the producer was asked for events that were missing');
    const session = broker.session();
    const moved = tracker.contiguous > before;
    // Asking again at once would bring the same answer.
    if (!moved) this.notBefore = Date.now() + headCheckMs;
    if (moved && through < last && session !== undefined) this.askForEvents(session);
  }
}
