import { eventually } from '../testing/eventually';
import { startSampleGateway } from '../testing/sample-gateway';

const JOIN = '{ complaint(id: "c1") { number case { stage settlements { id } } } }';

describe('the end of the gateway', () => {
  it('lets a request under way finish, over all its steps, and takes no new one', async () => {
    const gateway = await startSampleGateway();
    const authorization = `Bearer ${await gateway.token('agent')}`;
    gateway.subgraphs.intake.behave('held');
    const underWay = gateway.post({ query: JOIN }, { authorization, connection: 'close' });
    await eventually(() => expect(gateway.subgraphs.intake.requests).toHaveLength(1));

    // The runtime reacts to the signal by itself, and at once; it must not take the request with it.
    process.emit('SIGTERM');
    const closed = gateway.close();
    await eventually(async () => {
      const refused = await gateway.post({ query: '{ __typename }' }, { connection: 'close' }).then(
        () => false,
        () => true,
      );
      expect(refused).toBe(true);
    });
    gateway.subgraphs.intake.release();

    const answer = (await (await underWay).json()) as { data: unknown; errors?: unknown };
    expect(answer.errors).toBeUndefined();
    expect(answer.data).toMatchObject({ complaint: { case: { settlements: [{}, {}] } } });
    await closed;
  });

  it('cuts event streams instead of waiting for them, so that their clients subscribe elsewhere', async () => {
    const gateway = await startSampleGateway();
    const authorization = `Bearer ${await gateway.token('agent')}`;
    const stream = await gateway.post(
      { query: 'subscription { caseWatched { id } }' },
      { authorization, accept: 'text/event-stream' },
    );
    const cut = expect(stream.text()).rejects.toThrow('terminated');
    await gateway.close();
    await cut;
  });
});
