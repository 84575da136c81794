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
import { Inquiry } from './inquiry';
import type { AggregateProgress, HeldEvent } from './order.decide';

/** While something is due; otherwise the poll's time. */
const BUSY_MS = 100;
/** How many times the grace passes until the producer is asked again for the same aggregate. */
const PATIENCE = 10;
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
  readonly gapGraceMs: number;
  readonly pollMs: number;
}

interface AggregateEvents {
  readonly tenantId: string;
  readonly aggregateId: string;
  readonly afterVersion: number;
  readonly events: readonly unknown[];
}

/** Brings aggregates forward whose events are held: tries again, lets followers follow, asks for what is missing. */
export class HeldEvents {
  private lookAt = 0;
  private readonly inquiry: Inquiry<AggregateEvents>;

  constructor(
    private readonly parts: HeldEventsParts,
    wake: () => void,
  ) {
    this.inquiry = new Inquiry(wake);
  }

  dueInMs(): number {
    return Math.max(0, this.lookAt - Date.now());
  }

  async lookIfDue(): Promise<void> {
    await this.takeAnswer();
    if (Date.now() < this.lookAt) return;
    const { system, producer, shard, pollMs } = this.parts;
    const due = await dueAggregates(system, producer, shard, AGGREGATES_AT_ONCE);
    for (const { tenantId, aggregateId } of due) await this.bringForward(tenantId, aggregateId);
    this.lookAt = Date.now() + (due.length > 0 ? BUSY_MS : pollMs);
  }

  private async bringForward(tenantId: string, aggregateId: string): Promise<void> {
    const { system, inbox, producer, gapGraceMs } = this.parts;
    for (;;) {
      const progress = await this.progress(tenantId, aggregateId);
      const passed = progress.held.filter(
        ({ state, incoming }) => incoming.version <= progress.version && state !== 'PARKED',
      );
      for (const { incoming } of passed) await inbox.takeAlone(incoming);
      const next = progress.held.find(({ incoming }) => incoming.version === progress.version + 1);
      if (next !== undefined && (await this.tryAgain(next))) continue;
      if (next === undefined) this.askFor(tenantId, aggregateId, progress);
      await postponeWaiting(system, { tenantId, producer }, aggregateId, gapGraceMs * PATIENCE);
      return;
    }
  }

  private async tryAgain(next: HeldEvent): Promise<boolean> {
    const isTurn = next.state === 'WAITING' || (next.state === 'RETRYING' && next.due);
    return isTurn && this.parts.inbox.takeAlone(next.incoming, { retrying: true });
  }

  private askFor(tenantId: string, aggregateId: string, { version, held }: AggregateProgress): void {
    const session = this.parts.broker.session();
    if (session === undefined || held.length === 0 || this.inquiry.busy()) return;
    const question = { tenantId, aggregateId, afterVersion: version };
    const answer = this.parts.questions.ofAggregate(session, question);
    this.inquiry.start(answer.then(({ events }) => ({ ...question, events })));
  }

  private async takeAnswer(): Promise<void> {
    const { inbox, handlers, producer, meters, logger, shard } = this.parts;
    let answer;
    try {
      answer = this.inquiry.take();
    } catch (error) {
      logger.debug({ producer, shard, error }, 'a producer could not be asked for missing events');
    }
    if (answer === undefined) return;
    const { tenantId, aggregateId, afterVersion } = answer;
    const events = answer.events
      .map((body) => readIncoming(body, handlers))
      .filter((event) => typeof event !== 'string');
    await inbox.take(tenantId, events);
    meters.repaired(producer, events.length);
    const firstKept = events[0]?.version;
    if (firstKept === afterVersion + 1) await this.bringForward(tenantId, aggregateId);
    else await this.parkBehindLostHistory(await this.progress(tenantId, aggregateId), firstKept);
  }

  /** The producer still has later events, so the missing ones are older than it keeps: only a person can decide. */
  private async parkBehindLostHistory(progress: AggregateProgress, firstKept: number | undefined): Promise<void> {
    const [first] = [...progress.held].sort((left, right) => left.incoming.version - right.incoming.version);
    if (firstKept === undefined || firstKept <= progress.version + 1) return;
    if (first === undefined || first.state === 'PARKED') return;
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
