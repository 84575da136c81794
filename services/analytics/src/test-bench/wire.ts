import { EVENT_DEFINITIONS, PRODUCERS, type Producer } from '@redress/contracts';
import { eventually } from '@redress/testkit';
import { connect, nanos, type ConsumerInfo, type NatsConnection } from 'nats';
import type { AnyEvent } from './arbitrary-events';

/** A message as a producer sends it, with its number in its shard. */
export interface WireMessage {
  readonly producer: Producer;
  readonly subject: string;
  readonly text: string;
}

const SHARDS = 2;
const PATIENCE = { timeoutMs: 60_000 };
const producers = new Map(EVENT_DEFINITIONS.map(({ type, producer }) => [type, producer]));

/** The streams that the service reads, into which only the test publishes; nobody answers questions for what is missing. */
export class Wire {
  private readonly numbers = new Map<string, number>();

  private constructor(
    private readonly connection: NatsConnection,
    private readonly prefix: string | undefined,
  ) {}

  static async open(natsUrl: string, prefix?: string): Promise<Wire> {
    return new Wire(await connect({ servers: natsUrl }), prefix);
  }

  /** Events of a tenant as their producers number them, in the order of their making. */
  messages(tenantId: string, events: readonly AnyEvent[]): readonly WireMessage[] {
    return events.map(({ name, event }) => {
      const producer = producers.get(name);
      if (producer === undefined) throw new Error(`nobody produces ${name}`);
      const shard = Number.parseInt(event.subject.slice(-2), 16) % SHARDS;
      const number = (this.numbers.get(`${producer} ${shard}`) ?? 0) + 1;
      this.numbers.set(`${producer} ${shard}`, number);
      const root = this.prefix === undefined ? 'evt' : `${this.prefix}.evt`;
      return {
        producer,
        subject: `${root}.${producer}.${shard}.${name}`,
        text: JSON.stringify({ ...event, tenantid: tenantId, shard, shardseq: String(number) }),
      };
    });
  }

  /** Sends them in this order, without the check of the stream for duplicates, once the service has made the streams. */
  async send(messages: readonly WireMessage[]): Promise<void> {
    const jetstream = this.connection.jetstream();
    await eventually(() => this.consumers(), { ...PATIENCE, what: 'the streams and their consumers' });
    for (const { subject, text } of messages) await jetstream.publish(subject, text);
  }

  /** Waits until every message was delivered and acknowledged. */
  async heard(): Promise<void> {
    await eventually(
      async () => {
        const waiting = (await this.consumers()).filter((each) => each.num_pending + each.num_ack_pending > 0);
        if (waiting.length > 0) throw new Error(`${waiting.map(({ name }) => name).join(', ')} have messages`);
        return true;
      },
      { ...PATIENCE, what: 'every message to be acknowledged' },
    );
  }

  /** How many messages were delivered and not acknowledged. */
  async unacknowledged(): Promise<number> {
    return (await this.consumers()).reduce((sum, each) => sum + each.num_ack_pending, 0);
  }

  /** Removes what the server knows of how far the service came, so that it hears everything from the beginning. */
  async forget(): Promise<void> {
    const manager = await this.connection.jetstreamManager();
    for (const { stream_name: stream, name } of await this.consumers()) await manager.consumers.delete(stream, name);
  }

  /** Lets the server give up at once waiting for who took messages and has died; the service sets the time anew. */
  async hurryRedelivery(): Promise<void> {
    const manager = await this.connection.jetstreamManager();
    for (const { stream_name: stream, name } of await this.consumers())
      await manager.consumers.update(stream, name, { ack_wait: nanos(100) });
  }

  async close(): Promise<void> {
    await this.connection.close();
  }

  private async consumers(): Promise<readonly ConsumerInfo[]> {
    const manager = await this.connection.jetstreamManager();
    const all = PRODUCERS.flatMap((producer) => {
      const name = `EVT_${producer.replaceAll('-', '_').toUpperCase()}`;
      const stream = this.prefix === undefined ? name : `${this.prefix}_${name}`;
      return Array.from({ length: SHARDS }, (_, shard) => manager.consumers.info(stream, `analytics-${shard}`));
    });
    return Promise.all(all);
  }
}
