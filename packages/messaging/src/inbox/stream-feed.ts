import { Pause } from '@redress/kernel';
import type { Logger } from '@redress/observability';
import type { ConsumerMessages, JsMsg } from 'nats';
import { ConsumerEvents } from 'nats';
import type { Broker, BrokerSession } from '../broker/broker';
import { ensureConsumer } from '../broker/durable-consumer';
import type { DurableSettings } from '../broker/durable-consumer';
import type { StreamSettings } from '../broker/stream';
import { ensureStream } from '../broker/stream';

const RETRY_MS = 500;
const IDLE_HEARTBEAT_MS = 5_000;

/** What a feed reads. */
export interface FeedParts {
  readonly broker: Broker;
  readonly logger: Logger;
  readonly stream: StreamSettings;
  readonly durable: DurableSettings;
}

/** After any of these the consumer may be gone; looking, and making it again, costs nothing. */
const SUSPICIOUS: ReadonlySet<string> = new Set([
  ConsumerEvents.ConsumerDeleted,
  ConsumerEvents.ConsumerNotFound,
  ConsumerEvents.StreamNotFound,
  ConsumerEvents.NoResponders,
  ConsumerEvents.HeartbeatsMissed,
]);

/** Messages of one durable consumer, which it makes, watches and makes again, until it is stopped. */
export class StreamFeed {
  private queue: JsMsg[] = [];
  private readonly pause = new Pause();
  private messages: ConsumerMessages | undefined;
  private stopping = false;
  private readonly forget: () => void;
  private readonly running: Promise<void>;

  constructor(
    private readonly parts: FeedParts,
    private readonly onMessage: (waiting: number) => void,
  ) {
    this.forget = parts.broker.onConnected(() => this.restart());
    this.running = this.run();
  }

  /** How many messages have arrived and nobody took yet. */
  get waiting(): number {
    return this.queue.length;
  }

  /** Takes up to so many messages that have arrived. */
  next(limit: number): JsMsg[] {
    const taken = this.queue.slice(0, limit);
    this.queue = this.queue.slice(limit);
    return taken;
  }

  /** Stops, and returns what nobody took to the stream, so that it is delivered elsewhere at once. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.forget();
    this.pause.end();
    this.restart();
    await this.running;
    for (const message of this.queue) message.nak();
    this.queue = [];
  }

  private restart(): void {
    this.messages?.stop();
    this.pause.signal();
  }

  private async run(): Promise<void> {
    let failures = 0;
    while (!this.stopping) {
      const session = this.parts.broker.session();
      if (session === undefined) {
        await this.pause.wait(RETRY_MS);
        continue;
      }
      try {
        await this.consume(session);
        failures = 0;
      } catch (error) {
        failures += 1;
        if (failures % 20 === 1) {
          this.parts.logger.warn({ stream: this.parts.stream.name, failures, error }, 'a consumer will try again');
        }
      }
      if (!this.stopping) await this.pause.wait(RETRY_MS);
    }
  }

  private async consume({ manager, jetstream }: BrokerSession): Promise<void> {
    const { stream, durable } = this.parts;
    const info = await ensureConsumer(manager, await ensureStream(manager, stream, { update: false }), durable);
    if (this.stopping) return;
    const messages = await jetstream.consumers.getPullConsumerFor(info).consume({
      max_messages: durable.maxUnacknowledged,
      idle_heartbeat: IDLE_HEARTBEAT_MS,
      bind: true,
    });
    this.messages = messages;
    void this.watch(messages);
    for await (const message of messages) {
      this.queue.push(message);
      this.onMessage(this.queue.length);
    }
  }

  private async watch(messages: ConsumerMessages): Promise<void> {
    for await (const { type } of await messages.status()) {
      if (SUSPICIOUS.has(type)) messages.stop();
    }
  }
}
