import type { EventEnvelope } from '@redress/contracts';
import { readEnvelope } from '@redress/contracts';
import { isId } from '@redress/kernel';
import type { EventHandler, EventHandlers } from '../messaging-options';

/** What this service makes of an event. */
export type Verdict =
  | { readonly kind: 'handle'; readonly event: EventEnvelope<never>; readonly handler: EventHandler }
  /** Not of interest here, or of a type that is not known here yet: only its version counts. */
  | { readonly kind: 'skip' }
  /** Of interest, and cannot be understood. */
  | { readonly kind: 'refuse'; readonly reason: string };

/** An event as it was received, with what the inbox needs to know of it. */
export interface Incoming {
  readonly tenantId: string;
  readonly aggregateId: string;
  readonly version: number;
  readonly eventId: string;
  readonly type: string;
  /** UTC day on which it was made; always the same for one event. */
  readonly recordedOn: string;
  readonly shard: number;
  readonly shardSeq: number;
  readonly body: unknown;
  readonly verdict: Verdict;
}

/** Begins the reason of an event that a later version of this service may understand. */
export const UNSUPPORTED_VERSION = 'unsupported version';

const TYPE = /^redress\.(.+)\.v(\d+)$/;

/** Reads a message. Answers a reason in words when it is not even an event that could be put in order. */
export function readIncoming(body: unknown, handlers: EventHandlers): Incoming | string {
  if (body === null || typeof body !== 'object') return 'not a JSON object';
  const attributes = body as Partial<Record<keyof EventEnvelope, unknown>>;
  const { id, tenantid, subject, aggregateversion, type, time, shard, shardseq } = attributes;
  if (typeof id !== 'string' || !isId(id)) return 'no usable id';
  if (typeof tenantid !== 'string' || !/^[\x21-\x7e]{1,64}$/.test(tenantid)) return 'no usable tenantid';
  if (typeof subject !== 'string' || !isId(subject)) return 'no usable subject';
  if (!Number.isSafeInteger(aggregateversion) || (aggregateversion as number) < 1) return 'no usable aggregateversion';
  if (typeof time !== 'string' || !/^\d{4}-\d\d-\d\dT/.test(time)) return 'no usable time';
  if (!Number.isSafeInteger(shard) || typeof shardseq !== 'string' || !/^\d{1,15}$/.test(shardseq)) {
    return 'no usable shard or shardseq';
  }
  const name = typeof type === 'string' && type.length <= 160 ? TYPE.exec(type)?.[1] : undefined;
  if (name === undefined) return 'no usable type';
  return {
    tenantId: tenantid,
    aggregateId: subject,
    version: aggregateversion as number,
    eventId: id,
    type: type as string,
    recordedOn: time.slice(0, 10),
    shard: shard as number,
    shardSeq: Number(shardseq),
    body,
    verdict: verdictOn(body, handlers[name]),
  };
}

function verdictOn(body: unknown, handler: EventHandler | undefined): Verdict {
  if (handler === undefined) return { kind: 'skip' };
  const reading = readEnvelope(body);
  switch (reading.kind) {
    case 'event':
      return { kind: 'handle', event: reading.event as EventEnvelope<never>, handler };
    case 'unknown-type':
      return { kind: 'skip' };
    case 'unsupported-version':
      return { kind: 'refuse', reason: `${UNSUPPORTED_VERSION} of ${reading.name}` };
    case 'malformed':
      return { kind: 'refuse', reason: reading.reason };
  }
}
