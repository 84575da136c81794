import type { Logger } from '@redress/observability';
import type { NatsConnection } from 'nats';
import type { Broker } from './broker';

/**
 * Word between the processes of one service, for hints that nobody relies on: it is not stored, not repeated, and lost
 * while NATS is away. What must not be lost is an event.
 */
export interface Signals {
  /** Tells the other processes of this service; this one is not told. */
  send(topic: string, payload: object): void;
  /** Hears what the other processes send; before messaging is started. */
  listen(topic: string, heard: (payload: unknown) => void): void;
}

interface Message {
  readonly from: string;
  readonly payload: unknown;
}

/** Signals over plain NATS subjects; `holder` tells this process from the others. */
export function signalsOver(
  broker: Broker,
  subjectOf: (topic: string) => string,
  holder: string,
  logger: Logger,
): Signals {
  return {
    send(topic, payload) {
      const message: Message = { from: holder, payload };
      broker.session()?.connection.publish(subjectOf(topic), JSON.stringify(message));
    },
    listen(topic, heard) {
      let listening: NatsConnection | undefined;
      broker.onConnected(({ connection }) => {
        // A reconnection keeps its subscriptions; a connection made anew has none.
        if (connection === listening) return;
        listening = connection;
        connection.subscribe(subjectOf(topic), {
          callback: (error, { data }) => {
            if (error !== null) return;
            const message = read(data);
            if (message === undefined) logger.warn({ topic }, 'a signal could not be read');
            else if (message.from !== holder) heard(message.payload);
          },
        });
      });
    },
  };
}

function read(data: Uint8Array): Message | undefined {
  try {
    return JSON.parse(Buffer.from(data).toString()) as Message;
  } catch {
    return undefined;
  }
}
