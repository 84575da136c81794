import { AckPolicy, connect, RetentionPolicy, StorageType } from 'nats';
import { atRate } from '../figures/workers';

const STREAM = 'BENCHMARK';
/** As long as the envelope of a registration. */
const BODY_BYTES = 1_000;

/** Publishes messages at a rate and consumes them in the same process; answers how long each was on its way, in ms. */
export async function bareStreamLatencies(
  natsUrl: string,
  { count, warmUp, aSecond }: { count: number; warmUp: number; aSecond: number },
): Promise<number[]> {
  const connection = await connect({ servers: natsUrl });
  try {
    const manager = await connection.jetstreamManager();
    await manager.streams.add({
      name: STREAM,
      subjects: ['benchmark.>'],
      storage: StorageType.File,
      retention: RetentionPolicy.Limits,
    });
    await manager.consumers.add(STREAM, { durable_name: 'reader', ack_policy: AckPolicy.Explicit });
    const jetstream = connection.jetstream();
    const messages = await (await jetstream.consumers.get(STREAM, 'reader')).consume();
    const latencies: number[] = [];
    const consumed = (async () => {
      for await (const message of messages) {
        latencies.push(performance.now() - Number(message.string().slice(0, 32)));
        message.ack();
        if (latencies.length === warmUp + count) break;
      }
    })();
    const tasks = Array.from({ length: warmUp + count }, (_, index) => index);
    await atRate(tasks, aSecond, () =>
      jetstream.publish('benchmark.message', String(performance.now()).padEnd(32).padEnd(BODY_BYTES, 'x')),
    );
    await consumed;
    await manager.streams.delete(STREAM);
    return latencies.slice(warmUp);
  } finally {
    await connection.close();
  }
}
