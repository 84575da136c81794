import { eventually } from '@redress/testkit';
import { aRegistration, FakeProducer, type Registered } from '../../test-bench/fake-producer';
import { Organisation } from '../../test-bench/organisation';
import { startService, type RunningService } from '../../test-bench/running-service';

const HISTORY = {
  firstReplyAt: '2016-01-20T00:00:00.000Z',
  closedAt: '2016-01-20T00:00:00.000Z',
  outcome: 'Closed with explanation',
  timely: true,
  disputed: false,
};

/** A complaint that had ended before the organisation adopted its first regulation. */
function closedLongAgo(changes: Partial<Registered> = {}): Registered {
  const {
    regulation: _,
    orderLine: __,
    ...registration
  } = aRegistration({
    channel: 'WEB_FORM',
    product: 'Credit card',
    region: 'CA',
    receivedAt: '2016-01-02T00:00:00.000Z',
    registeredAt: '2026-03-12T02:01:00.000Z',
    history: HISTORY,
    ...changes,
  });
  return registration;
}

describe('taking over history', () => {
  let service: RunningService;
  let intake: FakeProducer;
  let org: Organisation;

  beforeAll(async () => {
    service = await startService('2026-03-12T03:00:00.000Z');
    intake = await FakeProducer.start('intake', service);
    org = await Organisation.found(service, intake);
  });
  afterAll(async () => {
    await intake.stop();
    await service.stop();
  });

  async function count(): Promise<number> {
    const [row] = await service.database
      .reader(org.tenant)
      .query<{ cases: string }>('SELECT COUNT(*) AS cases FROM complaint_case c WHERE c.tenant_id = :tenantId');
    return Number(row?.cases);
  }

  it('keeps the dates and words of its source, binds to no regulation and starts no clock', async () => {
    const { registered, view } = await org.open(closedLongAgo());
    expect(view).toMatchObject({ state: 'CLOSED', outcome: 'IMPORTED', version: 2, clocks: [], availableActions: [] });
    const { case: read } = await org.read<{ case: object }>(
      org.auditor,
      `query ($number: String!) { case: caseByNumber(number: $number) {
        receivedAt openedAt firstReplyAt closedAt inTime overdue isoStage regulation { code } stages { stage }
        imported { outcome timely disputed } timeline { type at by article }
      } }`,
      { number: registered.number },
    );
    expect(read).toEqual({
      receivedAt: registered.receivedAt,
      openedAt: registered.receivedAt,
      firstReplyAt: HISTORY.firstReplyAt,
      closedAt: HISTORY.closedAt,
      inTime: true,
      overdue: false,
      isoStage: 'CLOSING',
      regulation: null,
      stages: [],
      imported: { outcome: HISTORY.outcome, timely: true, disputed: false },
      timeline: [
        { type: 'CASE_OPENED', at: registered.receivedAt, by: 'system:case-handling', article: null },
        { type: 'CASE_CLOSED', at: HISTORY.closedAt, by: 'system:case-handling', article: null },
      ],
    });
  });

  it('goes on with a case that had not ended, also where no regulation binds it', async () => {
    const { history: _, ...open } = closedLongAgo();
    const { view } = await org.open(open);
    expect(view).toMatchObject({ state: 'REGISTERED', clocks: [] });
    const offered = view.availableActions.map(({ action }) => action);
    expect(offered).toEqual(expect.arrayContaining(['ACCEPT_CASE', 'SEND_PROGRESS', 'CLOSE_AS_WITHDRAWN']));
    const accepted = await org.done(org.agent, 'acceptCase', view);
    expect((await org.done(org.wu, 'closeCase', accepted, { outcome: 'WITHDRAWN' })).outcome).toBe('WITHDRAWN');
  });

  it('parks an event whose regulation was never adopted, and lets the others pass', async () => {
    const unknown = aRegistration({
      regulation: { id: 'company-24h-3wd-7wd', version: 1 },
      receivedAt: '2020-01-01T00:00:00.000Z',
    });
    await org.register(unknown);
    await org.open();
    expect(await org.byNumber(unknown.number)).toBeNull();
  });

  it('holds back a complaint whose number is taken, and lets the others pass', async () => {
    const { registered } = await org.open(aRegistration());
    // Eight of them, so that both shards of the stream have one behind it.
    const others = Array.from({ length: 8 }, (_, index) => aRegistration({ number: `after-${index}` }));
    const atFault = aRegistration({ number: registered.number });
    await org.register(atFault, ...others);
    for (const { number } of others) await eventually(() => org.byNumber(number), { what: `the complaint ${number}` });
    const held = await eventually(
      async () =>
        (
          await service.database.system.query<{ state: string }>(
            'SELECT h.state FROM inbox_held h WHERE h.aggregate_id = :id',
            { id: atFault.complaintId },
          )
        )[0],
      { what: 'the event that is held back' },
    );
    expect(['RETRYING', 'PARKED']).toContain(held.state);
    expect((await org.byNumber(registered.number))?.version).toBe(1);
  });

  it('writes thousands, each once', async () => {
    const before = await count();
    const many = Array.from({ length: 600 }, (_, index) => closedLongAgo({ number: `H-${index}` }));
    for (let from = 0; from < many.length; from += 200) await org.register(...many.slice(from, from + 200));
    await eventually(async () => (await count()) === before + many.length, { timeoutMs: 60_000, what: 'all cases' });
    const [events] = await service.database
      .reader(org.tenant)
      .query<{ closed: string }>(
        "SELECT COUNT(*) AS closed FROM timeline_entry t WHERE t.tenant_id = :tenantId AND t.type = 'CASE_CLOSED'",
      );
    expect(Number(events?.closed)).toBeGreaterThanOrEqual(many.length);
  });
});
