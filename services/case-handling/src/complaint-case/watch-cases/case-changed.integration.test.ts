import { newId } from '@redress/kernel';
import { eventually } from '@redress/testkit';
import { FakeProducer } from '../../test-bench/fake-producer';
import { Organisation } from '../../test-bench/organisation';
import { startService, type Person, type RunningService } from '../../test-bench/running-service';

interface Hint {
  readonly sequence: number;
  readonly type: string;
  readonly case: { readonly number: string; readonly state: string } | null;
}

describe('watching cases', () => {
  let service: RunningService;
  let intake: FakeProducer;
  let org: Organisation;
  const listening: AbortController[] = [];

  beforeAll(async () => {
    service = await startService('2026-03-12T03:00:00.000Z');
    intake = await FakeProducer.start('intake', service);
    org = await Organisation.found(service, intake);
  });
  afterAll(async () => {
    listening.forEach((each) => each.abort());
    await intake.stop();
    await service.stop();
  });

  /** Listens over server-sent events, as the gateway does. */
  async function listen(person: Person, caseId?: string): Promise<Hint[]> {
    const hints: Hint[] = [];
    const body = JSON.stringify({
      query: 'subscription ($id: ID) { caseChanged(caseId: $id) { sequence type case { number state } } }',
      variables: { id: caseId ?? null },
    });
    const abort = new AbortController();
    listening.push(abort);
    const headers = { ...(await service.headersFor(person, body)), accept: 'text/event-stream' };
    const response = await fetch(service.url, { method: 'POST', body, headers, signal: abort.signal });
    expect(response.status).toBe(200);
    void (async () => {
      let text = '';
      for await (const chunk of response.body ?? []) {
        text += Buffer.from(chunk as Uint8Array).toString();
        const events = text.split('\n\n');
        text = events.pop() ?? '';
        for (const event of events) {
          const data = /^data:\s*(.+)$/m.exec(event)?.[1];
          const hint =
            data === undefined ? undefined : (JSON.parse(data) as { data?: { caseChanged?: Hint } }).data?.caseChanged;
          if (hint !== undefined) hints.push(hint);
        }
      }
    })().catch(() => undefined);
    return hints;
  }

  it('tells staff of their organisation, and complainants of their own public facts, and nobody else', async () => {
    const { registered, view } = await org.open();
    const other = await Organisation.found(service, intake);
    const [all, one, foreign, owner, stranger] = await Promise.all([
      listen(org.wu),
      listen(org.wu, view.id),
      listen(other.wu),
      listen(org.customer(registered.customerId)),
      listen(org.customer(newId())),
    ]);
    const { view: unrelated } = await org.open();
    const accepted = await org.done(org.agent, 'acceptCase', view);
    await org.done(org.wu, 'assignCase', accepted, { assignee: 'li' });
    await eventually(() => one.length >= 3 && all.length >= 4);
    expect(one).toEqual([
      { sequence: 2, type: 'CASE_ACCEPTED', case: { number: view.number, state: expect.any(String) as string } },
      { sequence: 3, type: 'CLOCK_COMPLETED', case: { number: view.number, state: expect.any(String) as string } },
      { sequence: 4, type: 'CASE_ASSIGNED', case: { number: view.number, state: 'INVESTIGATION' } },
    ]);
    expect(all.map((hint) => hint.case?.number)).toContain(unrelated.number);
    await eventually(() => owner.length >= 1);
    expect(owner.map(({ type }) => type)).toEqual(['CASE_ACCEPTED']);
    expect([foreign, stranger]).toEqual([[], []]);
  });
});
