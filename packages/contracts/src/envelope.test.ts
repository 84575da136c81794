import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { buildEnvelope, readEnvelope } from './envelope';
import { attachmentAdded } from './intake/attachment-added.event';
import { contractDocuments } from './publication/contract-documents';
import { EVENT_DEFINITIONS } from './registry';

const COMPLAINT = '0193a000-0000-7000-8000-000000000001';
const data = {
  complaintId: COMPLAINT,
  attachmentId: '0193a000-0000-7000-8000-000000000002',
  sha256: 'a'.repeat(64),
  mediaType: 'image/png',
  sizeBytes: 10,
  addedAt: '2026-11-22T00:00:00.000Z',
  addedBy: 'li',
};
const attributes = {
  id: '0193a000-0000-7000-8000-000000000003',
  time: new Date('2026-11-22T00:00:00Z'),
  tenantId: 'harbour',
  aggregateId: COMPLAINT,
  aggregateVersion: 2,
};
const envelope = () => buildEnvelope(attachmentAdded, attributes, data);

describe('buildEnvelope', () => {
  it('writes a CloudEvent 1.0 that the official schema accepts', () => {
    const ajv = new Ajv({ strict: false });
    addFormats(ajv);
    const schema = JSON.parse(
      readFileSync(join(__dirname, '..', 'test-data', 'cloudevents-1.0.schema.json'), 'utf8'),
    ) as object;
    const validate = ajv.compile(schema);
    expect(validate(JSON.parse(JSON.stringify(envelope())))).toBe(true);
  });

  it('throws when the data breaks the contract, and drops members that are not part of it', () => {
    expect(() => buildEnvelope(attachmentAdded, attributes, { ...data, sizeBytes: 0 })).toThrow();
    const extra = { ...data, customerName: 'must not leave' };
    expect(JSON.stringify(buildEnvelope(attachmentAdded, attributes, extra))).not.toContain('must not leave');
  });
});

describe('readEnvelope', () => {
  it('reads what buildEnvelope wrote', () => {
    expect(readEnvelope(JSON.parse(JSON.stringify(envelope())))).toMatchObject({
      kind: 'event',
      name: 'intake.complaint.attachment-added',
      event: { data },
    });
  });

  it('ignores members that a newer producer added', () => {
    const newer = { ...envelope(), newattribute: 1, data: { ...data, colour: 'blue' } };
    expect(readEnvelope(newer)).toMatchObject({ kind: 'event', event: { data } });
  });

  it.each([
    ['unknown-type', { ...envelope(), type: 'redress.intake.complaint.sung.v1' }],
    ['unsupported-version', { ...envelope(), type: 'redress.intake.complaint.attachment-added.v9' }],
    ['malformed', { ...envelope(), data: { ...data, sha256: 'no' } }],
    ['malformed', { ...envelope(), aggregateversion: 0 }],
    ['malformed', 'text'],
    ['malformed', null],
  ])('answers %s without throwing', (kind, message) => {
    expect(readEnvelope(message).kind).toBe(kind);
  });
});

describe('the generated documents', () => {
  it('hold a schema for every event that accepts its own data and has no place for a name, an address or a text', () => {
    const documents = contractDocuments();
    expect(documents.size).toBe(EVENT_DEFINITIONS.length + 1);
    const everything = [...documents].filter(([path]) => path !== 'asyncapi.json').join('');
    for (const word of ['"email"', '"phone"', '"customerName"', '"address"', '"text"'])
      expect(everything).not.toContain(word);
    const ajv = new Ajv({ strict: false });
    addFormats(ajv);
    const schema = documents.get('schemas/intake.complaint.attachment-added.v1.json') ?? '{}';
    const { $schema: _dialect, ...body } = JSON.parse(schema) as Record<string, unknown>;
    expect(ajv.compile(body)(data)).toBe(true);
  });
});
