import type { Messaging, MessagingOptions } from './messaging-options';

/** Makes the outbox, relays and inbox of a service. Nothing runs, and nothing can fail, before it is started. */
export function openMessaging(options: MessagingOptions): Messaging {
  throw new Error(`messaging of ${options.service} is not there yet`);
}
