import type { Database, SystemTransaction, TenantTransaction } from '@redress/persistence';
import { CommitOutcomeUnknown, DatabaseOverloaded, isConnectionLost } from '@redress/persistence';
import { withSpan, type Logger } from '@redress/observability';
import type { EventHandlers } from '../messaging-options';
import type { InboxMeters } from '../meters';
import { madeAtMs } from '../outbox/numbered-event';
import { whileHandling } from './current-event';
import { hold, letGo, postponeWaiting } from './held-rows';
import type { InboxScope } from './inbox-rows';
import { inboxRow, knownEvents, lockProgress, saveProgress } from './inbox-rows';
import type { Incoming } from './incoming';
import type { OrderingOptions, Step } from './order.decide';
import { orderBatch } from './order.decide';

/** What an inbox works with. */
export interface InboxParts {
  readonly database: Database;
  readonly producer: string;
  readonly handlers: EventHandlers;
  readonly finish: ((tx: TenantTransaction) => Promise<void>) | undefined;
  readonly meters: InboxMeters;
  readonly logger: Logger;
  /** Between attempts; after one more attempt than there are delays, an event is parked. */
  readonly retryDelaysMs: readonly number[];
  /** How long an event may wait for an earlier one before the producer is asked. */
  readonly gapGraceMs: number;
}

/** Gives events of one producer their effect: once, in order, in one transaction with everything that follows from it. */
export class Inbox {
  constructor(private readonly parts: InboxParts) {}

  /**
   * Applies a batch of one tenant. When it fails, its events are applied one by one, so that only the one at fault is
   * held back. Throws only when the database cannot be used; the batch may then simply be given again.
   */
  async take(tenantId: string, batch: readonly Incoming[]): Promise<void> {
    try {
      await this.apply(tenantId, batch, { release: true });
    } catch (error) {
      if (isPassing(error)) throw error;
      for (const incoming of batch) await this.takeAlone(incoming);
    }
  }

  /** Applies one event by itself; answers whether it took effect or had done so. A failure is counted and recorded. */
  async takeAlone(incoming: Incoming, options: { retrying?: boolean } = {}): Promise<boolean> {
    const retrying = options.retrying === true ? { retrying: incoming.eventId } : {};
    try {
      const steps = await this.apply(incoming.tenantId, [incoming], { release: false, ...retrying });
      return steps.every(({ kind }) => kind === 'take' || kind === 'seen');
    } catch (error) {
      if (isPassing(error)) throw error;
      await this.recordFailure(incoming, error);
      return false;
    }
  }

  private async apply(tenantId: string, batch: readonly Incoming[], options: OrderingOptions): Promise<Step[]> {
    const { database, producer, handlers, meters } = this.parts;
    const scope = { tenantId, producer };
    const aggregateIds = [...new Set(batch.map(({ aggregateId }) => aggregateId))];
    const steps = await database.system.transaction(async (tx) => {
      const progress = await lockProgress(tx, scope, aggregateIds, handlers);
      const ordered = orderBatch(batch, progress, options);
      const taken = ordered.flatMap((step) => (step.kind === 'take' ? [step.incoming] : []));
      await this.handle(tx, tenantId, taken);
      if (taken.length > 0) tx.insertAtCommit('inbox_event', taken.map(inboxRow));
      await saveProgress(tx, scope, progress);
      await this.keepTheRest(tx, scope, ordered, options);
      return ordered;
    });
    const now = Date.now();
    for (const step of steps) {
      if (step.kind === 'park') this.tellParked(step.incoming, 0);
      if (step.kind !== 'take') continue;
      if (step.incoming.verdict.kind === 'handle') meters.applied(producer, now - madeAtMs(step.incoming.eventId));
      else meters.skipped(producer);
    }
    return steps;
  }

