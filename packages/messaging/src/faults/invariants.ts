import type { Producer } from '@redress/contracts';
import type { Database } from '@redress/persistence';
import { connect } from 'nats';
import { naming } from '../broker/naming';
import { scanShard } from '../outbox/stream-survey';

/** What is wrong between a producer, its stream and a consumer; empty when nothing is. */
export type Violations = string[];

interface Event {
  readonly event_id: string;
  readonly aggregate_id: string;
  readonly version: number;
}

const EVENTS = 'SELECT event_id, aggregate_id, aggregate_version AS version FROM outbox_log';

/** The producer's own tables: one event for each change, versions and numbers contiguous, nothing left to publish. */
export async function outboxViolations({ system }: Database): Promise<Violations> {
  const things = await system.query<{ id: string; version: number }>('SELECT id, version FROM thing');
  const events = await system.query<Event>(`${EVENTS} ORDER BY aggregate_id, aggregate_version`);
  const versionsOf = versionsByAggregate(events);
  const numbers = await system.query<{ shard: number; shard_seq: string }>(
    'SELECT shard, shard_seq FROM outbox_sequence ORDER BY shard, shard_seq',
  );
  const shards = await system.query<{ shard: number; last_seq: string; published_seq: string }>(
    'SELECT * FROM outbox_shard',
  );
  const pending = await system.query('SELECT event_id FROM outbox_pending');
  const violations: Violations = [];
  for (const { id, version } of things) {
    if (!isContiguous(versionsOf.get(id) ?? [], version))
      violations.push(`versions of ${id} in the outbox are not 1..${version}`);
  }
  for (const { shard, last_seq: last, published_seq: published } of shards) {
    const ofShard = numbers.filter((row) => row.shard === shard).map((row) => Number(row.shard_seq));
    if (!isContiguous(ofShard, Number(last))) violations.push(`numbers of shard ${shard} are not 1..${last}`);
    if (last !== published) violations.push(`shard ${shard} is published up to ${published} of ${last}`);
  }
  if (numbers.length !== events.length) violations.push(`${events.length} events have ${numbers.length} numbers`);
  if (pending.length > 0) violations.push(`${pending.length} events have no number`);
  return violations;
}

/** The stream holds every number that was given. */
export async function streamViolations(
  { system }: Database,
  natsUrl: string,
  prefix: string,
  producer: Producer,
): Promise<Violations> {
  const connection = await connect({ servers: natsUrl });
  try {
    const jetstream = connection.jetstream();
    const session = { connection, jetstream, manager: await connection.jetstreamManager() };
    const names = naming(prefix);
    const shards = await system.query<{ shard: number; last_seq: string }>('SELECT shard, last_seq FROM outbox_shard');
    const violations: Violations = [];
    for (const { shard, last_seq: last } of shards) {
      const present = new Set<number>();
      await scanShard(session, names.stream(producer), names.shardFilter(producer, shard), (seq) => present.add(seq));
      const lacking = Array.from({ length: Number(last) }, (_, index) => index + 1).filter((seq) => !present.has(seq));
      if (lacking.length > 0) violations.push(`the stream lacks ${lacking.length} numbers of shard ${shard}`);
    }
    return violations;
  } finally {
    await connection.close();
  }
}

/** The effects are the events: each once, in order within its aggregate, and nothing waits. */
export async function effectViolations(producer: Database, consumer: Database): Promise<Violations> {
  const events = await producer.system.query<Event>(EVENTS);
  const effects = await consumer.system.query<Event>('SELECT event_id, aggregate_id, version FROM effect ORDER BY n');
  const held = await consumer.system.query('SELECT event_id FROM inbox_held');
  const expected = new Set(events.map(({ event_id: id }) => id));
  const actual = new Set(effects.map(({ event_id: id }) => id));
  const violations: Violations = [];
  if (actual.size !== effects.length) violations.push(`${effects.length - actual.size} effects happened twice`);
  const lacking = [...expected].filter((id) => !actual.has(id)).length;
  if (lacking > 0) violations.push(`${lacking} of ${expected.size} events have had no effect`);
  const foreign = [...actual].filter((id) => !expected.has(id)).length;
  if (foreign > 0) violations.push(`${foreign} effects have no event`);
  for (const [id, versions] of versionsByAggregate(effects)) {
    if (!isContiguous(versions, versions.length))
      violations.push(`effects of ${id} are out of order: ${versions.join(' ')}`);
  }
  if (held.length > 0) violations.push(`${held.length} events are held`);
  return violations;
}

function versionsByAggregate(events: readonly Event[]): Map<string, number[]> {
  const versionsOf = new Map<string, number[]>();
  for (const { aggregate_id: id, version } of events) versionsOf.set(id, [...(versionsOf.get(id) ?? []), version]);
  return versionsOf;
}

function isContiguous(numbers: readonly number[], last: number): boolean {
  return numbers.length === last && numbers.every((number, index) => number === index + 1);
}
