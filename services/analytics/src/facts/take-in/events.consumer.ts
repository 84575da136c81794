import { EVENT_DEFINITIONS, PRODUCERS, type EventEnvelope, type Producer } from '@redress/contracts';
import type { Consumption, EventHandlers } from '@redress/messaging';
import type { TenantTransaction } from '@redress/persistence';
import { foldEvents, type Projections } from './fold-events.handler';
import type { FactListener } from '../model/fact-listener.client';
import type { FactsRepository } from '../model/facts.repository';
import { keepInJournal, takePositions } from './journal.projection';
import { liveGeneration } from './projection-state.query';

/** What the consumer works with. */
export interface EventsConsumerParts {
  readonly projections: Projections;
  readonly facts: FactsRepository;
  readonly listeners: readonly FactListener[];
  /** What else is done with an event, in the same transaction. */
  readonly handlers: Readonly<Partial<Record<Producer, EventHandlers>>>;
}

interface Named {
  readonly name: string;
  readonly event: EventEnvelope;
}

/**
 * Takes every event of every producer: into the change log, and into the facts. The events of a transaction are folded
 * together at its end, so that a batch costs as many statements as it touches tables, not as it has events.
 */
export function consumptions(parts: EventsConsumerParts): readonly Consumption[] {
  const waiting = new WeakMap<TenantTransaction, Named[]>();
  const take =
    (producer: Producer, name: string) =>
    async (event: EventEnvelope<never>, tx: TenantTransaction): Promise<void> => {
      const events = waiting.get(tx) ?? [];
      waiting.set(tx, events);
      events.push({ name, event });
      await parts.handlers[producer]?.[name]?.(event, tx);
    };
  const finish = async (tx: TenantTransaction): Promise<void> => {
    const positioned = await takePositions(tx, waiting.get(tx) ?? []);
    keepInJournal(tx, positioned);
    const generation = await liveGeneration(tx);
    const facts = await foldEvents(tx, generation, positioned, parts);
    parts.facts.save(tx, generation, facts);
    const upTo = positioned.at(-1)?.position;
    if (upTo === undefined) return;
    const taken = { generation, after: upTo - BigInt(positioned.length), upTo };
    for (const listener of parts.listeners) await listener.hear(tx, taken, facts);
  };
  return PRODUCERS.map((producer) => ({
    producer,
    finish,
    handlers: Object.fromEntries(
      EVENT_DEFINITIONS.filter((definition) => definition.producer === producer).map(({ type }) => [
        type,
        take(producer, type),
      ]),
    ),
  }));
}
