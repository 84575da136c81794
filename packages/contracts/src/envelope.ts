import { z } from 'zod';
import type { EventData, EventDefinition } from './event-definition';
import { wireType } from './event-definition';
import { findDefinition } from './registry';

const TYPE = /^redress\.([a-z-]+(?:\.[a-z-]+)+)\.v(\d+)$/;

const envelopeSchema = z.object({
  specversion: z.literal('1.0'),
  id: z.uuid(),
  source: z.string().regex(/^\/redress\/[a-z-]+$/),
  type: z.string().regex(TYPE),
  subject: z.uuid(),
  time: z.iso.datetime(),
  datacontenttype: z.literal('application/json'),
  dataschema: z.string().optional(),
  tenantid: z.string().min(1).max(64),
  aggregatetype: z.string().min(1).max(64),
  aggregateversion: z.int().min(1),
  shard: z.int().min(0).optional(),
  shardseq: z.string().regex(/^\d+$/).optional(),
  traceparent: z.string().optional(),
  correlationid: z.string().optional(),
  causationid: z.string().optional(),
  data: z.unknown(),
});

/**
 * A structured-mode CloudEvent 1.0. Extensions: `tenantid`, `aggregatetype`, `aggregateversion` (contiguous from 1 for
 * each aggregate), `shard` and `shardseq` (contiguous for each shard of a producer, given after commit).
 */
export type EventEnvelope<Data = unknown> = Omit<z.infer<typeof envelopeSchema>, 'data'> & { readonly data: Data };

/** What a consumer makes of a message. Only `event` is handled; the other kinds say why not. */
export type Reading =
  | { readonly kind: 'event'; readonly name: string; readonly event: EventEnvelope }
  | { readonly kind: 'unknown-type'; readonly name: string; readonly event: EventEnvelope }
  | { readonly kind: 'unsupported-version'; readonly name: string; readonly event: EventEnvelope }
  | { readonly kind: 'malformed'; readonly reason: string };

/** Builds the envelope of a new event. Throws `ZodError` when the data breaks its own contract: that is a bug. */
export function buildEnvelope<Definition extends EventDefinition>(
  definition: Definition,
  attributes: {
    readonly id: string;
    readonly time: Date;
    readonly tenantId: string;
    readonly aggregateId: string;
    readonly aggregateVersion: number;
    readonly traceparent?: string;
    readonly correlationId?: string;
    readonly causationId?: string;
  },
  data: EventData<Definition>,
): EventEnvelope<EventData<Definition>> {
  return {
    specversion: '1.0',
    id: attributes.id,
    source: `/redress/${definition.producer}`,
    type: wireType(definition),
    subject: attributes.aggregateId,
    time: attributes.time.toISOString(),
    datacontenttype: 'application/json',
    dataschema: `https://redress.dev/schemas/${definition.type}.v${definition.version}.json`,
    tenantid: attributes.tenantId,
    aggregatetype: definition.aggregate,
    aggregateversion: attributes.aggregateVersion,
    ...(attributes.traceparent === undefined ? {} : { traceparent: attributes.traceparent }),
    ...(attributes.correlationId === undefined ? {} : { correlationid: attributes.correlationId }),
    ...(attributes.causationId === undefined ? {} : { causationid: attributes.causationId }),
    data: definition.data.parse(data) as EventData<Definition>,
  };
}

/** Reads a message that may come from an older or newer version of its producer. Unknown members are dropped, never fatal. */
export function readEnvelope(message: unknown): Reading {
  const parsed = envelopeSchema.safeParse(message);
  if (!parsed.success) return { kind: 'malformed', reason: z.prettifyError(parsed.error) };
  const event = parsed.data as EventEnvelope;
  const [, name = '', version = ''] = TYPE.exec(event.type) ?? [];
  const definition = findDefinition(name, Number(version));
  if (typeof definition === 'string') return { kind: definition, name, event };
  const data = definition.data.safeParse(event.data);
  if (!data.success) return { kind: 'malformed', reason: `${event.type}: ${z.prettifyError(data.error)}` };
  return { kind: 'event', name, event: { ...event, data: data.data } };
}
