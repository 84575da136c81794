import { toGlobalId } from '@redress/graphql-runtime';
import { eventually } from '@redress/testkit';
import { APOLOGY, leadTo, REFUND_500 } from '../../test-bench/chapters';
import { aRegistration, FakeProducer, type Registered } from '../../test-bench/fake-producer';
import { Organisation } from '../../test-bench/organisation';
import { startService, type Person, type RunningService } from '../../test-bench/running-service';

interface Page {
  readonly nodes: readonly { readonly number: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly totalCount?: { readonly value: number; readonly exact: boolean };
}

const EVERYTHING = `id number state isoStage version overdue nextDueAt
  complaint { id } assignee { name roles } regulation { code title stages { label article } }
  clocks { stage label state dueAt overdue proof { timeZone calendar calendarVersion provisional counted { from to reason } skipped { reason name } } }
  stages { stage label(locale: ZH_CN) kind isoStage performers state article clock { dueAt } }
  resolutions { position state text remedies { kind amount { amount currency } orderLine { orderNumber lineNumber } note settlement { id } } consent { decision note } proposedBy decidedBy }
  consent { decision } replies { purpose text sentBy } investigations { validity findings }
  availableActions { action stage dueAt } timeline(first: 100) { sequence type by article details { name value } }`;

describe('reading cases', () => {
  let service: RunningService;
  let intake: FakeProducer;
  let org: Organisation;
  const registered: Registered[] = [];

  beforeAll(async () => {
    service = await startService('2026-03-12T03:00:00.000Z');
    intake = await FakeProducer.start('intake', service);
    org = await Organisation.found(service, intake);
    for (let index = 0; index < 30; index += 1) {
      // Pairs share a moment, so that the id has to break ties.
      const receivedAt = new Date(Date.UTC(2026, 2, 11) + Math.floor(index / 2) * 60_000).toISOString();
      const categoryCode = index % 3 === 0 ? 'delivery-delay' : 'product-quality';
      registered.push(aRegistration({ number: `N-${String(index).padStart(3, '0')}`, receivedAt, categoryCode }));
    }
    await org.register(...registered);
    await eventually(async () => (await page('first: 100')).nodes.length === registered.length, { what: 'all cases' });
  });
  afterAll(async () => {
    await intake.stop();
    await service.stop();
  });

  async function page(args: string, person: Person = org.wu, more = ''): Promise<Page> {
    const { cases } = await org.read<{ cases: Page }>(
      person,
      `{ cases(${args}) { nodes { number } pageInfo { hasNextPage endCursor } ${more} } }`,
    );
    return cases;
  }
  const numbers = async (args: string): Promise<string[]> => (await page(args)).nodes.map(({ number }) => number);

  it('pages through all of them, each once, newest first', async () => {
    const seen: string[] = [];
    for (let after = ''; ;) {
      const { nodes, pageInfo } = await page(`first: 7${after}`);
      seen.push(...nodes.map(({ number }) => number));
      if (!pageInfo.hasNextPage) break;
      after = `, after: "${pageInfo.endCursor}"`;
    }
    expect(new Set(seen).size).toBe(registered.length);
    expect(seen).toHaveLength(registered.length);
    expect(
      [...seen]
        .sort()
        .reverse()
        .map((number) => number.slice(0, 4)),
    ).toEqual(seen.map((number) => number.slice(0, 4)));
  });

  it('filters and sorts', async () => {
    expect(await numbers('where: { category: { eq: "delivery-delay" } }, orderBy: NUMBER_ASC, first: 3')).toEqual([
      'N-000',
      'N-003',
      'N-006',
    ]);
    expect(await numbers('where: { number: { in: ["N-004", "N-005"] } }, orderBy: NUMBER_ASC')).toEqual([
      'N-004',
      'N-005',
    ]);
    const range = 'receivedAt: { range: { from: "2026-03-11T00:01:00.000Z", to: "2026-03-11T00:02:00.000Z" } }';
    expect(await numbers(`where: { ${range} }, orderBy: NUMBER_ASC`)).toEqual(['N-002', 'N-003']);
    const customer = toGlobalId('Customer', registered[5]?.customerId ?? '');
    expect(await numbers(`where: { customer: { eq: "${customer}" } }`)).toEqual(['N-005']);
    expect(await numbers('where: { state: { eq: CLOSED } }')).toEqual([]);
    expect(await numbers('where: { level: { eq: "重大" }, channel: { in: ["电话"] } }')).toEqual([]);
    expect(await numbers('where: { assigned: { eq: true } }')).toEqual([]);
    expect(await numbers('where: { NOT: { number: { contains: "N-0" } } }')).toEqual([]);
    const { totalCount } = await page(
      'first: 1, where: { category: { eq: "delivery-delay" } }',
      org.wu,
      'totalCount { value exact }',
    );
    expect(totalCount).toEqual({ value: 10, exact: true });
  });

  it('knows what is overdue by the clock of the stages', async () => {
    expect(await numbers('first: 100, where: { overdue: { eq: true } }')).toHaveLength(30);
    expect(await numbers('where: { overdue: { eq: false } }')).toHaveLength(0);
  });

  it('refuses a cursor of another list, another order or another organisation', async () => {
    const { pageInfo } = await page('first: 1');
    const answer = await service.ask(
      org.wu,
      `{ cases(first: 1, orderBy: NUMBER_ASC, after: "${pageInfo.endCursor}") { nodes { id } } }`,
    );
    expect(answer.errors?.[0]?.extensions['code']).toBe('CURSOR_INVALID');
  });

  it('shows a complainant only what is theirs', async () => {
    const customer = org.customer(registered[7]?.customerId ?? '');
    expect((await page('first: 100', customer)).nodes).toEqual([{ number: 'N-007' }]);
    expect((await page('first: 100', org.person('x', 'customer'))).nodes).toEqual([]);
  });

  it.each(['level: { contains: "m" }', 'NOT: { assignee: { eq: "li" } }'])(
    'does not tell a complainant by the filter %s what their case does not show',
    async (where) => {
      const customer = org.customer(registered[7]?.customerId ?? '');
      const { errors } = await service.ask(customer, `{ cases(where: { ${where} }) { nodes { id } } }`);
      expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    },
  );

  it('reads every level of a list with one statement, whatever its length', async () => {
    const statementsFor = async (first: number): Promise<string[]> => {
      service.statements.read = [];
      await org.read(org.li, `{ cases(first: ${first}) { nodes { ${EVERYTHING} } } }`);
      return service.statements.read;
    };
    await statementsFor(1);
    const [few, many] = [await statementsFor(2), await statementsFor(20)];
    expect(many).toHaveLength(few.length);
    const tables = many.map((sql) => / FROM (\w+)/.exec(sql)?.[1]);
    // The assignee is not asked for where nobody is assigned; adoptions are remembered.
    expect(new Set(tables).size).toBe(tables.length);
    expect(tables.length).toBeLessThanOrEqual(8);
  });

  it('answers representations of other subgraphs with one statement for each type', async () => {
    const ids = (
      await org.read<{ cases: { nodes: { id: string }[] } }>(org.wu, '{ cases(first: 20) { nodes { id } } }')
    ).cases.nodes;
    service.statements.read = [];
    const representations = [
      ...ids.map(({ id }) => ({ __typename: 'Case', id })),
      ...registered
        .slice(0, 20)
        .map(({ complaintId }) => ({ __typename: 'Complaint', id: toGlobalId('Complaint', complaintId) })),
      { __typename: 'Case', id: 'nonsense' },
    ];
    const { _entities: entities } = await org.read<{
      _entities: ({ number?: string; case?: { number: string } } | null)[];
    }>(
      org.wu,
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Case { number } ... on Complaint { case { number } } } }',
      { r: representations },
    );
    expect(entities).toHaveLength(41);
    expect(entities[40]).toBeNull();
    expect(entities.slice(20, 40).map((entity) => entity?.case?.number)).toEqual(
      registered.slice(0, 20).map(({ number }) => number),
    );
    expect(service.statements.read).toHaveLength(2);
  });

