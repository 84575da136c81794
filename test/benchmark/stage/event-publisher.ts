import { newId } from '@redress/kernel';
import type { RowDataPacket } from 'mysql2/promise';
import { connect, headers } from 'nats';
import { atRate } from '../figures/workers';
import { inCopy } from './multiplied-journal';
import type { Organisation } from './organisation';
import { barePool } from './row-copies';
import { schemaOf, type Stage } from './stage';

const PRODUCER = 'case-handling';
/** One more shard than the producer has, so that nothing of what it publishes itself is numbered anew. */
const SHARD = 2;
/** What happens to a case first, and is told by its case alone. */
const COURSE = ['opened', 'accepted', 'assigned'].map((name) => `${PRODUCER}.case.${name}`);
const FURTHER = [`${PRODUCER}.clock.completed`, `${PRODUCER}.reply.sent`];

interface Envelope {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Publishes events of cases as a further shard of their producer would. */
export interface EventPublisher {
  /** Publishes so many events at a rate, each with the moment at which it goes out. */
  publish(count: number, aSecond: number): Promise<void>;
  close(): Promise<void>;
}

/** Repeats the first events of a case that the organisation has, each time of a case of its own. */
export async function openPublisher(stage: Stage, { tenant }: Organisation): Promise<EventPublisher> {
  const course = await courseOf(stage, tenant);
  const connection = await connect({ servers: stage.natsUrl });
  const jetstream = connection.jetstream();
  let sent = 0;
  const send = async () => {
    const seq = (sent += 1);
    const copy = Math.ceil(seq / course.length);
    const template = course[(seq - 1) % course.length];
    if (template === undefined) throw new Error('the case has no events');
    const { name, text } = template;
    const envelope = JSON.parse(inCopy(text, copy)) as Envelope;
    const id = newId();
    const body = {
      ...envelope,
      ...{ id, shard: SHARD, shardseq: String(seq), time: new Date().toISOString() },
      data: 'number' in envelope.data ? { ...envelope.data, number: `C-${copy}` } : envelope.data,
    };
    const header = headers();
    header.set('Redress-Shard-Seq', String(seq));
    const options = { msgID: id, headers: header };
    await jetstream.publish(`evt.${PRODUCER}.${SHARD}.${name}`, JSON.stringify(body), options);
  };
  return {
    publish: (count, aSecond) => atRate(Array.from({ length: count }), aSecond, send),
    close: () => connection.close(),
  };
}

/** The envelopes of the course, with versions from one on. */
async function courseOf(
  stage: Stage,
  tenant: string,
): Promise<readonly { readonly name: string; readonly text: string }[]> {
  const pool = barePool(stage.databaseUrl, schemaOf('analytics'), 1);
  try {
    const [rows] = await pool.query<RowDataPacket[]>(
      'SELECT type, envelope FROM change_log WHERE tenant_id = ? AND type IN (?) ORDER BY position',
      [tenant, [...COURSE, ...FURTHER]],
    );
    const first = [...COURSE, ...FURTHER].map((type) => rows.find((row) => row['type'] === type));
    return first.map((row, index) => {
      if (row === undefined) throw new Error('no case has gone so far');
      const envelope = JSON.parse(String(row['envelope'])) as object;
      return { name: String(row['type']), text: JSON.stringify({ ...envelope, aggregateversion: index + 1 }) };
    });
  } finally {
    await pool.end();
  }
}
