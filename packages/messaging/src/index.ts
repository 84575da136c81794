import { join } from 'node:path';

export { appendEvents, appendEventsOfMany } from './outbox/append-events';
export type { AggregateEvents, Cause, ChangedAggregate, NewEvent, NewEvents } from './outbox/append-events';
export { onEvent } from './messaging-options';
export type {
  Consumption,
  EventHandler,
  EventHandlers,
  Messaging,
  MessagingHealth,
  MessagingOptions,
  Timing,
} from './messaging-options';
export { openMessaging } from './messaging';
export type { Signals } from './broker/signals';
export type { ParkedEvent, ParkedEvents } from './inbox/parked-events';

/** Directory of the migrations that a service with an outbox or an inbox must apply. */
export const messagingMigrations = join(__dirname, '..', 'migrations');
