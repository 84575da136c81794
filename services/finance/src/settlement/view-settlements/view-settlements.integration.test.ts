import { toGlobalId } from '@redress/graphql-runtime';
import { newId } from '@redress/kernel';
import { eventually } from '@redress/testkit';
import { buildPrograms } from '../../test-bench/child-process';
import { FakeCase } from '../../test-bench/fake-case-handling';
import { startFinance, type FinanceBench } from '../../test-bench/finance-bench';
import { FinanceOffice } from '../../test-bench/finance-office';
import { startSimulator, type SimulatorProcess } from '../../test-bench/simulator-process';

interface Page {
  readonly settlements: {
    readonly nodes: readonly { readonly number: string; readonly amount: { readonly amount: string } }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly totals: readonly {
      readonly amount: { readonly amount: string; readonly currency: string };
      readonly count: number;
    }[];
    readonly totalCount: { readonly value: number; readonly exact: boolean };
  };
}

const LIST = `query ($where: SettlementWhereInput, $orderBy: SettlementOrder! = CREATED_AT_DESC, $first: Int, $after: String) {
  settlements(where: $where, orderBy: $orderBy, first: $first, after: $after) {
    nodes { number amount { amount } } pageInfo { hasNextPage endCursor }
    totals { amount { amount currency } count } totalCount { value exact } } }`;

