import type { Logger } from '@redress/observability';
import type { SystemSession } from '@redress/persistence';
import type { NatsConnection } from 'nats';
import type { Broker } from '../broker/broker';
import type { Naming } from '../broker/naming';
import type { Timing } from '../messaging-options';
import type { OutboxMeters } from '../meters';
import { shardOfBucket } from './bucket';
import { EventsSinceResponder } from './events-since.responder';
import { Relay } from './relay';
import { onAppended } from './wake';

/** What publishing a service's events needs. */
export interface PublisherParts {
  readonly service: string;
  readonly system: SystemSession;
  readonly broker: Broker;
  readonly logger: Logger;
  readonly meters: OutboxMeters;
  readonly holder: string;
  readonly names: Naming;
  readonly timing: Timing;
  readonly shards: number;
  readonly stream: { readonly replicas: number; readonly maxBytes: number };
}

/** The relays of one process of a service, what wakes them, and the answers to consumers that miss something. */
export class Publisher {
  private relays: readonly Relay[] = [];
  private readonly responder: EventsSinceResponder;
  private timer: NodeJS.Timeout | undefined;
  private listeningOn: NatsConnection | undefined;
  private forget: (() => void)[] = [];

  constructor(private readonly parts: PublisherParts) {
    const { system, broker, names, service, logger } = parts;
    this.responder = new EventsSinceResponder(system, broker, names.eventsSince(service), logger);
  }

  async start(): Promise<void> {
    const { system, shards, broker, timing } = this.parts;
    await system.execute('INSERT IGNORE INTO outbox_shard (shard) VALUES :rows', {
      rows: Array.from({ length: shards }, (_, shard) => [shard]),
    });
    // Shards of an earlier, larger number may still have something to publish.
    const rows = await system.query<{ shard: number }>('SELECT shard FROM outbox_shard');
    this.relays = rows.map(({ shard }) => this.relay(shard));
    this.forget = [
      onAppended((buckets) => this.appended(buckets)),
      broker.onConnected(({ connection }) => {
        this.listenForWakeUps(connection);
        this.reconcileAll();
      }),
    ];
    this.timer = setInterval(() => this.reconcileAll(), timing.reconcileMs);
    this.responder.start();
    for (const relay of this.relays) relay.start();
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    for (const forget of this.forget) forget();
    await Promise.all(this.relays.map((relay) => relay.stop()));
  }

  private relay(shard: number): Relay {
    const { names, service, timing, stream } = this.parts;
    const name = names.stream(service);
    return new Relay({
      ...this.parts,
      shard,
      leaseMs: timing.leaseMs,
      pollMs: timing.pollMs,
      stream: { ...stream, name, filter: names.streamFilter(service) },
      filter: names.shardFilter(service, shard),
      publication: {
        stream: name,
        shard,
        subjectOf: (type) => names.subject(service, shard, type),
        acknowledgementMs: timing.acknowledgementMs,
      },
    });
  }

  /** Another process may hold the lease of the shard that the events are in; a lost wake-up only costs a poll's time. */
  private appended(buckets: readonly number[]): void {
    const { broker, names, service, shards } = this.parts;
    const concerned = new Set(buckets.map((bucket) => shardOfBucket(bucket, shards)));
    const relays = this.relays.filter(({ shard }) => concerned.has(shard));
    for (const relay of relays) relay.wake();
    if (relays.every((relay) => relay.leading())) return;
    broker.session()?.connection.publish(names.wake(service));
  }

  private listenForWakeUps(connection: NatsConnection): void {
    if (this.listeningOn === connection) return;
    this.listeningOn = connection;
    connection.subscribe(this.parts.names.wake(this.parts.service), {
      callback: () => {
        for (const relay of this.relays) relay.wake();
      },
    });
  }

  private reconcileAll(): void {
    for (const relay of this.relays) relay.reconcileSoon();
  }
}
