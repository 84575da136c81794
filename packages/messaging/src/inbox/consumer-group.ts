import type { Logger } from '@redress/observability';
import type { Database, SystemSession } from '@redress/persistence';
import type { Broker, BrokerSession } from '../broker/broker';
import type { Naming } from '../broker/naming';
import { ensureStream } from '../broker/stream';
import type { Consumption, Timing } from '../messaging-options';
import type { InboxMeters } from '../meters';
import { ProducerQuestions } from './ask-producer';
import { Inbox } from './inbox';
import { ShardConsumer } from './shard-consumer';

const BATCH_SIZE = 200;
const BATCHES_ON_THEIR_WAY = 4;
const LOOK_FOR_SHARDS_MS = 60_000;

/** What consuming a producer needs. */
export interface ConsumerGroupParts {
  readonly service: string;
  readonly database: Database;
  readonly system: SystemSession;
  readonly broker: Broker;
  readonly logger: Logger;
  readonly meters: InboxMeters;
  readonly holder: string;
  readonly names: Naming;
  readonly timing: Timing;
  readonly shards: number;
  readonly stream: { readonly replicas: number; readonly maxBytes: number };
  readonly consumption: Consumption;
}

/** One consumer for each shard of a producer, also for shards that the producer adds while this process runs. */
export class ConsumerGroup {
  private readonly consumers = new Map<number, ShardConsumer>();
  private readonly questions: ProducerQuestions;
  private timer: NodeJS.Timeout | undefined;
  private forget: () => void = () => undefined;
  private stopping = false;

  constructor(private readonly parts: ConsumerGroupParts) {
    this.questions = new ProducerQuestions(parts.names.eventsSince(parts.consumption.producer));
  }

  async start(): Promise<void> {
    const { shards, broker } = this.parts;
    await this.consume(Array.from({ length: shards }, (_, shard) => shard));
    const look = () => void this.lookForShards(broker.session());
    this.forget = broker.onConnected(look);
    this.timer = setInterval(look, LOOK_FOR_SHARDS_MS);
  }

  async stop(): Promise<void> {
    this.stopping = true;
    clearInterval(this.timer);
    this.forget();
    await Promise.all([...this.consumers.values()].map((consumer) => consumer.stop()));
  }

  private async consume(shards: readonly number[]): Promise<void> {
    const { system, consumption } = this.parts;
    const added = shards.filter((shard) => !this.consumers.has(shard));
    if (added.length === 0) return;
    await system.execute('INSERT IGNORE INTO inbox_shard (producer, shard) VALUES :rows', {
      rows: added.map((shard) => [consumption.producer, shard]),
    });
    for (const shard of added) {
      if (this.stopping || this.consumers.has(shard)) continue;
      const consumer = this.consumer(shard);
      this.consumers.set(shard, consumer);
      consumer.start();
    }
  }

  /** The producer decides how many shards there are; the subjects in its stream tell. */
  private async lookForShards(session: BrokerSession | undefined): Promise<void> {
    const { names, consumption, logger } = this.parts;
    if (session === undefined) return;
    try {
      const stream = this.streamSettings();
      await ensureStream(session.manager, stream, { update: false });
      const info = await session.manager.streams.info(stream.name, { subjects_filter: stream.filter });
      const shards = Object.keys(info.state.subjects ?? {}).map((subject) => names.shardOfSubject(subject));
      await this.consume([...new Set(shards)]);
    } catch (error) {
      logger.debug({ producer: consumption.producer, error }, 'the shards of a producer could not be looked up');
    }
  }

  private consumer(shard: number): ShardConsumer {
    const { parts, questions } = this;
    const { database, meters, logger, names, service, timing, consumption } = parts;
    const { producer, handlers, finish, batchSize = BATCH_SIZE } = consumption;
    const durable = names.durable(service, shard);
    return new ShardConsumer({
      ...parts,
      ...timing,
      producer,
      shard,
      handlers,
      batchSize,
      questions,
      inbox: new Inbox({ database, producer, handlers, finish, meters, logger, ...timing }),
      feed: {
        ...parts,
        stream: this.streamSettings(),
        durable: {
          durable,
          filter: names.shardFilter(producer, shard),
          maxUnacknowledged: batchSize * BATCHES_ON_THEIR_WAY,
          redeliveryMs: timing.redeliveryMs,
        },
      },
    });
  }

  private streamSettings() {
    const { names, stream, consumption } = this.parts;
    const { producer } = consumption;
    return { ...stream, name: names.stream(producer), filter: names.streamFilter(producer) };
  }
}
