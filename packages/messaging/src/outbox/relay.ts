import { Pause } from '@redress/kernel';
import type { Logger } from '@redress/observability';
import type { SystemSession } from '@redress/persistence';
import type { Broker, BrokerSession } from '../broker/broker';
import type { StreamSettings } from '../broker/stream';
import { ensureStream } from '../broker/stream';
import { failpoint } from '../failpoint';
import { Lease } from '../lease/lease';
import { LeaseKeeper } from '../lease/lease-keeper';
import type { OutboxMeters } from '../meters';
import { scattered } from '../pause';
import { LeaseLost, numberPending } from './number-pending';
import type { NumberedEvent } from './numbered-event';
import { numberedEventsAfter } from './numbered-events.query';
import type { Publication } from './publish-batch';
import { publishBatch } from './publish-batch';
import { Reconciler } from './reconcile';

const NUMBERING_BATCH = 500;
const PUBLISHING_BATCH = 500;
/** Numbered events kept in memory; beyond, they are read again from the database when their turn comes. */
const MEMORY = 5_000;
/** Marking what was published in a transaction of its own waits for a quiet moment. */
const MARK_AFTER_MS = 100;

/** What a relay works with. */
export interface RelayParts {
  readonly system: SystemSession;
  readonly broker: Broker;
  readonly logger: Logger;
  readonly meters: OutboxMeters;
  readonly holder: string;
  readonly shard: number;
  readonly shards: number;
  readonly stream: StreamSettings;
  readonly filter: string;
  readonly publication: Publication;
  readonly leaseMs: number;
  readonly pollMs: number;
}

/** Numbers and publishes the events of one shard while it holds the shard's lease. */
export class Relay {
  readonly shard: number;
  private readonly pause = new Pause();
  private readonly lease: Lease;
  private readonly keeper: LeaseKeeper;
  private readonly reconciler: Reconciler;
  private running: Promise<void> = Promise.resolve();
  private stopping = false;
  private reconcileDue = true;
  private numberDue = true;
  private nextBucket = 0;
  private last = 0;
  private published = 0;
  /** What the database knows of `published`; it may be behind, since publishing twice does no harm. */
  private marked = 0;
  private fresh: NumberedEvent[] = [];

  constructor(private readonly parts: RelayParts) {
    const { system, holder, shard, leaseMs, logger } = parts;
    this.shard = shard;
    this.lease = new Lease(system, { table: 'outbox_shard', where: 'shard = :shard', key: { shard } }, holder, leaseMs);
    this.keeper = new LeaseKeeper(this.lease, leaseMs, () => this.pause.signal());
    this.reconciler = new Reconciler({
      system,
      logger,
      shard,
      stream: parts.stream.name,
      filter: parts.filter,
      republish: (session, events) => this.republish(session, events),
    });
  }

  start(): void {
    this.running = this.run();
  }

  /** Whether this process publishes the shard now. */
  leading(): boolean {
    return this.lease.held();
  }

  /** There may be something to publish. */
  wake(): void {
    this.numberDue = true;
    this.pause.signal();
  }

  /** The stream may have changed behind our back. */
  reconcileSoon(): void {
    this.reconcileDue = true;
    this.pause.signal();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.pause.end();
    await this.running;
    this.keeper.stop();
    if (this.lease.held() && this.marked !== this.published) await this.mark(this.published).catch(() => undefined);
    await this.lease.release().catch(() => undefined);
  }

  private async run(): Promise<void> {
    let failures = 0;
    while (!this.stopping) {
      try {
        if (!this.lease.held() && !(await this.takeOver())) {
          await this.pause.wait(this.parts.leaseMs / 5);
          continue;
        }
        const worked = await this.turn();
        failures = 0;
        if (!worked) await this.rest();
      } catch (error) {
        failures += 1;
        this.numberDue = true;
        this.trouble(error, failures);
        await this.pause.wait(scattered(Math.min(5_000, 50 * 2 ** failures)));
      }
    }
  }

  private async rest(): Promise<void> {
    const { pollMs } = this.parts;
    if (this.marked === this.published) {
      await this.pause.wait(pollMs);
      this.numberDue = true;
      return;
    }
    const markAt = performance.now() + MARK_AFTER_MS;
    await this.pause.wait(Math.min(pollMs, MARK_AFTER_MS));
    if (performance.now() >= markAt) await this.mark(this.published);
  }

  private async takeOver(): Promise<boolean> {
    const { system, shard, logger } = this.parts;
    if (!(await this.lease.acquire())) return false;
    this.keeper.start();
    const [row] = await system.query<{ last_seq: string | number; published_seq: string | number }>(
      'SELECT last_seq, published_seq FROM outbox_shard WHERE shard = :shard',
      { shard },
    );
    this.last = Number(row?.last_seq ?? 0);
    this.published = Number(row?.published_seq ?? 0);
    this.marked = this.published;
    this.fresh = [];
    this.reconcileDue = true;
    logger.info({ shard, epoch: this.lease.epoch }, 'publishing a shard');
    return true;
  }