  it('shows the whole of a case to staff, and to the complainant only what is theirs to know', async () => {
    const mine = aRegistration({ number: 'N-900', receivedAt: '2026-03-12T02:00:00.000Z' });
    const { view } = await org.open(mine);
    const proposed = await leadTo(org, view, 'PROPOSED', [{ ...REFUND_500, note: '内部备注' }, APOLOGY]);
    const query = `query ($number: String!) { caseByNumber(number: $number) { ${EVERYTHING} } }`;
    const read = (person: Person): Promise<{ caseByNumber: Record<string, unknown> }> =>
      org.read(person, query, { number: mine.number });
    const customer = org.customer(mine.customerId);

    const { caseByNumber: forStaff } = await read(org.auditor);
    expect(forStaff).toMatchObject({
      isoStage: 'RESPONSE',
      overdue: false,
      nextDueAt: '2026-03-23T16:00:00.000Z',
      assignee: { name: 'LI', roles: ['HANDLER'] },
      regulation: { code: 'company-24h-3wd-7wd', title: 'Customer complaint handling rules' },
      investigations: [{ validity: 'VALID', findings: '外箱破损，属实' }],
      resolutions: [
        { state: 'PROPOSED', text: '退还货款', proposedBy: 'li', remedies: [{ note: '内部备注' }, { amount: null }] },
      ],
      availableActions: [],
    });
    expect(forStaff['stages']).toMatchObject([
      { stage: 'acceptance', label: '受理', state: 'DONE', performers: ['AGENT', 'HANDLER', 'SUPERVISOR'] },
      { stage: 'investigation', state: 'DONE', isoStage: 'INVESTIGATION' },
      { stage: 'resolution', state: 'CURRENT', clock: { dueAt: '2026-03-23T16:00:00.000Z' } },
      { stage: 'follow-up', state: 'PLANNED', clock: null },
    ]);
    expect(forStaff['clocks']).toMatchObject([
      {
        stage: 'acceptance',
        state: 'COMPLETED',
        overdue: false,
        proof: { counted: [{ reason: 'ELAPSED_TIME' }], skipped: [] },
      },
      { stage: 'investigation', label: 'Investigation' },
      {
        stage: 'resolution',
        proof: {
          timeZone: 'Asia/Shanghai',
          calendar: 'cn',
          provisional: false,
          counted: Array.from({ length: 7 }, () => ({ reason: 'WORKING_DAY' })),
          skipped: [{ reason: 'DAY_OF_START' }, ...Array.from({ length: 4 }, () => ({ reason: 'WEEKEND' }))],
        },
      },
    ]);
    expect((forStaff['timeline'] as { article: string | null }[]).map(({ article }) => article)).toContain(
      'Part 5, investigation',
    );

    const { caseByNumber: forCustomer } = await read(customer);
    expect(forCustomer).toMatchObject({ investigations: [], resolutions: [], assignee: null, replies: [] });
    expect((forCustomer['timeline'] as { type: string; by: unknown }[]).map(({ type, by }) => [type, by])).toEqual([
      ['CASE_OPENED', null],
      ['CASE_ACCEPTED', null],
    ]);
    expect(JSON.stringify(forCustomer)).not.toMatch(/外箱破损|内部备注|"li"/);

    const told = await org.done(org.li, 'sendReply', await org.done(org.wu, 'approveResolution', proposed), {
      text: '同意退款',
    });
    const { caseByNumber: afterReply } = await read(customer);
    expect(afterReply).toMatchObject({
      resolutions: [
        { state: 'APPROVED', text: '退还货款', proposedBy: null, decidedBy: null, remedies: [{ note: null }, {}] },
      ],
      replies: [{ purpose: 'DECISION', text: '同意退款', sentBy: null }],
      availableActions: [{ action: 'RECORD_CONSENT' }, { action: 'RECORD_OBJECTION' }],
    });
    await org.done(customer, 'recordConsent', told, { decision: 'OBJECTED', note: '太少' });
    expect((await read(customer)).caseByNumber).toMatchObject({
      consent: { decision: 'OBJECTED' },
      resolutions: [{ consent: { note: '太少' } }],
    });
  });

  it('reads a timeline in parts, within bounds', async () => {
    const query = (args: string): string => `{ caseByNumber(number: "N-900") { timeline(${args}) { sequence } } }`;
    expect(await org.read(org.wu, query('first: 2, afterSequence: 3'))).toEqual({
      caseByNumber: { timeline: [{ sequence: 4 }, { sequence: 5 }] },
    });
    for (const args of ['first: 0', 'first: 201', 'afterSequence: -1']) {
      const answer = await service.ask(org.wu, query(args));
      expect(answer.errors?.[0]?.extensions['code']).toBe('PAGE_SIZE_INVALID');
    }
  });
});
