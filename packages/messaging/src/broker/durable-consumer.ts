import type { ConsumerInfo, JetStreamManager, StreamInfo } from 'nats';
import { AckPolicy, DeliverPolicy, nanos } from 'nats';
import { unlessConsumerMissing } from './stream';

/** What a durable consumer is to deliver. */
export interface DurableSettings {
  readonly durable: string;
  readonly filter: string;
  /** How many messages may be on their way to the database at once. */
  readonly maxUnacknowledged: number;
  /** A message that was not acknowledged in this time, because its consumer died, is delivered again. */
  readonly redeliveryMs: number;
}

/**
 * Makes the durable consumer where it is missing. One that is ahead of its stream, which happens when only the stream
 * was lost or rolled back, would skip what comes next, so it is made anew; what it delivers twice is recognised.
 */
export async function ensureConsumer(
  manager: JetStreamManager,
  stream: StreamInfo,
  settings: DurableSettings,
): Promise<ConsumerInfo> {
  const name = stream.config.name;
  const limits = { ack_wait: nanos(settings.redeliveryMs), max_ack_pending: settings.maxUnacknowledged };
  const existing = await manager.consumers.info(name, settings.durable).catch(unlessConsumerMissing);
  if (existing !== undefined) {
    const ahead = existing.delivered.stream_seq > stream.state.last_seq;
    if (!ahead && existing.config.filter_subject === settings.filter) {
      const { ack_wait: wait, max_ack_pending: pending } = existing.config;
      if (wait === limits.ack_wait && pending === limits.max_ack_pending) return existing;
      return manager.consumers.update(name, settings.durable, limits);
    }
    await manager.consumers.delete(name, settings.durable);
  }
  return manager.consumers.add(name, {
    durable_name: settings.durable,
    filter_subject: settings.filter,
    deliver_policy: DeliverPolicy.All,
    ack_policy: AckPolicy.Explicit,
    // JetStream's own limit would skip a message; giving up is the inbox's decision, and it keeps what it gave up.
    max_deliver: -1,
    ...limits,
  });
}
