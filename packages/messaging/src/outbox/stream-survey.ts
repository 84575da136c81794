import { AckPolicy, DeliverPolicy, nanos } from 'nats';
import type { StoredMsg } from 'nats';
import type { BrokerSession } from '../broker/broker';
import { unlessCode } from '../broker/stream';
import { SEQUENCE_HEADER } from './publish-batch';

const MESSAGE_NOT_FOUND = 10037;
const SCAN_PAGE = 5_000;
const SCAN_STALLED_MS = 10_000;

/** What a stream holds of one shard, seen from outside in three requests. */
export interface ShardSurvey {
  readonly count: number;
  /** Numbers of the oldest and newest message; 0 when there is none. */
  readonly first: number;
  readonly last: number;
}

/** Looks at the ends and the number of a shard's messages. */
export async function surveyShard({ manager }: BrokerSession, stream: string, filter: string): Promise<ShardSurvey> {
  const info = await manager.streams.info(stream, { subjects_filter: filter });
  const count = Object.values(info.state.subjects ?? {}).reduce((sum, messages) => sum + messages, 0);
  if (count === 0) return { count, first: 0, last: 0 };
  const first = { seq: 1, next_by_subj: filter };
  const [oldest, newest] = await Promise.all([
    manager.streams.getMessage(stream, first).catch(unlessCode(MESSAGE_NOT_FOUND)),
    manager.streams.getMessage(stream, { last_by_subj: filter }).catch(unlessCode(MESSAGE_NOT_FOUND)),
  ]);
  return { count, first: numberOf(oldest), last: numberOf(newest) };
}

/** Reads the number of every message of a shard, without bodies. Throws when the stream stops answering. */
export async function scanShard(
  { jetstream, manager }: BrokerSession,
  stream: string,
  filter: string,
  onNumber: (seq: number) => void,
): Promise<void> {
  const info = await manager.consumers.add(stream, {
    filter_subject: filter,
    deliver_policy: DeliverPolicy.All,
    ack_policy: AckPolicy.None,
    headers_only: true,
    mem_storage: true,
    inactive_threshold: nanos(3 * SCAN_STALLED_MS),
  });
  const consumer = jetstream.consumers.getPullConsumerFor(info);
  try {
    let left = info.num_pending;
    while (left > 0) {
      const before = left;
      const page = await consumer.fetch({
        max_messages: Math.min(left, SCAN_PAGE),
        expires: SCAN_STALLED_MS,
        bind: true,
      });
      for await (const message of page) {
        onNumber(Number(message.headers?.get(SEQUENCE_HEADER) ?? 0));
        left -= 1;
      }
      if (left === before) throw new Error(`a scan of ${stream} stalled with ${left} messages left`);
    }
  } finally {
    await consumer.delete().catch(() => undefined);
  }
}

function numberOf(message: StoredMsg | undefined): number {
  return Number(message?.header.get(SEQUENCE_HEADER) ?? 0);
}
