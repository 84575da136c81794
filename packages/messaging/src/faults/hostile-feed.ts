import type { SystemSession } from '@redress/persistence';
import type { NatsConnection } from 'nats';
import { connect } from 'nats';
import type { Naming } from '../broker/naming';
import { ensureStream } from '../broker/stream';
import { naming } from '../broker/naming';
import { numberedEventsAfter } from '../outbox/numbered-events.query';
import { wireText } from '../outbox/numbered-event';

/** A message as a test wants it to arrive. */
export interface FeedMessage {
  readonly shard: number;
  readonly type: string;
  readonly text: string;
}

const PRODUCER = 'case-handling';

/**
 * Stands between a producer and a consumer that use different prefixes: the test decides what arrives in the consumer's
 * stream, how often and in which order, while the consumer's questions reach the real producer.
 */
export class HostileFeed {
  /** Whether the consumer's questions reach the producer. */
  answering = true;

  private constructor(
    private readonly connection: NatsConnection,
    private readonly target: Naming,
  ) {}

  static async open(natsUrl: string, producerPrefix: string, consumerPrefix: string): Promise<HostileFeed> {
    const connection = await connect({ servers: natsUrl });
    const [source, target] = [naming(producerPrefix), naming(consumerPrefix)];
    const feed = new HostileFeed(connection, target);
    const stream = { name: target.stream(PRODUCER), filter: target.streamFilter(PRODUCER), replicas: 1, maxBytes: -1 };
    await ensureStream(await connection.jetstreamManager(), stream, { update: false });
    connection.subscribe(target.eventsSince(PRODUCER), {
      callback: (_error, question) => {
        if (!feed.answering) {
          question.respond('{"error":"unavailable"}');
          return;
        }
        void connection
          .request(source.eventsSince(PRODUCER), question.data, { timeout: 5_000 })
          .then((answer) => question.respond(answer.data))
          .catch(() => undefined);
      },
    });
    return feed;
  }

  /** Everything that the producer has numbered, shard by shard. */
  async numbered(system: SystemSession): Promise<FeedMessage[]> {
    const shards = await system.query<{ shard: number }>('SELECT shard FROM outbox_shard ORDER BY shard');
    const messages: FeedMessage[] = [];
    for (const { shard } of shards) {
      const events = await numberedEventsAfter(system, shard, 0, 10_000);
      messages.push(
        ...events.map(({ seq, type, envelope }) => ({ shard, type, text: wireText(shard, seq, envelope) })),
      );
    }
    return messages;
  }

  /** Puts the messages into the consumer's stream in the given order, without the stream's own check for duplicates. */
  async publish(messages: readonly FeedMessage[]): Promise<void> {
    const jetstream = this.connection.jetstream();
    for (const { shard, type, text } of messages) {
      await jetstream.publish(this.target.subject(PRODUCER, shard, type), text);
    }
  }

  close(): Promise<void> {
    return this.connection.close();
  }
}

/** The messages with some dropped, some doubled and many moved, as the random numbers decide. */
export function mangled(messages: readonly FeedMessage[], random: () => number): FeedMessage[] {
  return messages
    .flatMap((message, index) => {
      const copies = random() < 0.15 ? 0 : random() < 0.2 ? 2 : 1;
      return Array.from({ length: copies }, () => ({ message, place: index + random() * 12 }));
    })
    .sort((left, right) => left.place - right.place)
    .map(({ message }) => message);
}
