import { headers } from 'nats';
import type { BrokerSession } from '../broker/broker';
import type { NumberedEvent } from './numbered-event';
import { wireText } from './numbered-event';

/** Lets a scan of the stream read numbers without bodies. */
export const SEQUENCE_HEADER = 'Redress-Shard-Seq';

/** Where and how a batch is published. */
export interface Publication {
  readonly stream: string;
  readonly shard: number;
  readonly subjectOf: (type: string) => string;
  readonly acknowledgementMs: number;
}

/** How far a batch got. A missing acknowledgement means "unknown": such an event is published again. */
export interface PublishedBatch {
  /** All events up to and with this number are in the stream; 0 when not even the first is known to be. */
  readonly acknowledgedSeq: number;
  readonly failure?: Error;
}

/** Publishes events in order without waiting in between, then awaits every acknowledgement. Never throws. */
export async function publishBatch(
  { jetstream }: BrokerSession,
  events: readonly NumberedEvent[],
  { stream, shard, subjectOf, acknowledgementMs }: Publication,
): Promise<PublishedBatch> {
  const acknowledgements = await Promise.allSettled(
    events.map(({ eventId, type, seq, envelope }) => {
      const header = headers();
      header.set(SEQUENCE_HEADER, String(seq));
      return jetstream.publish(subjectOf(type), wireText(shard, seq, envelope), {
        msgID: eventId,
        timeout: acknowledgementMs,
        headers: header,
        expect: { streamName: stream },
      });
    }),
  );
  let acknowledgedSeq = 0;
  for (const [index, { seq }] of events.entries()) {
    const acknowledgement = acknowledgements[index];
    if (acknowledgement?.status === 'rejected') return { acknowledgedSeq, failure: errorOf(acknowledgement.reason) };
    acknowledgedSeq = seq;
  }
  return { acknowledgedSeq };
}

function errorOf(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason));
}
