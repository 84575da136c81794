import { AsyncLocalStorage } from 'node:async_hooks';
import type { EventEnvelope } from '@redress/contracts';

const current = new AsyncLocalStorage<EventEnvelope<never>>();

/** Runs a handler so that the events which it appends know what caused them. */
export function whileHandling<T>(event: EventEnvelope<never>, work: () => Promise<T>): Promise<T> {
  return current.run(event, work);
}

/** What the event that is being handled makes of the events that follow from it; nothing outside of a handler. */
export function causeFromCurrentEvent(): { correlationId: string; causationId: string } | undefined {
  const event = current.getStore();
  return event && { correlationId: event.correlationid ?? event.id, causationId: event.id };
}
