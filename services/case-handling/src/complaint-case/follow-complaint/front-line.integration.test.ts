import { complaintForwarded } from '@redress/contracts';
import { newId } from '@redress/kernel';
import { aRegistration, FakeProducer } from '../../test-bench/fake-producer';
import { Organisation } from '../../test-bench/organisation';
import { startService, type RunningService } from '../../test-bench/running-service';

describe('what the front line did itself', () => {
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

  it('closes the case of a complaint that was settled on the spot as resolved, by whoever settled it', async () => {
    const { registered } = await org.open(aRegistration({ settledOnTheSpot: true, registeredBy: 'seller-1' }));
    const { case: read } = await org.read<{ case: object }>(
      org.auditor,
      `query ($number: String!) { case: caseByNumber(number: $number) {
        state outcome inTime clocks { state } timeline { type by }
      } }`,
      { number: registered.number },
    );
    expect(read).toMatchObject({ state: 'CLOSED', outcome: 'RESOLVED', inTime: true });
    expect(read).toMatchObject({
      timeline: expect.arrayContaining([{ type: 'CASE_CLOSED', by: 'seller-1' }]) as object,
    });
    expect(JSON.stringify(read)).not.toMatch(/RUNNING|CASE_ACCEPTED/);
  });

  const forward = (complaintId: string, version: number) =>
    intake.tell(org.tenant, { id: complaintId, version }, complaintForwarded, {
      complaintId,
      forwardingId: newId(),
      destination: 'OUTSIDE',
      means: 'LETTER',
      at: '2026-03-12T03:00:00.000Z',
      by: 'agent-1',
    });

  it('closes the case of a complaint that was forwarded, and a second forwarding changes nothing', async () => {
    const { registered } = await org.open();
    await forward(registered.complaintId, 2);
    const closed = await org.until(registered.number, ({ state }) => state === 'CLOSED');
    expect(closed.outcome).toBe('FORWARDED');
    await forward(registered.complaintId, 3);
    await org.open();
    expect((await org.byNumber(registered.number))?.version).toBe(closed.version);
  });
});
