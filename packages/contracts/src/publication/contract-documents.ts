import { z } from 'zod';
import type { EventDefinition, Producer } from '../event-definition';
import { wireType } from '../event-definition';
import { EVENT_DEFINITIONS, PRODUCERS } from '../registry';

type Json = Record<string, unknown>;

const BASE = 'https://redress.dev/schemas/';

function schemaFileName({ type, version }: EventDefinition): string {
  return `${type}.v${version}.json`;
}

function eventSchema(definition: EventDefinition): Json {
  const { $schema, ...schema } = z.toJSONSchema(definition.data, { io: 'output' });
  return {
    $schema,
    $id: `${BASE}${schemaFileName(definition)}`,
    title: wireType(definition),
    description: definition.description,
    ...schema,
    // A reader of this version meets later ones: members that it does not know are allowed.
    additionalProperties: true,
  };
}

const ENVELOPE_EXTENSIONS: Json = {
  tenantid: { type: 'string', description: 'The organisation that the event belongs to.' },
  aggregatetype: { type: 'string', description: 'Kind of the aggregate named by `subject`.' },
  aggregateversion: { type: 'integer', minimum: 1, description: 'Contiguous from 1 for each aggregate.' },
  shard: { type: 'integer', minimum: 0, description: 'Part of the producer’s stream that the aggregate belongs to.' },
  shardseq: { type: 'string', pattern: '^\\d+$', description: 'Contiguous for each shard; given after commit.' },
  traceparent: { type: 'string', description: 'W3C trace context of the request that caused the event.' },
  correlationid: { type: 'string', description: 'Shared by everything that one request set off.' },
  causationid: { type: 'string', description: 'Id of the event that caused this one.' },
};

function message(definition: EventDefinition): Json {
  return {
    name: wireType(definition),
    title: definition.type,
    summary: definition.description,
    contentType: 'application/cloudevents+json',
    payload: {
      allOf: [
        { $ref: 'https://raw.githubusercontent.com/cloudevents/spec/v1.0/cloudevents/formats/cloudevents.json' },
        {
          type: 'object',
          required: ['tenantid', 'aggregatetype', 'aggregateversion', 'data'],
          properties: {
            type: { const: wireType(definition) },
            source: { const: `/redress/${definition.producer}` },
            ...ENVELOPE_EXTENSIONS,
            data: { $ref: `./schemas/${schemaFileName(definition)}` },
          },
        },
      ],
    },
  };
}

function channelName(producer: Producer): string {
  return `events-of-${producer}`;
}

function asyncApi(): Json {
  const byProducer = (producer: Producer) => EVENT_DEFINITIONS.filter((definition) => definition.producer === producer);
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Redress events',
      version: '1.0.0',
      description: 'CloudEvents 1.0 in one JetStream stream for each producing service.',
    },
    defaultContentType: 'application/cloudevents+json',
    channels: Object.fromEntries(
      PRODUCERS.map((producer) => [
        channelName(producer),
        {
          address: `evt.${producer}.{shard}.{type}`,
          description: `Stream EVT_${producer.toUpperCase().replaceAll('-', '_')}: every event of ${producer}, ordered within an aggregate.`,
          parameters: { shard: { description: 'Shard of the producer.' }, type: { description: 'Type of the event.' } },
          messages: Object.fromEntries(
            byProducer(producer).map((definition) => [
              definition.type,
              { $ref: `#/components/messages/${definition.type}` },
            ]),
          ),
        },
      ]),
    ),
    operations: Object.fromEntries(
      PRODUCERS.map((producer) => [
        `publish-${producer}`,
        { action: 'send', channel: { $ref: `#/channels/${channelName(producer)}` } },
      ]),
    ),
    components: {
      messages: Object.fromEntries(EVENT_DEFINITIONS.map((definition) => [definition.type, message(definition)])),
    },
  };
}

/** Every generated document of the event contracts, by path below the package: one JSON Schema an event, and AsyncAPI. */
export function contractDocuments(): ReadonlyMap<string, string> {
  const write = (value: Json): string => `${JSON.stringify(value, null, 2)}\n`;
  return new Map([
    ...EVENT_DEFINITIONS.map((definition): [string, string] => [
      `schemas/${schemaFileName(definition)}`,
      write(eventSchema(definition)),
    ]),
    ['asyncapi.json', write(asyncApi())],
  ]);
}
