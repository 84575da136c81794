import { PRODUCERS } from '@redress/contracts';
import { newId } from '@redress/kernel';
import { Broker } from './broker/broker';
import { naming } from './broker/naming';
import { signalsOver } from './broker/signals';
import { ConsumerGroup } from './inbox/consumer-group';
import { parkedEvents } from './inbox/parked-events';
import type { Consumption, Messaging, MessagingHealth, MessagingOptions, Timing } from './messaging-options';
import { Meters } from './meters';
import { Monitor } from './monitor';
import { Publisher } from './outbox/publisher';
import { RetentionJob } from './retention/retention.job';

const TIMING: Timing = {
  leaseMs: 5_000,
  pollMs: 1_000,
  reconcileMs: 60_000,
  headCheckMs: 15_000,
  gapGraceMs: 500,
  retryDelaysMs: [100, 500, 2_000, 5_000, 15_000, 30_000, 60_000],
  acknowledgementMs: 5_000,
  redeliveryMs: 30_000,
};

/** Makes the outbox, relays and inbox of a service. Nothing runs before it is started. Throws for a malformed `natsUrl`. */
export function openMessaging(options: MessagingOptions): Messaging {
  const {
    service,
    database,
    logger,
    shards = 2,
    streamReplicas: replicas = 1,
    streamMaxBytes: maxBytes = -1,
  } = options;
  const timing = { ...TIMING, ...options.timing };
  const { system } = database;
  const names = naming(options.streamPrefix);
  const holder = newId();
  const broker = new Broker(options.natsUrl, service, logger);
  const monitor = new Monitor(system, logger);
  const health = (): MessagingHealth => ({
    connected: broker.session() !== undefined,
    ...monitor.backlog,
    ...(broker.lastError === undefined ? {} : { lastError: broker.lastError }),
  });
  const meters = new Meters(options.metrics, health);
  const shared = { database, system, broker, logger, meters, holder, names, timing, shards, service };
  const stream = { replicas, maxBytes };
  const publisher = PRODUCERS.some((producer) => producer === service)
    ? new Publisher({ ...shared, stream })
    : undefined;
  const retention = new RetentionJob(system, logger, holder);
  const signalRoot = options.streamPrefix === undefined ? 'signal' : `${options.streamPrefix}.signal`;
  const groups = new Map<string, ConsumerGroup>();

  return {
    consume(consumption: Consumption) {
      if (groups.has(consumption.producer)) throw new Error(`${consumption.producer} is consumed already`);
      groups.set(consumption.producer, new ConsumerGroup({ ...shared, stream, consumption }));
    },
    async start() {
      await publisher?.start();
      for (const group of groups.values()) await group.start();
      retention.start();
      monitor.start();
      broker.start();
    },
    async stop() {
      await Promise.all([...groups.values()].map((group) => group.stop()));
      await publisher?.stop();
      await Promise.all([retention.stop(), monitor.stop()]);
      await broker.stop();
    },
    health,
    parked: parkedEvents(system),
    signals: signalsOver(broker, (topic) => `${signalRoot}.${service}.${topic}`, holder, logger),
  };
}