  private async handle(tx: SystemTransaction, tenantId: string, taken: readonly Incoming[]): Promise<void> {
    const tenant = tx.forTenant(tenantId);
    for (const { verdict, type } of taken) {
      if (verdict.kind !== 'handle') continue;
      const { event, handler } = verdict;
      await withSpan(`consume ${type}`, { kind: 'consumer', traceparent: event.traceparent ?? null }, () =>
        whileHandling(event, () => handler(event, tenant)),
      );
    }
    if (taken.some(({ verdict }) => verdict.kind === 'handle')) await this.parts.finish?.(tenant);
  }

  private async keepTheRest(
    tx: SystemTransaction,
    scope: InboxScope,
    steps: readonly Step[],
    { release }: OrderingOptions,
  ): Promise<void> {
    const waiting = { state: 'WAITING', attempts: 0, reason: '', dueInMs: this.parts.gapGraceMs } as const;
    const parked = { state: 'PARKED', attempts: 0, dueInMs: 0 } as const;
    for (const step of steps) {
      if (step.kind === 'hold') await hold(tx, scope, step.incoming, waiting);
      if (step.kind === 'park') await hold(tx, scope, step.incoming, { ...parked, reason: step.reason });
      if (step.kind === 'take' && step.wasHeld) await letGo(tx, scope, step.incoming);
      // Those behind an event that was applied by itself need not wait for their next turn.
      if (step.kind === 'take' && !release) await postponeWaiting(tx, scope, step.incoming.aggregateId, 0);
    }
    await this.checkSeen(tx, scope, steps);
  }

  /** Two events with one version mean that the producer lost data or has a bug: the second must not vanish silently. */
  private async checkSeen(tx: SystemTransaction, scope: InboxScope, steps: readonly Step[]): Promise<void> {
    const seen = steps.filter((step) => step.kind === 'seen');
    const known = await knownEvents(
      tx,
      scope.tenantId,
      seen.map(({ incoming }) => incoming),
    );
    const reason = 'another event of the same version took effect before';
    for (const { incoming, wasHeld } of seen) {
      if (!known.has(incoming.eventId)) {
        await hold(tx, scope, incoming, { state: 'PARKED', attempts: 0, reason, dueInMs: 0 });
      } else if (wasHeld) {
        await letGo(tx, scope, incoming);
      }
    }
  }

  /** The reason stays in the table: what a handler throws may quote what a customer wrote. */
  private tellParked({ eventId, type, tenantId, aggregateId }: Incoming, attempts: number): void {
    const { logger, producer } = this.parts;
    logger.error(
      { producer, eventId, type, tenantId, aggregateId, attempts },
      'an event is parked until it is driven again',
    );
  }

  private async recordFailure(incoming: Incoming, error: unknown): Promise<void> {
    const { database, producer, handlers, retryDelaysMs, meters } = this.parts;
    const { tenantId, aggregateId, eventId } = incoming;
    const scope = { tenantId, producer };
    const attempts = await database.system.transaction(async (tx) => {
      const progress = (await lockProgress(tx, scope, [aggregateId], handlers)).get(aggregateId);
      if (progress === undefined || incoming.version <= progress.version) return 0;
      const before = progress.held.find((held) => held.incoming.eventId === eventId)?.attempts ?? 0;
      const dueInMs = retryDelaysMs[before];
      await hold(tx, scope, incoming, {
        state: dueInMs === undefined ? 'PARKED' : 'RETRYING',
        attempts: before + 1,
        reason: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
        dueInMs: dueInMs ?? 0,
      });
      return before + 1;
    });
    meters.failed(producer);
    if (attempts > retryDelaysMs.length) this.tellParked(incoming, attempts);
  }
}

/**
 * Trouble that is nobody's fault and goes away by itself; it must not use up an event's attempts. A duplicate key is not
 * among it: what a handler put off to the commit fails together with the inbox rows, and cannot be told from them. When
 * it was another process that applied the same event at the same moment, recording the failure finds it applied.
 */
function isPassing(error: unknown): boolean {
  return error instanceof CommitOutcomeUnknown || error instanceof DatabaseOverloaded || isConnectionLost(error);
}
