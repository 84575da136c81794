import type { BrokerSession } from '../broker/broker';
import { publishBatch } from './publish-batch';

const publication = { stream: 'EVT', shard: 0, subjectOf: (type: string) => type, acknowledgementMs: 10 };

function events(count: number) {
  return Array.from({ length: count }, (_, index) => ({
    seq: index + 11,
    eventId: `event-${index}`,
    type: 'redress.test.v1',
    envelope: '{}',
  }));
}

/** A session whose stream does not acknowledge the messages with these ids. */
function silentAbout(ids: readonly string[]) {
  const publish = jest.fn((_subject: string, _body: string, { msgID }: { msgID: string }) =>
    ids.includes(msgID) ? Promise.reject(new Error('TIMEOUT')) : Promise.resolve({}),
  );
  return { publish, session: { jetstream: { publish } } as unknown as BrokerSession };
}

describe('publishing a batch', () => {
  it('is done up to the last event when all are acknowledged', async () => {
    const { session, publish } = silentAbout([]);
    expect(await publishBatch(session, events(3), publication)).toEqual({ acknowledgedSeq: 13 });
    expect(publish.mock.calls.map(([, , { msgID }]) => msgID)).toEqual(['event-0', 'event-1', 'event-2']);
  });

  it('is done only up to the first acknowledgement that is missing, whatever came after', async () => {
    const { session } = silentAbout(['event-1']);
    const done = await publishBatch(session, events(4), publication);
    expect(done.acknowledgedSeq).toBe(11);
    expect(done.failure?.message).toBe('TIMEOUT');
  });

  it('is not known to have begun when the first acknowledgement is missing', async () => {
    const { session } = silentAbout(['event-0']);
    expect((await publishBatch(session, events(2), publication)).acknowledgedSeq).toBe(0);
  });
});
