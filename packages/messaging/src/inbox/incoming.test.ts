import { buildEnvelope, caseAccepted } from '@redress/contracts';
import { newId } from '@redress/kernel';
import { onEvent } from '../messaging-options';
import { readIncoming } from './incoming';

const handlers = onEvent(caseAccepted, () => Promise.resolve());

function anEnvelope(changes: Record<string, unknown> = {}): Record<string, unknown> {
  const data = { caseId: newId(), complaintId: newId(), at: '2025-01-01T00:00:00.000Z', by: 'system:test' };
  const envelope = buildEnvelope(
    caseAccepted,
    { id: newId(), time: new Date(), tenantId: 'acme', aggregateId: data.caseId, aggregateVersion: 3 },
    data,
  );
  return { ...envelope, shard: 1, shardseq: '12', ...changes };
}

describe('reading a message', () => {
  it('hands an event of interest to its handler', () => {
    expect(readIncoming(anEnvelope(), handlers)).toMatchObject({
      tenantId: 'acme',
      version: 3,
      shard: 1,
      shardSeq: 12,
      verdict: { kind: 'handle' },
    });
  });

  it.each([
    ['of no interest here', { type: 'redress.case-handling.case.closed.v1' }],
    ['of an unknown type', { type: 'redress.case-handling.case.painted-blue.v1' }],
  ])('passes over an event %s, in order', (_title, changes) => {
    expect(readIncoming(anEnvelope(changes), handlers)).toMatchObject({ version: 3, verdict: { kind: 'skip' } });
  });

  it('refuses a version that it does not know, and data that break the contract', () => {
    const newer = anEnvelope({ type: `redress.${caseAccepted.type}.v2` });
    expect(readIncoming(newer, handlers)).toMatchObject({ verdict: { kind: 'refuse' } });
    expect(readIncoming(anEnvelope({ data: {} }), handlers)).toMatchObject({ verdict: { kind: 'refuse' } });
  });

  it('bears members that a newer producer added', () => {
    const newer = anEnvelope({ extension: 'x', data: { ...(anEnvelope()['data'] as object), added: 1 } });
    expect(readIncoming(newer, handlers)).toMatchObject({ verdict: { kind: 'handle' } });
  });

  it.each([
    ['not a JSON object', null],
    ['not a JSON object', 'text'],
    ['no usable id', anEnvelope({ id: 'x' })],
    ['no usable tenantid', anEnvelope({ tenantid: '' })],
    ['no usable subject', anEnvelope({ subject: 7 })],
    ['no usable aggregateversion', anEnvelope({ aggregateversion: 0 })],
    ['no usable time', anEnvelope({ time: 'yesterday' })],
    ['no usable shard or shardseq', anEnvelope({ shardseq: 12 })],
    ['no usable shard or shardseq', anEnvelope({ shardseq: 'twelve' })],
    ['no usable type', anEnvelope({ type: 'something.else' })],
  ])('answers "%s" for what cannot be put in order', (reason, message) => {
    expect(readIncoming(message, handlers)).toBe(reason);
  });
});
