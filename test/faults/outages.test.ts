import { newId } from '@redress/kernel';
import { startTestSystem, type TestSystem } from '@redress/testkit';
import { foundOrganisation, type Organisation } from '../support/organisation';
import { anOrder, Story } from '../support/story';

describe('while a part is away', () => {
  let system: TestSystem;
  let organisation: Organisation;

  beforeAll(async () => {
    system = await startTestSystem({ durable: true });
    organisation = await foundOrganisation(system);
  }, 180_000);

  afterAll(() => system?.stop(), 60_000);

  it('a case is still shown without finance, with a coded error where its settlements would be; then it goes on', async () => {
    const orderNumber = await anOrder(organisation, 'SO-AWAY', '30.00');
    const story = await Story.begin(organisation, { orderLine: { orderNumber, lineNumber: 1 } });
    await story.investigated();
    await story.proposed({ orderNumber, lineNumber: 1, amount: '30.00' });
    const { id, version } = await story.case();
    const pid = system.pids()['finance'];
    if (pid === undefined) throw new Error('finance does not run');
    process.kill(pid, 'SIGSTOP');
    try {
      const { userErrors } = await organisation.people.supervisor.act('approveResolution', {
        caseId: id,
        expectedVersion: version,
      });
      expect(userErrors).toEqual([]);
      const { data, errors } = await organisation.people.auditor.send(
        'query C($id: ID!) { case(id: $id) { number settlements { id } } }',
        { id },
      );
      expect(data).toEqual({ case: { number: story.number, settlements: null } });
      expect(errors?.map(({ extensions }) => extensions?.['code'])).toEqual(['SUBGRAPH_UNAVAILABLE']);
    } finally {
      process.kill(pid, 'SIGCONT');
    }
    const { settlements } = await story.case(
      (seen) => seen.settlements.length === 1,
      'the settlement drawn up',
      90_000,
    );
    expect(settlements).toMatchObject([{ state: 'PROPOSED' }]);
  }, 180_000);

  it('no mutation fails while the broker is away, and everything arrives when it is back', async () => {
    await system.broker.kill();
    const stories: Story[] = [];
    try {
      for (let index = 0; index < 5; index += 1) {
        const text = `Registered without a broker ${newId()}`;
        stories.push(await Story.begin(organisation, { text }));
      }
    } finally {
      await system.broker.start();
    }
    for (const story of stories) await story.case(() => true, 'the opened case', 90_000);
  }, 180_000);
});
