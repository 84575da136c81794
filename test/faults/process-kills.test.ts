import { eventually, startTestSystem, type TestSystem } from '@redress/testkit';
import { foundOrganisation, type Organisation } from '../support/organisation';
import { anOrder, Story } from '../support/story';

const PROCESSES = ['intake', 'case-handling', 'finance', 'analytics', 'payment-simulator', 'gateway'] as const;

describe('when a process is killed in the middle of the flow', () => {
  let system: TestSystem;
  let organisation: Organisation;

  beforeAll(async () => {
    system = await startTestSystem({ durable: true });
    organisation = await foundOrganisation(system);
  }, 180_000);

  afterAll(() => system?.stop(), 60_000);

  /** Repeats a step that the killed process may have cut off; its idempotency key makes the repetition harmless. */
  const persistently = (step: () => Promise<unknown>): Promise<unknown> =>
    eventually(async () => (await step(), true), { timeoutMs: 90_000, intervalMs: 250 });

  it.each(PROCESSES)(
    'the flow completes by itself after %s is gone, and money moves once',
    async (name) => {
      const orderNumber = await anOrder(organisation, `SO-KILL-${name}`, '70.00');
      const story = await Story.toRelease(organisation, { orderNumber, lineNumber: 1, amount: '70.00' });
      const settlement = await story.released();
      const approval = {
        idempotencyKey: `approve-${name}`,
        settlementId: settlement.id,
        expectedVersion: settlement.version,
      };
      const { finance } = organisation.people;
      const killed = system.kill(name);
      await persistently(async () => {
        const { userErrors } = await finance.act('approveSettlement', approval);
        if (userErrors.length > 0) throw new Error(userErrors[0]?.code);
      });
      await killed;
      await story.case(({ state }) => state === 'CLOSED', 'the closed case', 120_000);
      const document = `query Payments($number: String!) {
      caseByNumber(number: $number) { settlements { state payment { state } postings { side amount { amount } } } }
      trialBalance(currency: "CNY") { balanced }
    }`;
      await persistently(async () => {
        const { caseByNumber, trialBalance } = await finance.read<{
          caseByNumber: { settlements: { state: string; payment: { state: string } }[] };
          trialBalance: { balanced: boolean };
        }>(document, { number: story.number });
        expect(caseByNumber.settlements).toMatchObject([{ state: 'COMPLETED', payment: { state: 'SUCCEEDED' } }]);
        expect(trialBalance.balanced).toBe(true);
      });
    },
    240_000,
  );

  it('figures agree with the cases once all are back', async () => {
    const { analyst, auditor } = organisation.people;
    const expected = { received: String(PROCESSES.length), settled: `${(70 * PROCESSES.length).toFixed(2)}` };
    await eventually(
      async () => {
        const { metrics } = await analyst.read<{
          metrics: { rows: { values: { metric: string; value: string }[] }[] };
        }>(
          '{ metrics(query: { metrics: [COMPLAINTS_RECEIVED, CASES_CLOSED, SETTLED_AMOUNT] }) { rows { values { metric value } } } }',
        );
        const values = Object.fromEntries((metrics.rows[0]?.values ?? []).map(({ metric, value }) => [metric, value]));
        expect(values).toEqual({
          COMPLAINTS_RECEIVED: expected.received,
          CASES_CLOSED: expected.received,
          SETTLED_AMOUNT: expected.settled,
        });
        return true;
      },
      { timeoutMs: 120_000 },
    );
    const { cases } = await auditor.read<{ cases: { nodes: { state: string }[] } }>(
      '{ cases(first: 100) { nodes { state } } }',
    );
    expect(cases.nodes.map(({ state }) => state)).toEqual(PROCESSES.map(() => 'CLOSED'));
  }, 180_000);
});
