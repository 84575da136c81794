import type { Logger } from '@redress/observability';
import type { SystemSession } from '@redress/persistence';
import type { Broker } from '../broker/broker';
import type { EventHandlers } from '../messaging-options';
import type { InboxMeters } from '../meters';
import type { ProducerQuestions } from './ask-producer';
import { dueAggregates, hold, postponeWaiting } from './held-rows';
import type { Inbox } from './inbox';
import { lockProgress } from './inbox-rows';
import { readIncoming } from './incoming';
import type { AggregateProgress, HeldEvent } from './order.decide';

/** While something is due, and otherwise. */
const BUSY_MS = 100;
const QUIET_MS = 1_000;
const POSTPONE_MS = 5_000;
const AGGREGATES_AT_ONCE = 50;

/** What looking after held events needs. */
export interface HeldEventsParts {
  readonly system: SystemSession;
  readonly broker: Broker;
  readonly logger: Logger;
  readonly meters: InboxMeters;
  readonly producer: string;
  readonly shard: number;
  readonly handlers: EventHandlers;
  readonly inbox: Inbox;
  readonly questions: ProducerQuestions;
}

/** Brings aggregates forward whose events are held: tries again, lets followers follow, asks for what is missing. */
export class HeldEvents {
  private lookAt = 0;

  constructor(private readonly parts: HeldEventsParts) {}

  dueInMs(): number {
    return Math.max(0, this.lookAt - Date.now());
  }

  async lookIfDue(): Promise<void> {
    if (Date.now() < this.lookAt) return;
    const { system, producer, shard } = this.parts;
    const due = await dueAggregates(system, producer, shard, AGGREGATES_AT_ONCE);
    for (const { tenantId, aggregateId } of due) await this.bringForward(tenantId, aggregateId);
    this.lookAt = Date.now() + (due.length > 0 ? BUSY_MS : QUIET_MS);
  }

  private async bringForward(tenantId: string, aggregateId: string): Promise<void> {
    const { system, inbox, producer } = this.parts;
    for (;;) {
      const progress = await this.progress(tenantId, aggregateId);
      const passed = progress.held.filter(
        ({ state, incoming }) => incoming.version <= progress.version && state !== 'PARKED',
      );
      for (const { incoming } of passed) await inbox.takeAlone(incoming);
      const next = progress.held.find(({ incoming }) => incoming.version === progress.version + 1);
      const moved = next === undefined ? await this.askFor(tenantId, aggregateId, progress) : await this.tryAgain(next);
      if (moved) continue;
      await postponeWaiting(system, { tenantId, producer }, aggregateId, POSTPONE_MS);
      return;
    }
  }

  private async tryAgain(next: HeldEvent): Promise<boolean> {
    const isTurn = next.state === 'WAITING' || (next.state === 'RETRYING' && next.due);
    return isTurn && this.parts.inbox.takeAlone(next.incoming, { retrying: true });
  }

  /** Answers whether the producer had what is missing. */
  private async askFor(tenantId: string, aggregateId: string, progress: AggregateProgress): Promise<boolean> {
    const { broker, questions, inbox, handlers, producer, meters, logger, shard } = this.parts;
    const session = broker.session();
    if (session === undefined || progress.held.length === 0) return false;
    try {
      const question = { tenantId, aggregateId, afterVersion: progress.version };
      const { events } = await questions.ofAggregate(session, question);
      const read = events.map((body) => readIncoming(body, handlers)).filter((event) => typeof event !== 'string');
      if (read[0]?.version !== progress.version + 1) {
        await this.parkBehindLostHistory(progress, read[0]?.version);
        return false;
      }
      await inbox.take(tenantId, read);
      meters.repaired(producer, read.length);
      return true;
    } catch (error) {
      logger.warn({ producer, shard, error }, 'a producer could not be asked for missing events');
      return false;
    }
  }

  /** The producer still has later events, so the missing ones are older than it keeps: only a person can decide. */
  private async parkBehindLostHistory(progress: AggregateProgress, firstKept: number | undefined): Promise<void> {
    const [first] = [...progress.held].sort((left, right) => left.incoming.version - right.incoming.version);
    if (firstKept === undefined || first === undefined || first.state === 'PARKED') return;
    const reason = `versions ${progress.version + 1} to ${firstKept - 1} are no longer kept by the producer`;
    const scope = { tenantId: first.incoming.tenantId, producer: this.parts.producer };
    await hold(this.parts.system, scope, first.incoming, {
      state: 'PARKED',
      attempts: first.attempts,
      reason,
      dueInMs: 0,
    });
  }

  private progress(tenantId: string, aggregateId: string) {
    const { system, producer, handlers } = this.parts;
    return system.transaction(async (tx) => {
      const progress = await lockProgress(tx, { tenantId, producer }, [aggregateId], handlers);
      return progress.get(aggregateId) ?? { version: 0, held: [] };
    });
  }
}