describe('seeing settlements', () => {
  let simulator: SimulatorProcess;
  let bench: FinanceBench;
  let office: FinanceOffice;
  let yuanCases: FakeCase[];

  beforeAll(async () => {
    buildPrograms();
    simulator = await startSimulator();
    bench = await startFinance(simulator);
    office = new FinanceOffice(bench);
    const [yuan, yen] = [await office.order('1000.00'), await office.order('5000', 'JPY')];
    yuanCases = Array.from({ length: 20 }, () => office.openCase());
    for (const [index, each] of yuanCases.entries()) {
      await each.approveResolution([
        FakeCase.remedy(100 + index, { orderNumber: yuan }),
        FakeCase.remedy(200 + index, { orderNumber: yuan, kind: 'ALLOWANCE' }),
      ]);
    }
    const inYen = (minor: number) => ({ orderNumber: yen, amount: { amountMinor: String(minor), currency: 'JPY' } });
    await office.openCase().approveResolution([300, 400, 9000].map((minor) => FakeCase.remedy(1, inYen(minor))));
    await eventually(async () => (await list()).totalCount.value === 43);
  });
  afterAll(async () => {
    await bench.stop();
    await simulator.stop();
  });

  const list = async (variables: object = {}) =>
    (await bench.ask<Page>(office.as('auditor'), LIST, variables)).data.settlements;

  it('pages through all of them without a gap or a repetition', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Page['settlements'] = await list({ first: 10, after, orderBy: 'CREATED_AT_ASC' });
      seen.push(...page.nodes.map(({ number }) => number));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toHaveLength(43);
    expect(new Set(seen).size).toBe(43);
  });

  it('tells what the whole list comes to in each currency', async () => {
    const { totals, totalCount } = await list({ first: 1 });
    expect(totals).toEqual([
      { amount: { amount: '63.80', currency: 'CNY' }, count: 40 },
      { amount: { amount: '9700', currency: 'JPY' }, count: 3 },
    ]);
    expect(totalCount).toEqual({ value: 43, exact: true });
  });

  it.each<[string, object, number]>([
    ['state', { state: { eq: 'REFUSED' } }, 1],
    ['several states', { state: { in: ['REFUSED', 'PROPOSED'] } }, 43],
    ['instrument', { instrument: { eq: 'ALLOWANCE' } }, 20],
    ['what is known of the payout', { paymentState: { eq: 'UNKNOWN' } }, 0],
    ['currency', { currency: { eq: 'JPY' } }, 3],
    ['amount', { amount: { currency: 'CNY', from: '2.10', to: '2.15' } }, 5],
    ['amount from', { amount: { currency: 'JPY', from: '400' } }, 2],
    ['time', { createdAt: { range: { to: '2020-01-01T00:00:00.000Z' } } }, 0],
    ['number', { number: { contains: '-0000' } }, 43],
    ['or', { OR: [{ state: { eq: 'REFUSED' } }, { instrument: { eq: 'ALLOWANCE' } }] }, 21],
    ['not', { NOT: { currency: { eq: 'CNY' } } }, 3],
    ['a customer nobody knows', { customer: { eq: toGlobalId('Customer', newId()) } }, 0],
    ['an id of another type', { case: { eq: toGlobalId('Customer', newId()) } }, 0],
  ])('filters by %s', async (_, where, count) => {
    expect((await list({ where })).totalCount.value).toBe(count);
  });

  it('filters by case', async () => {
    const where = { case: { in: yuanCases.slice(0, 3).map(({ id }) => toGlobalId('Case', id)) } };
    expect((await list({ where })).totalCount.value).toBe(6);
  });

  it('orders by amount within one currency, and refuses to over several', async () => {
    const { nodes } = await list({ where: { currency: { eq: 'JPY' } }, orderBy: 'AMOUNT_DESC' });
    expect(nodes.map(({ amount }) => amount.amount)).toEqual(['9000', '400', '300']);
    expect((await bench.ask(office.as('finance'), LIST, { orderBy: 'AMOUNT_ASC' })).codes).toEqual(['BAD_USER_INPUT']);
  });

  it('says why in the language of the reader, and shows the order to staff', async () => {
    const query = `{ settlements(where: { state: { eq: REFUSED } }) { nodes {
      reason reasonText maximum { amount } orderLine { purchase { lines { lineNumber remaining { amount } } } } } } }`;
    const refused = { reason: 'FINANCE_CEILING_EXCEEDED', maximum: { amount: '4300' } };
    const orderLine = { purchase: { lines: [{ lineNumber: 1, remaining: { amount: '4300' } }] } };
    expect((await bench.ask(office.as('agent'), query, {}, 'zh-CN')).data).toEqual({
      settlements: { nodes: [{ ...refused, reasonText: '金额超出可用上限。', orderLine }] },
    });
    const { data } = await bench.ask<{ settlements: { nodes: unknown[] } }>(office.as('finance'), query);
    expect(data.settlements.nodes).toMatchObject([
      { reasonText: 'The amount is more than what is left under the ceiling.' },
    ]);
  });

  it('reads a page of the list with one statement', async () => {
    const before = bench.statements();
    await bench.ask(
      office.as('finance'),
      '{ settlements(first: 20) { nodes { id number payment { state } amount { amount } } } }',
    );
    expect(bench.statements() - before).toBe(1);
  });

  it('reads the settlements of 20 cases with their postings in two statements', async () => {
    const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
      ... on Case { id settlements { number state payment { state } postings { account side amount { amount } } } }
      ... on Complaint { id } } }`;
    const count = async (cases: readonly FakeCase[]) => {
      const representations = cases.map(({ id }) => ({ __typename: 'Case', id: toGlobalId('Case', id) }));
      const before = bench.statements();
      type Data = { _entities: { settlements: { postings: unknown[] }[] }[] };
      const { data } = await bench.ask<Data>(office.as('auditor'), query, { representations });
      expect(data._entities.map(({ settlements }) => settlements.length)).toEqual(Array(cases.length).fill(2));
      return bench.statements() - before;
    };
    expect(await count(yuanCases)).toBe(2);
    expect(await count(yuanCases.slice(0, 1))).toBe(2);
  });

  it('reads settlements by reference, also of complaints, with one statement for each type', async () => {
    const { data } = await bench.ask<{ settlements: { nodes: { id: string }[] } }>(
      office.as('finance'),
      '{ settlements(first: 20) { nodes { id } } }',
    );
    const representations = [
      ...data.settlements.nodes.map(({ id }) => ({ __typename: 'Settlement', id })),
      ...yuanCases.map(({ complaintId }) => ({ __typename: 'Complaint', id: toGlobalId('Complaint', complaintId) })),
      { __typename: 'Settlement', id: toGlobalId('Settlement', newId()) },
      { __typename: 'Settlement', id: 'nonsense' },
    ];
    const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
      ... on Settlement { number case { id } complaint { id } } ... on Complaint { settlements { number } } } }`;
    const before = bench.statements();
    const answer = await bench.ask<{ _entities: unknown[] }>(office.as('finance'), query, { representations });
    expect(bench.statements() - before).toBe(2);
    expect(answer.data._entities.slice(-2)).toEqual([null, null]);
    expect(answer.data._entities.slice(0, 40).every((entity) => entity !== null)).toBe(true);
  });
});
