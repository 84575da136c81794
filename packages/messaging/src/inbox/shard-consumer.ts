import { Pause } from '@redress/kernel';
import type { Logger } from '@redress/observability';
import type { SystemSession } from '@redress/persistence';
import type { JsMsg } from 'nats';
import type { Broker } from '../broker/broker';
import { failpoint } from '../failpoint';
import { Lease } from '../lease/lease';
import { LeaseKeeper } from '../lease/lease-keeper';
import type { EventHandlers } from '../messaging-options';
import type { InboxMeters } from '../meters';
import type { ProducerQuestions } from './ask-producer';
import { BatchPace } from './batch-pace';
import { HeldEvents } from './held-events';
import { retryUnsupported } from './held-rows';
import type { Inbox } from './inbox';
import type { Incoming } from './incoming';
import { readIncoming, UNSUPPORTED_VERSION } from './incoming';
import { ShardRepair } from './shard-repair';
import { ShardTracker } from './shard-tracker';
import type { FeedParts } from './stream-feed';
import { StreamFeed } from './stream-feed';
import { takeByTenant } from './take-by-tenant';
import { keepUnreadable } from './unreadable';

const SAVE_MS = 1_000;
const REDELIVER_MS = 1_000;

/** What the consumer of a shard works with. */
export interface ShardConsumerParts {
  readonly system: SystemSession;
  readonly broker: Broker;
  readonly logger: Logger;
  readonly meters: InboxMeters;
  readonly holder: string;
  readonly producer: string;
  readonly shard: number;
  readonly handlers: EventHandlers;
  readonly inbox: Inbox;
  readonly questions: ProducerQuestions;
  readonly feed: FeedParts;
  readonly batchSize: number;
  readonly leaseMs: number;
  readonly headCheckMs: number;
  readonly gapGraceMs: number;
  readonly pollMs: number;
}

/** Consumes one shard of a producer while it holds the shard's lease: what arrives, what waits, and what never came. */
export class ShardConsumer {
  private readonly pause = new Pause();
  private readonly lease: Lease;
  private readonly keeper: LeaseKeeper;
  private running: Promise<void> = Promise.resolve();
  private stopping = false;

  constructor(private readonly parts: ShardConsumerParts) {
    const { system, producer, shard, holder, leaseMs } = parts;
    const row = {
      table: 'inbox_shard',
      where: 'producer = :producer AND shard = :shard',
      key: { producer, shard },
    } as const;
    this.lease = new Lease(system, row, holder, leaseMs);
    this.keeper = new LeaseKeeper(this.lease, leaseMs, () => this.pause.signal());
  }

  start(): void {
    this.running = this.run();
  }

  /** Whether this process consumes the shard now. */
  leading(): boolean {
    return this.lease.held();
  }

  wake(): void {
    this.pause.signal();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.pause.end();
    await this.running;
    this.keeper.stop();
    await this.lease.release().catch(() => undefined);
  }

  private async run(): Promise<void> {
    const { leaseMs, logger, producer, shard } = this.parts;
    let failures = 0;
    while (!this.stopping) {
      try {
        if (await this.lease.acquire()) {
          this.keeper.start();
          logger.info({ producer, shard, epoch: this.lease.epoch }, 'consuming a shard');
          await this.consume();
          failures = 0;
        } else {
          await this.pause.wait(leaseMs / 5);
        }
      } catch (error) {
        failures += 1;
        // A database that is away for an hour must not fill the log.
        if (failures === 1 || failures % 50 === 0) {
          logger.warn({ producer, shard, failures, error }, 'consuming a shard will be tried again');
        }
        await this.pause.wait(leaseMs / 5);
      }
    }
  }

  private async consume(): Promise<void> {
    const { system, producer, shard, feed: feedParts } = this.parts;
    const [row] = await system.query<{ accounted_seq: string | number }>(
      'SELECT accounted_seq FROM inbox_shard WHERE producer = :producer AND shard = :shard',
      { producer, shard },
    );
    await retryUnsupported(system, producer, shard, UNSUPPORTED_VERSION);
    const tracker = new ShardTracker(Number(row?.accounted_seq ?? 0), Date.now());
    const feed = new StreamFeed(feedParts, (waiting) => {
      // Between the first and a full batch nothing is decided.
      if (waiting === 1 || waiting === this.parts.batchSize) this.pause.signal();
    });
    try {
      await this.work(feed, tracker);
    } finally {
      await feed.stop();
      await this.save(tracker).catch(() => undefined);
    }
  }

  private async work(feed: StreamFeed, tracker: ShardTracker): Promise<void> {
    const wake = () => this.pause.signal();
    const held = new HeldEvents(this.parts, wake);
    const take = (events: readonly Incoming[]) => this.take(events, tracker);
    const repair = new ShardRepair(this.parts, { tracker, take, wake });
    const pace = new BatchPace();
    const forget = this.parts.broker.onConnected(() => repair.checkSoon());
    let savedAt = Date.now();
    let saved = tracker.contiguous;
    try {
      while (!this.stopping && this.lease.held()) {
        const rests = feed.waiting < this.parts.batchSize && pace.restMs() > 0;
        const messages = rests ? [] : feed.next(this.parts.batchSize);
        if (messages.length > 0) {
          pace.begin();
          await this.takeMessages(messages, tracker);
          pace.end();
        }
        await held.lookIfDue();
        await repair.step({ idle: messages.length === 0 && feed.waiting === 0 });
        if (Date.now() - savedAt >= SAVE_MS) {
          savedAt = Date.now();
          if (tracker.contiguous > saved) await this.save(tracker);
          saved = tracker.contiguous;
        }
        const { pollMs } = this.parts;
        const idleMs = Math.min(pollMs, held.dueInMs(), repair.dueInMs());
        if (messages.length === 0) await this.pause.wait(feed.waiting > 0 ? pace.restMs() : idleMs);
      }
    } finally {
      forget();
    }
  }

  private async takeMessages(messages: readonly JsMsg[], tracker: ShardTracker): Promise<void> {
    const { producer, handlers, system, meters, logger } = this.parts;
    const events: Incoming[] = [];
    for (const message of messages) {
      const read = readMessage(message, handlers);
      if (typeof read !== 'string') {
        events.push(read);
        continue;
      }
      logger.error({ producer, streamSeq: message.seq, reason: read }, 'a message is not an event');
      await keepUnreadable(system, producer, message, read);
      meters.unreadable(producer);
    }
    try {
      await this.take(events, tracker);
    } catch (error) {
      for (const message of messages) message.nak(REDELIVER_MS);
      throw error;
    }
    failpoint('after-apply');
    for (const message of messages) message.ack();
  }

  private async take(events: readonly Incoming[], tracker: ShardTracker): Promise<void> {
    await takeByTenant(events, (tenantId, batch) => this.parts.inbox.take(tenantId, batch));
    const now = Date.now();
    for (const { shard, shardSeq } of events) {
      if (shard === this.parts.shard) tracker.account(shardSeq, now);
    }
  }

  /** Only ever forward: what was accounted for stays so, whoever holds the lease. */
  private async save(tracker: ShardTracker): Promise<void> {
    const { system, producer, shard } = this.parts;
    await system.execute(
      `UPDATE inbox_shard SET accounted_seq = GREATEST(accounted_seq, :contiguous)
       WHERE producer = :producer AND shard = :shard`,
      { producer, shard, contiguous: tracker.contiguous },
    );
  }
}

function readMessage(message: JsMsg, handlers: EventHandlers): Incoming | string {
  let body: unknown;
  try {
    body = message.json();
  } catch {
    return 'not JSON';
  }
  return readIncoming(body, handlers);
}
