import type { EventData, EventDefinition, EventEnvelope, Producer } from '@redress/contracts';
import type { Logger, Metrics } from '@redress/observability';
import type { Database, TenantTransaction } from '@redress/persistence';
import type { Signals } from './broker/signals';
import type { ParkedEvents } from './inbox/parked-events';

/**
 * Applies one event. Runs in the inbox transaction, so that its effects, and the events that it appends, happen exactly
 * once; it may run several times before that, and must therefore do nothing outside the transaction. What it throws
 * undoes all of it: the event is tried again and, after the eighth failure, parked.
 */
export type EventHandler<Data = never> = (event: EventEnvelope<Data>, tx: TenantTransaction) => Promise<void>;

/** Handlers by event name without prefix and version, for example `intake.complaint.registered`. */
export type EventHandlers = Readonly<Record<string, EventHandler>>;

/** What a service takes from a producer. All events of its stream are read; those without a handler are skipped. */
export interface Consumption {
  readonly producer: Producer;
  readonly handlers: EventHandlers;
  /**
   * Called once in the transaction of a batch, after the handlers of all its events: for effects that are cheaper to
   * write together. What it throws undoes the batch, whose events are then tried one by one.
   */
  readonly finish?: (tx: TenantTransaction) => Promise<void>;
  /** Most events in one transaction; 200 unless told. */
  readonly batchSize?: number;
}

/** What messaging needs; only the first four are not optional. */
export interface MessagingOptions {
  /** This service; its stream is `EVT_<SERVICE>` and its durable consumers carry its name. */
  readonly service: string;
  readonly database: Database;
  /** `nats://user:password@host:port`; several with commas for a cluster, `tls://` for TLS. */
  readonly natsUrl: string;
  readonly logger: Logger;
  /** How many relays share the publishing; may be changed between starts. 2 unless told. */
  readonly shards?: number;
  readonly streamReplicas?: number;
  /** Most bytes that the stream may hold; a full stream refuses, and the outbox keeps what it refused. Unlimited unless told. */
  readonly streamMaxBytes?: number;
  readonly metrics?: Metrics;
  /** Keeps the streams, subjects and consumers of several systems on one NATS apart; tests give each its own. */
  readonly streamPrefix?: string;
  /** Waiting times that tests shorten. */
  readonly timing?: Partial<Timing>;
}

/** The waiting times of messaging in milliseconds. */
export interface Timing {
  /** How long a lease outlives a holder that was killed. */
  readonly leaseMs: number;
  /** The safety net below the wake-up after commit. */
  readonly pollMs: number;
  /** Between comparisons of the stream with the outbox. */
  readonly reconcileMs: number;
  /** Between questions to a producer for the last number of a shard. */
  readonly headCheckMs: number;
  /** How long a gap may heal by itself before the producer is asked. */
  readonly gapGraceMs: number;
  /** Between attempts on one event; one fewer than there are attempts. */
  readonly retryDelaysMs: readonly number[];
  /** How long a publication waits for its acknowledgement; afterwards its fate is unknown. */
  readonly acknowledgementMs: number;
  /** After this time NATS delivers again what a consumer took and, having died, did not acknowledge. */
  readonly redeliveryMs: number;
}

/** What an operator sees at a glance. */
export interface MessagingHealth {
  /** Whether NATS answers. While it does not, commands go on and events wait in the outbox. */
  readonly connected: boolean;
  /** Events of this service that NATS has not acknowledged yet. */
  readonly pending: number;
  /** Age in milliseconds of the oldest of them; 0 when there is none. */
  readonly lagMs: number;
  /** Foreign events that wait behind another one, or for their next attempt. */
  readonly held: number;
  readonly parked: number;
  /** The last trouble of the connection, for a person to read. */
  readonly lastError?: string;
}

/** The outbox, relays and inbox of one service. */
export interface Messaging {
  /** Adds a consumption; before {@link Messaging.start}, once for each producer. */
  consume(consumption: Consumption): void;
  /** Starts everything. Returns without waiting for NATS, which may be down. */
  start(): Promise<void>;
  /** Finishes what is under way, gives the leases back, and closes the connection. */
  stop(): Promise<void>;
  /** The state as of the last look at the database, at most some seconds old. */
  health(): MessagingHealth;
  readonly parked: ParkedEvents;
  /** Hints between the processes of this service. */
  readonly signals: Signals;
}

/** One entry of {@link EventHandlers} with the handler's event typed by its contract; spread several into one object. */
export function onEvent<Definition extends EventDefinition>(
  definition: Definition,
  handler: EventHandler<EventData<Definition>>,
): EventHandlers {
  return { [definition.type]: handler };
}
