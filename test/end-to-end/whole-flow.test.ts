import { eventually, sharedTestSystem, type ReachedSystem } from '@redress/testkit';
import { foundOrganisation, type Organisation } from '../support/organisation';
import { anOrder, Story } from '../support/story';

const JOINED = `query Joined($id: ID!) {
  complaint(id: $id) {
    number text
    customer { name email }
    category { code metrics { rows { values { metric statistic value currency } } asOf { complete } } }
    case {
      state outcome inTime
      clocks { stage state dueAt completedAt overdue proof { calendar counted { reason } } }
      timeline(first: 50) { __typename }
      settlements { state amount { amount currency } payment { state attempts } postings { account side amount { amount } } }
    }
    settlements { number }
  }
}`;

/** Figures told from what case-handling and finance say, which analytics hears in no order; absent until it has. */
const OF_SEVERAL_SERVICES = ['TIME_TO_CLOSING', 'SETTLED_AMOUNT'];

interface Joined {
  readonly complaint: {
    readonly number: string;
    readonly text: string;
    readonly customer: { readonly name: string; readonly email: string };
    readonly category: {
      readonly code: string;
      readonly metrics: { readonly rows: { values: { metric: string; statistic: string; value: string }[] }[] };
    };
    readonly case: {
      readonly state: string;
      readonly outcome: string;
      readonly inTime: boolean;
      readonly clocks: readonly {
        stage: string;
        completedAt: string | null;
        overdue: boolean;
        proof: { counted: unknown[] };
      }[];
      readonly settlements: readonly {
        state: string;
        payment: { state: string; attempts: number };
        postings: { account: string; side: string; amount: { amount: string } }[];
      }[];
    };
    readonly settlements: readonly { number: string }[];
  };
}

// A wait has a minute and more on a slow machine, and a test may have several.
jest.setTimeout(180_000);

