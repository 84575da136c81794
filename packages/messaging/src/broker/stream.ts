import type { JetStreamManager, StreamConfig, StreamInfo } from 'nats';
import { DiscardPolicy, nanos, NatsError, RetentionPolicy, StorageType } from 'nats';

const DAY_MS = 24 * 60 * 60 * 1000;

/** How long the stream keeps an event; shorter than the outbox does. */
export const STREAM_AGE_MS = 14 * DAY_MS;

/** Within this time the stream itself refuses a second copy of an event; consumers do so for ever. */
const DUPLICATE_WINDOW_MS = 10 * 60 * 1000;

const STREAM_NOT_FOUND = 10059;
const CONSUMER_NOT_FOUND = 10014;

/** What a deployment may choose about a stream. */
export interface StreamSettings {
  readonly name: string;
  readonly filter: string;
  readonly replicas: number;
  readonly maxBytes: number;
}

/** The configuration of a producer's stream. */
export function streamConfig({ name, filter, replicas, maxBytes }: StreamSettings): Partial<StreamConfig> {
  return {
    name,
    subjects: [filter],
    retention: RetentionPolicy.Limits,
    storage: StorageType.File,
    // A full stream must refuse, so that the outbox keeps the event; dropping old messages would be silent.
    discard: DiscardPolicy.New,
    deny_delete: true,
    deny_purge: true,
    duplicate_window: nanos(DUPLICATE_WINDOW_MS),
    max_age: nanos(STREAM_AGE_MS),
    max_bytes: maxBytes,
    num_replicas: replicas,
    allow_direct: true,
  };
}

/** Makes the stream where it is missing and, for its producer, brings limits and replicas up to date. */
export async function ensureStream(
  manager: JetStreamManager,
  settings: StreamSettings,
  options: { update: boolean },
): Promise<StreamInfo> {
  const config = streamConfig(settings);
  const existing = await manager.streams.info(settings.name).catch(unlessCode(STREAM_NOT_FOUND));
  if (existing === undefined) return manager.streams.add(config);
  const { num_replicas: replicas, max_bytes: maxBytes, max_age: maxAge } = existing.config;
  const current = replicas === settings.replicas && maxBytes === settings.maxBytes && maxAge === config.max_age;
  if (current || !options.update) return existing;
  return manager.streams.update(settings.name, config);
}

/** Passes undefined for the one error that means "there is none", and throws every other. */
export function unlessCode(code: number): (error: unknown) => undefined {
  return (error) => {
    if (error instanceof NatsError && error.api_error?.err_code === code) return undefined;
    throw error;
  };
}

/** For a consumer that is asked for and is not there. */
export const unlessConsumerMissing = unlessCode(CONSUMER_NOT_FOUND);
