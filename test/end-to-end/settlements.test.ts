import { eventually, sharedTestSystem, type ReachedSystem } from '@redress/testkit';
import { expectAccepted, foundOrganisation, type Organisation } from '../support/organisation';
import { anOrder, Story, type SeenSettlement } from '../support/story';

const WRITERS = 64;
/** What each of the writers asks for, and what the line can bear of it. */
const EACH = '7.00';
const PAID = '100.00';
const BEARABLE = 14;

const PARTS = `query Parts($id: ID!) { settlement(id: $id) {
  state amount { amount } parts { instrument amount { amount } lineNumber charge toComplainant }
  payouts { sequence amount { amount } state } postings { account side amount { amount } } } }`;

interface Seen {
  readonly state: string;
  readonly amount: { readonly amount: string };
  readonly parts: readonly { readonly instrument: string; readonly amount: { readonly amount: string } }[];
  readonly payouts: readonly {
    readonly sequence: number;
    readonly amount: { readonly amount: string };
    readonly state: string;
  }[];
  readonly postings: readonly {
    readonly account: string;
    readonly side: string;
    readonly amount: { readonly amount: string };
  }[];
}

const minor = (amount: string): bigint => BigInt(amount.replace('.', ''));

describe('settlements through the public graph', () => {
  let system: ReachedSystem;
  let organisation: Organisation;

  beforeAll(async () => {
    system = await sharedTestSystem();
    organisation = await foundOrganisation(system);
  }, 180_000);

  afterAll(() => system?.stop(), 60_000);

  it('lesson 27: never pass the ceiling of a line, whatever 64 writers do at once', async () => {
    const orderNumber = await anOrder(organisation, 'SO-64', PAID);
    const kinds = ['REFUND', 'ALLOWANCE', 'PRICE_REDUCTION', 'COMPENSATION'];
    const stories = await inGroups(WRITERS, 8, async (index) => {
      const story = await Story.begin(organisation, {
        orderLine: { orderNumber, lineNumber: 1 },
        text: `第 ${String(index)} 次投诉：水壶漏水。`,
      });
      await story.investigated();
      return story.proposed({ orderNumber, lineNumber: 1, amount: EACH }, kinds[index % kinds.length]);
    });
    await Promise.all(stories.map((story) => story.step('supervisor', 'approveResolution')));
    const settlements = await Promise.all(
      stories.map(async (story) => {
        const seen = await story.case((each) => each.settlements.length === 1, 'the settlement', 120_000);
        return seen.settlements[0] as SeenSettlement;
      }),
    );
    const inState = (state: string) => settlements.filter((settlement) => settlement.state === state);
    expect(inState('PROPOSED')).toHaveLength(BEARABLE);
    expect(inState('REFUSED')).toHaveLength(WRITERS - BEARABLE);
    for (const { reason, maximum } of inState('REFUSED')) {
      expect(reason).toBe('FINANCE_CEILING_EXCEEDED');
      expect(minor(maximum?.amount ?? '0') < minor(EACH)).toBe(true);
    }
    const { purchaseByOrderNumber: purchase } = await organisation.people.finance.read<{
      purchaseByOrderNumber: { lines: { remaining: { amount: string }; reserved: { amount: string } }[] };
    }>(
      `query Line($n: String!) { purchaseByOrderNumber(orderNumber: $n) {
      lines { remaining { amount } reserved { amount } } } }`,
      { n: orderNumber },
    );
    expect(purchase.lines).toEqual([{ remaining: { amount: '2.00' }, reserved: { amount: '98.00' } }]);
  }, 300_000);

  it('combine kinds and pay several payees, each once, and the books tell the same', async () => {
    const orderNumber = await anOrder(organisation, 'SO-PARTS', '80.00');
    const story = await Story.begin(organisation, { orderLine: { orderNumber, lineNumber: 1 } });
    await story.investigated();
    const yuan = (amount: string) => ({ amount, currency: 'CNY' });
    await story.step('handler', 'proposeResolution', {
      text: 'Half of it back, and the parcel that the neighbour paid.',
      remedies: [
        {
          kind: 'REFUND',
          amount: yuan('52.50'),
          parts: [{ amount: yuan('40.00') }, { kind: 'COMPENSATION', amount: yuan('12.50'), payee: 'neighbour-17' }],
        },
      ],
    });
    await story.approvedAndReplied();
    await story.answered('ACCEPTED');
    const settlement = await story.released();
    const { finance } = organisation.people;
    const approval = { settlementId: settlement.id, expectedVersion: settlement.version };
    expectAccepted(await finance.act('approveSettlement', approval));
    const seen = await eventually(
      async () => {
        const { settlement: now } = await finance.read<{ settlement: Seen }>(PARTS, { id: settlement.id });
        if (now.state !== 'COMPLETED') throw new Error(`the settlement is ${now.state}`);
        return now;
      },
      { timeoutMs: 60_000 },
    );
    expect(seen.amount.amount).toBe('52.50');
    expect(seen.parts).toMatchObject([
      { instrument: 'REFUND', amount: { amount: '40.00' }, lineNumber: 1, toComplainant: true },
      { instrument: 'COMPENSATION', amount: { amount: '12.50' }, lineNumber: 1, toComplainant: false },
    ]);
    expect(seen.payouts.map(({ amount, state }) => [amount.amount, state]).sort()).toEqual([
      ['12.50', 'SUCCEEDED'],
      ['40.00', 'SUCCEEDED'],
    ]);
    const booked = (account: string, side: string): bigint =>
      seen.postings
        .filter((posting) => posting.account === account && posting.side === side)
        .reduce((sum, { amount }) => sum + minor(amount.amount), 0n);
    expect(booked('SALES_RETURNS', 'DEBIT')).toBe(4000n);
    expect(booked('COMPENSATION_EXPENSE', 'DEBIT')).toBe(1250n);
    expect(booked('PAYABLES_TO_COMPLAINANTS', 'CREDIT')).toBe(5250n);
    expect(booked('PAYABLES_TO_COMPLAINANTS', 'DEBIT')).toBe(5250n);
  }, 240_000);
});

/** Does the work for each index, some at a time, so that preparing it does not swamp a small machine. */
async function inGroups<Result>(
  count: number,
  size: number,
  work: (index: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let start = 0; start < count; start += size) {
    const group = Array.from({ length: Math.min(size, count - start) }, (_, offset) => work(start + offset));
    results.push(...(await Promise.all(group)));
  }
  return results;
}