describe('a complaint from its first word to figures', () => {
  let system: ReachedSystem;
  let organisation: Organisation;

  beforeAll(async () => {
    system = await sharedTestSystem();
    organisation = await foundOrganisation(system);
  }, 180_000);

  afterAll(() => system?.stop(), 60_000);

  it('is registered, handled, decided, settled, booked and counted across four services', async () => {
    const orderNumber = await anOrder(organisation, 'SO-1', '299.00');
    const story = await Story.toRelease(organisation, { orderNumber, lineNumber: 1, amount: '299.00' });
    const settlement = await story.released();
    const { finance, manager } = organisation.people;
    const approval = { settlementId: settlement.id, expectedVersion: settlement.version };
    expect((await finance.act('approveSettlement', approval)).userErrors).toEqual([]);
    await story.case(({ state }) => state === 'CLOSED', 'the closed case');

    const { complaint } = await eventually(
      async () => {
        const joined = await manager.read<Joined>(JOINED, { id: story.complaintId });
        const seen = new Set(joined.complaint.category.metrics.rows[0]?.values.map(({ metric }) => metric));
        for (const metric of OF_SEVERAL_SERVICES) {
          if (!seen.has(metric)) throw new Error(`analytics has not seen what ${metric} is told from`);
        }
        return joined;
      },
      { timeoutMs: 60_000 },
    );
    expect(complaint).toMatchObject({
      number: story.number,
      text: '水壶漏水。The kettle leaks.',
      customer: { name: 'Chen Meili', email: 'meili@example.org' },
      category: { code: 'product-quality' },
      case: { state: 'CLOSED', outcome: 'RESOLVED', inTime: true },
      settlements: [{}],
    });
    expect(
      complaint.case.clocks.every(
        ({ stage, completedAt, overdue, proof }) =>
          (completedAt !== null || stage === 'follow-up') && !overdue && proof.counted.length > 0,
      ),
    ).toBe(true);
    const [paid] = complaint.case.settlements;
    expect(paid).toMatchObject({ state: 'COMPLETED', payment: { state: 'SUCCEEDED', attempts: 1 } });
    const sum = (side: string) =>
      (paid?.postings ?? [])
        .filter((posting) => posting.side === side)
        .reduce((total, { amount }) => total + Number(amount.amount), 0);
    expect(sum('DEBIT')).toBe(598);
    expect(sum('CREDIT')).toBe(598);
    const figures = Object.fromEntries(
      (complaint.category.metrics.rows[0]?.values ?? []).map(({ metric, statistic, value }) => [
        `${metric}/${statistic}`,
        value,
      ]),
    );
    expect(figures).toMatchObject({
      'COMPLAINTS_RECEIVED/COUNT': '1',
      'CASES_OPEN/COUNT': '0',
      'CASES_CLOSED/COUNT': '1',
      'SETTLED_AMOUNT/SUM': '299.00',
      'TIME_TO_CLOSING/COUNT': '1',
    });
  }, 240_000);

  it('goes back to its handler when the complainant objects, and is settled on the second proposal', async () => {
    const orderNumber = await anOrder(organisation, 'SO-2', '100.00');
    const story = await Story.begin(organisation, { orderLine: { orderNumber, lineNumber: 1 } });
    await story.investigated();
    await story.proposed({ orderNumber, lineNumber: 1, amount: '10.00' });
    await story.approvedAndReplied();
    await story.case(
      ({ settlements }) => settlements.some(({ state }) => state === 'PROPOSED'),
      'the first settlement',
    );
    await story.answered('OBJECTED');
    await story.case(
      ({ settlements }) => settlements.every(({ state }) => state === 'CANCELLED'),
      'the cancelled settlement',
    );
    await story.proposed({ orderNumber, lineNumber: 1, amount: '100.00' });
    await story.approvedAndReplied();
    await story.answered('ACCEPTED');
    const settlement = await story.released();
    expect(settlement.amount).toEqual({ amount: '100.00', currency: 'CNY' });
  }, 240_000);

  it('comes back from finance with the maximum when a resolution passes the ceiling of its line', async () => {
    const orderNumber = await anOrder(organisation, 'SO-3', '50.00');
    const story = await Story.begin(organisation, { orderLine: { orderNumber, lineNumber: 1 } });
    await story.investigated();
    await story.proposed({ orderNumber, lineNumber: 1, amount: '50.01' });
    await story.step('supervisor', 'approveResolution');
    const { settlements } = await story.case(
      ({ settlements: all }) => all.some(({ state }) => state === 'REFUSED'),
      'the refusal',
    );
    expect(settlements).toMatchObject([{ state: 'REFUSED', maximum: { amount: '50.00' } }]);
    await story.case(({ state }) => state === 'RESOLUTION', 'the case in resolution');
  }, 240_000);

  it('is found again by Chinese and by English words, by number and by id', async () => {
    const story = await Story.begin(organisation, { text: '洗衣机脱水时噪音很大。The drum rattles loudly.' });
    const { agent } = organisation.people;
    for (const search of ['洗衣机', '噪音', 'rattles', 'drum LOUDLY']) {
      const { complaints } = await agent.read<{ complaints: { nodes: { id: string }[] } }>(
        'query Find($search: String!) { complaints(search: $search) { nodes { id } } }',
        { search },
      );
      expect(complaints.nodes.map(({ id }) => id)).toEqual([story.complaintId]);
    }
    const found = await agent.read<{ complaintByNumber: { id: string }; node: { __typename: string; number: string } }>(
      'query Found($number: String!, $id: ID!) { complaintByNumber(number: $number) { id } node(id: $id) { __typename ... on Complaint { number } } }',
      { number: story.number, id: story.complaintId },
    );
    expect(found).toEqual({
      complaintByNumber: { id: story.complaintId },
      node: { __typename: 'Complaint', number: story.number },
    });
  });

  it('shows every change in the feed, in order and without a gap', async () => {
    const { auditor } = organisation.people;
    const positions: number[] = [];
    let after: string | null = null;
    for (let more = true; more;) {
      const page: {
        changes: { nodes: { position: string; type: string }[]; pageInfo: { endCursor: string; hasNextPage: boolean } };
      } = await auditor.read(
        'query Feed($after: String) { changes(after: $after, first: 100) { nodes { position type } pageInfo { endCursor hasNextPage } } }',
        { after },
      );
      positions.push(...page.changes.nodes.map(({ position }) => Number(position)));
      after = page.changes.pageInfo.endCursor;
      more = page.changes.pageInfo.hasNextPage;
    }
    expect(positions.length).toBeGreaterThan(20);
    expect(positions).toEqual(positions.map((_, index) => index + 1));
  });
});