  /** Numbers what is new while it publishes what was numbered before; answers whether there was anything to do. */
  private async turn(): Promise<boolean> {
    const results = await Promise.allSettled([this.number(), this.publish()]);
    for (const result of results) {
      if (result.status === 'rejected') throw result.reason;
    }
    return results.some((result) => result.status === 'fulfilled' && result.value);
  }

  private async number(): Promise<boolean> {
    const { system, shard, shards } = this.parts;
    if (!this.numberDue) return false;
    const { published } = this;
    const { epoch } = this.lease;
    this.numberDue = false;
    const fromBucket = this.nextBucket;
    const turn = { shard, shards, epoch, limit: NUMBERING_BATCH, published, fromBucket };
    const { events, nextBucket } = await numberPending(system, turn);
    this.nextBucket = nextBucket;
    // A page may have ended early, or begun late.
    if (fromBucket > 0 || nextBucket > 0) this.numberDue = true;
    const lastNumbered = events.at(-1);
    if (lastNumbered === undefined) return fromBucket > 0;
    this.marked = published;
    this.last = lastNumbered.seq;
    this.fresh = this.fresh.length + events.length > MEMORY ? [] : [...this.fresh, ...events];
    return true;
  }

  private async publish(): Promise<boolean> {
    const { broker, shard, logger } = this.parts;
    const session = broker.session();
    if (session === undefined) return false;
    if (this.reconcileDue) await this.reconcile(session);
    if (this.published >= this.last) return false;
    const upTo = this.last;
    const batch = await this.nextBatch();
    if (batch.length === 0) {
      logger.error({ shard, from: this.published, upTo }, 'numbers without events are passed over');
      await this.mark(upTo);
      return true;
    }
    const { acknowledgedSeq, failure } = await publishBatch(session, batch, this.parts.publication);
    if (acknowledgedSeq > this.published) {
      failpoint('after-publish');
      this.parts.meters.published(batch.filter(({ seq }) => seq <= acknowledgedSeq).length);
      this.advanceTo(acknowledgedSeq);
    }
    if (failure !== undefined) {
      this.reconcileDue = true;
      throw failure;
    }
    return true;
  }

  private async nextBatch(): Promise<NumberedEvent[]> {
    const { system, shard } = this.parts;
    if (this.fresh[0]?.seq === this.published + 1) return this.fresh.slice(0, PUBLISHING_BATCH);
    return numberedEventsAfter(system, shard, this.published, PUBLISHING_BATCH);
  }

  private async reconcile(session: BrokerSession): Promise<void> {
    const { shard, stream, logger } = this.parts;
    await ensureStream(session.manager, stream, { update: true });
    const marks = { published: this.published, last: this.last };
    const decision = await this.reconciler.compare(session, marks);
    if (decision.kind === 'rewind') logger.warn({ shard, ...marks, to: decision.to }, 'the stream lost its end');
    if (decision.kind === 'outrun') {
      logger.error({ shard, ...marks, to: decision.to }, 'the stream is newer than the database');
      await this.fenced('last_seq = GREATEST(last_seq, :to)', decision.to);
      this.last = Math.max(this.last, decision.to);
    }
    if (decision.kind !== 'complete') await this.mark(decision.to);
    this.reconcileDue = false;
  }

  private async republish(session: BrokerSession, events: readonly NumberedEvent[]): Promise<void> {
    const { failure } = await publishBatch(session, events, this.parts.publication);
    if (failure !== undefined) throw failure;
    this.parts.meters.republished(events.length);
  }

  private async mark(published: number): Promise<void> {
    await this.fenced('published_seq = :to', published);
    this.marked = published;
    this.advanceTo(published);
  }

  private advanceTo(published: number): void {
    this.published = published;
    const kept = this.fresh.findIndex(({ seq }) => seq > published);
    this.fresh = kept === -1 ? [] : this.fresh.slice(kept);
  }

  private async fenced(assignment: string, to: number): Promise<void> {
    const { system, shard } = this.parts;
    const { affectedRows } = await system.execute(
      `UPDATE outbox_shard SET ${assignment} WHERE shard = :shard AND epoch = :epoch`,
      { shard, epoch: this.lease.epoch, to },
    );
    if (affectedRows !== 1) throw new LeaseLost();
  }

  private trouble(error: unknown, failures: number): void {
    const { shard, logger, meters } = this.parts;
    if (error instanceof LeaseLost) this.lease.lose();
    meters.relayFailed();
    // A broker that is away for an hour must not fill the log.
    if (failures === 1 || failures % 50 === 0) logger.warn({ shard, failures, error }, 'a relay will try again');
  }
}
