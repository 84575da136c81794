import { newId, fixedClock } from '@redress/kernel';
import { complaintReassessed } from '@redress/contracts';
import { adopt } from '../testing/adopted';
import { REGISTER, registration } from '../testing/documents';
import { startIntake, type IntakeUnderTest } from '../testing/intake-under-test';

const LEAK = '上个月在贵店买的电饭煲用了两天就坏了，底部漏水，要求全额退款并赔偿地板损失';
const SAME_LEAK = '上个月在贵店买的电饭煲，用了两天就坏了，底部漏水！要求全额退款，并赔偿地板的损失。';
const ENGLISH = 'The kettle that I bought in your shop last month leaks after two days of use, I want my money back';
const SAME_ENGLISH = 'The kettle I bought in your shop last month leaks after two days of use! I want my money back.';

const READ = `query Read($id: ID!) { complaint(id: $id) {
  id version repeat sameWithinMonth text
  duplicates(first: 5) { complaint { id number } score reasons { kind detail } }
  mergedInto { id } mergedFrom { id } changes { fact old new because by automatic }
  intakeLevel { level because } similar(first: 2) { count exact customerCount complaints { id } customers { customer { name } complaints } }
  similarProductChecks { found customers note checkedBy }
} }`;
const LIST =
  '{ complaints(first: 100) { nodes { id duplicates { score } mergedFrom { id } similar { count } changes { fact } } } }';
const ANSWER = '{ complaint { id version mergedInto { id } } replayed userErrors { code path } }';
const CORRECT = `mutation C($input: CorrectClassificationInput!) { answer: correctClassification(input: $input) ${ANSWER} }`;
const MERGE = `mutation M($input: MergeComplaintsInput!) { answer: mergeComplaints(input: $input) ${ANSWER} }`;
const UNMERGE = `mutation U($input: UnmergeComplaintInput!) { answer: unmergeComplaint(input: $input) ${ANSWER} }`;
const CHECK = `mutation S($input: RecordSimilarProductCheckInput!) { answer: recordSimilarProductCheck(input: $input) ${ANSWER} }`;

interface Read {
  readonly version: number;
  readonly repeat: boolean;
  readonly duplicates: { complaint: { id: string }; score: number; reasons: { kind: string; detail: string }[] }[];
  readonly [member: string]: unknown;
}
interface Answered {
  readonly complaint: { readonly version: number; readonly mergedInto: { readonly id: string } | null } | null;
  readonly userErrors: readonly { readonly code: string }[];
}

let intake: IntakeUnderTest;
const clock = fixedClock('2026-11-20T02:00:00.000Z');
beforeAll(async () => {
  intake = await startIntake(clock);
});
afterAll(() => intake.stop());

/** An organisation of its own, so that nothing of another test is found. */
const anOrganisation = async (regulation = 'company-24h-3wd-7wd') => {
  const tenant = `t${newId().slice(-12)}`;
  await adopt(intake, tenant, regulation);
  const agent = await intake.tokenFor({ tenant, role: 'agent', subject: 'agent-1' });
  const handler = await intake.tokenFor({ tenant, role: 'handler', subject: 'handler-1' });
  const ask = async (document: string, variables: object, token = agent) => {
    const answer = await intake.ask(token, document, variables);
    if (answer.errors !== undefined) throw new Error(JSON.stringify(answer.errors));
    return answer.data as unknown as Record<string, never>;
  };
  const register = async (changes: object = {}): Promise<string> => {
    const { registerComplaint } = (await ask(REGISTER, { input: registration(changes) })) as unknown as {
      registerComplaint: { complaint: { id: string } | null; userErrors: object[] };
    };
    if (registerComplaint.complaint === null) throw new Error(JSON.stringify(registerComplaint.userErrors));
    return registerComplaint.complaint.id;
  };
  const read = async (id: string): Promise<Read> => (await ask(READ, { id }))['complaint'] as unknown as Read;
  const command = async (document: string, input: object, token = agent): Promise<Answered> =>
    (await ask(document, { input: { idempotencyKey: newId(), ...input } }, token))['answer'] as unknown as Answered;
  const merge = (complaintId: string, into: string, changes: object = {}) =>
    command(MERGE, { complaintId, into, expectedVersion: 1, reason: 'the same kettle', ...changes });
  return { tenant, agent, handler, ask, register, read, command, merge };
};
const person = (name: string, contact: object = {}) => ({ details: { name, ...contact } });
const line = (lineNumber: number) => ({ orderNumber: 'SO-77', lineNumber });

describe('duplicates', () => {
  it.each([
    ['nearly the same text in Chinese', { text: LEAK }, { text: SAME_LEAK }, ['SIMILAR_TEXT']],
    ['nearly the same text in English', { text: ENGLISH }, { text: SAME_ENGLISH }, ['SIMILAR_TEXT']],
    [
      'the same order line',
      { text: LEAK, orderLine: line(2) },
      { text: ENGLISH, orderLine: line(2) },
      ['SAME_ORDER_LINE'],
    ],
    [
      'the same e-mail address and product',
      { text: LEAK, product: 'X1', customer: person('王芳', { email: 'WF@example.cn' }) },
      { text: ENGLISH, product: 'X1', customer: person('芳芳', { email: 'wf@example.cn' }) },
      ['SAME_EMAIL', 'SAME_PRODUCT_AND_CATEGORY'],
    ],
    [
      'the same telephone and order',
      { text: LEAK, orderLine: line(1), customer: person('王芳', { phone: '+86 138-0013-8000' }) },
      { text: ENGLISH, orderLine: line(2), customer: person('芳芳', { phone: '13800138000' }) },
      ['SAME_PHONE', 'SAME_ORDER'],
    ],
  ])('are found by %s, on both sides', async (_, first, second, kinds) => {
    const { register, read } = await anOrganisation();
    const [one, other] = [await register(first), await register(second)];
    await register({ text: 'something quite different about opening hours and parking in front of the house' });
    for (const [own, found] of [
      [one, other],
      [other, one],
    ] as const) {
      const { duplicates } = await read(own);
      expect(duplicates.map(({ complaint }) => complaint.id)).toEqual([found]);
      expect(duplicates[0]?.reasons.map(({ kind }) => kind)).toEqual(kinds);
    }
  });

  it('are found by the same customer together with another reason, not alone', async () => {
    const { register, read } = await anOrganisation();
    const customer = { externalRef: 'C-1', ...person('王芳') };
    const one = await register({ text: LEAK, product: 'X1', customer });
    const same = await register({ text: ENGLISH, product: 'X1', customer });
    await register({ text: '停车场太小，每次都要等很久，希望扩建', product: 'X2', customer });
    expect((await read(one)).duplicates.map(({ complaint }) => complaint.id)).toEqual([same]);
  });

  it('are not those of another organisation, nor older than 90 days', async () => {
    const [mine, theirs] = [await anOrganisation(), await anOrganisation()];
    await theirs.register({ text: LEAK });
    await mine.register({ text: LEAK, receivedAt: '2026-07-01T00:00:00.000Z' });
    expect((await mine.read(await mine.register({ text: LEAK }))).duplicates).toEqual([]);
  });

  it('cost two statements for a list, and nothing is shown to customers', async () => {
    const { tenant, register, agent } = await anOrganisation();
    const customer = newId();
    for (let index = 0; index < 5; index += 1) await register({ text: LEAK });
    const counted = async (document: string) => {
      const before = intake.reads();
      const answer = await intake.ask(agent, document);
      expect(answer.errors).toBeUndefined();
      return intake.reads() - before;
    };
    expect(await counted('{ complaints { nodes { id duplicates { score } } } }')).toBe(4);
    expect(await counted(LIST)).toBe(7);
    const own = await intake.tokenFor({ tenant, role: 'customer', customer });
    await intake.ask(own, REGISTER, { input: registration({ text: LEAK, channel: 'WEB_FORM' }) });
    const seen = await intake.ask(
      own,
      '{ complaints { nodes { duplicates { score } mergedFrom { id } changes { fact } similar { count } } } }',
    );
    expect(seen.data).toEqual({
      complaints: { nodes: [{ duplicates: [], mergedFrom: [], changes: [], similar: null }] },
    });
  });
});

describe('a repeat complaint', () => {
  it.each([
    ['the same customer', { externalRef: 'C-9', ...person('王芳') }, { externalRef: 'C-9' }],
    ['the same e-mail address', person('王芳', { email: 'w@example.cn' }), person('王芳芳', { email: 'w@example.cn' })],
    ['the same telephone', person('王芳', { phone: '13900139000' }), person('W', { phone: '+8613900139000' })],
  ])('is known by %s', async (_, first, second) => {
    const { register, read } = await anOrganisation();
    await register({ customer: first, product: 'X1' });
    expect((await read(await register({ customer: second, product: 'X2' }))).repeat).toBe(false);
    expect((await read(await register({ customer: second, product: 'X1', text: ENGLISH }))).repeat).toBe(true);
  });

  it('is none of somebody else', async () => {
    const { register, read } = await anOrganisation();
    await register({ product: 'X1' });
    expect((await read(await register({ product: 'X1' }))).repeat).toBe(false);
  });
});

describe('same complaints within a month', () => {
  it('raise the level of all of them when the third comes, each with its event', async () => {
    const { tenant, register, read } = await anOrganisation('gym-levels');
    const matter = { categoryCode: 'service', product: 'Yoga' };
    const first = await register({ ...matter, customer: { externalRef: 'A', ...person('A') } });
    await register({ ...matter, customer: { externalRef: 'A' } });
    const second = await register({ ...matter, customer: person('B') });
    expect(await read(first)).toMatchObject({ sameWithinMonth: 1, version: 1, intakeLevel: { level: 'other' } });
    await register({ ...matter, product: 'Spinning', customer: person('D') });
    const third = await register({ ...matter, customer: person('C') });
    for (const id of [first, second, third]) {
      expect(await read(id)).toMatchObject({
        sameWithinMonth: 3,
        intakeLevel: { level: 'level-2', because: ['three-same-in-a-month'] },
      });
    }
    const events = await intake.database.system.query<{ envelope: string }>(
      'SELECT envelope FROM outbox_log WHERE tenant_id = :tenant AND envelope LIKE :type',
      { tenant, type: `%${complaintReassessed.type}%` },
    );
    expect(events.map(({ envelope }) => (JSON.parse(envelope) as { data: object }).data)).toEqual([
      expect.objectContaining({ automatic: true, by: 'system:intake', changed: ['sameWithinMonth'] }),
      expect.objectContaining({ automatic: true, by: 'system:intake', changed: ['sameWithinMonth'] }),
      expect.objectContaining({ automatic: true, by: 'system:intake', changed: ['sameWithinMonth'] }),
    ]);
    expect((await read(first))['changes']).toEqual([
      { fact: 'sameWithinMonth', old: '1', new: '3', because: null, by: 'system:intake', automatic: true },
      {
        fact: 'level',
        old: 'other',
        new: 'level-2',
        because: 'three-same-in-a-month',
        by: 'system:intake',
        automatic: true,
      },
    ]);
    const fourth = await register({ ...matter, customer: person('E') });
    expect(await read(fourth)).toMatchObject({ sameWithinMonth: 4 });
    expect(await read(third)).toMatchObject({ sameWithinMonth: 3, version: 1 });
  });

  it('are counted anew when one of them turns out to be of another category', async () => {
    const { register, read, command } = await anOrganisation('gym-levels');
    const yoga = { product: 'Yoga' };
    const first = await register({ ...yoga, categoryCode: 'service', customer: person('A') });
    await register({ ...yoga, categoryCode: 'service', customer: person('B') });
    const wrong = await register({ ...yoga, categoryCode: 'card-price-discount', customer: person('C') });
    expect(await read(wrong)).toMatchObject({ sameWithinMonth: 1, intakeLevel: { level: 'other' } });
    const input = { complaintId: wrong, expectedVersion: 1, reason: 'it is the trainer', categoryCode: 'service' };
    expect(await command(CORRECT, input)).toMatchObject({ complaint: { version: 2 }, userErrors: [] });
    for (const id of [wrong, first]) {
      expect(await read(id)).toMatchObject({ sameWithinMonth: 3, intakeLevel: { level: 'level-2' }, version: 2 });
    }
  });

  it('are counted to the last one when many come at once', async () => {
    const { register, read } = await anOrganisation('gym-levels');
    const ids = await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        register({ categoryCode: 'service', product: 'Yoga', customer: person(`P${index}`) }),
      ),
    );
    const levels = await Promise.all(ids.map(async (id) => (await read(id))['intakeLevel']));
    expect(levels).toEqual(ids.map(() => expect.objectContaining({ level: 'level-2' }) as unknown));
  });
});

describe('merge complaints', () => {
  const twoOfOnePerson = async () => {
    const organisation = await anOrganisation();
    const customer = { externalRef: 'C-1', ...person('王芳') };
    const [one, other] = [
      await organisation.register({ text: LEAK, customer }),
      await organisation.register({ text: SAME_LEAK, customer }),
    ];
    return { ...organisation, one, other };
  };

  it('links the two, shows it on both sides, loses nothing, and can be undone', async () => {
    const { one, other, merge, read, command } = await twoOfOnePerson();
    expect(await merge(other, one)).toMatchObject({
      complaint: { version: 2, mergedInto: { id: one } },
      userErrors: [],
    });
    expect(await read(one)).toMatchObject({
      version: 1,
      mergedFrom: [{ id: other }],
      changes: [{ fact: 'mergedFrom', because: 'the same kettle' }],
    });
    expect(await read(other)).toMatchObject({
      text: SAME_LEAK,
      mergedInto: { id: one },
      changes: [{ fact: 'mergedInto' }],
    });
    const undone = await command(UNMERGE, { complaintId: other, expectedVersion: 2, reason: 'two kettles' });
    expect(undone).toMatchObject({ complaint: { version: 3, mergedInto: null } });
    expect(await read(one)).toMatchObject({
      mergedFrom: [],
      changes: [{ fact: 'mergedFrom' }, { fact: 'mergedFrom', new: null }],
    });
    const events = await intake.database.system.query<{ type: string; envelope: string }>(
      "SELECT type, envelope FROM outbox_log WHERE type LIKE '%merged%' ORDER BY aggregate_version",
    );
    expect(events.map(({ type }) => type)).toEqual([
      'redress.intake.complaint.merged.v1',
      'redress.intake.complaint.unmerged.v1',
    ]);
  });

  it('is refused with itself, into a duplicate, of one that has duplicates, and twice', async () => {
    const { one, other, merge, register } = await twoOfOnePerson();
    const third = await register({ text: LEAK, customer: { externalRef: 'C-1' } });
    const codes = async (answer: Promise<Answered>) => (await answer).userErrors.map(({ code }) => code);
    expect(await codes(merge(one, one))).toEqual(['INTAKE_MERGE_WITH_ITSELF']);
    expect(await codes(merge(other, one))).toEqual([]);
    expect(await codes(merge(one, other))).toEqual(['INTAKE_MERGE_INTO_MERGED']);
    expect(await codes(merge(third, other))).toEqual(['INTAKE_MERGE_INTO_MERGED']);
    expect(await codes(merge(one, third))).toEqual(['INTAKE_MERGE_HAS_DUPLICATES']);
    expect(await codes(merge(other, third, { expectedVersion: 2 }))).toEqual(['INTAKE_ALREADY_MERGED']);
    expect(await codes(merge(other, third))).toEqual(['VERSION_CONFLICT']);
  });

  it('of two people has to be confirmed, unless both are about one order line', async () => {
    const { register, merge } = await anOrganisation();
    const [one, other] = [await register({ text: LEAK }), await register({ text: LEAK })];
    expect(await merge(one, other)).toMatchObject({ userErrors: [{ code: 'INTAKE_MERGE_OF_ANOTHER_PERSON' }] });
    expect(await merge(one, other, { otherPersonConfirmed: true })).toMatchObject({ userErrors: [] });
    const [wife, husband] = [await register({ orderLine: line(1) }), await register({ orderLine: line(1) })];
    expect(await merge(wife, husband)).toMatchObject({ userErrors: [] });
  });

  it('knows no complaint of another organisation', async () => {
    const [mine, theirs] = [await anOrganisation(), await anOrganisation()];
    const [own, foreign] = [await mine.register(), await theirs.register()];
    expect(await mine.merge(own, foreign)).toMatchObject({
      userErrors: [{ code: 'NOT_FOUND', path: ['input', 'into'] }],
    });
    expect(await mine.merge(foreign, own)).toMatchObject({
      userErrors: [{ code: 'NOT_FOUND', path: ['input', 'complaintId'] }],
    });
  });

  it('never makes a circle or a chain, whoever is first of many at once', async () => {
    const { register, merge, read } = await anOrganisation();
    const customer = { externalRef: 'C-1', ...person('王芳') };
    const ids = [await register({ customer }), await register({ customer }), await register({ customer })];
    const pairs = ids.flatMap((one) => ids.filter((other) => other !== one).map((other) => [one, other] as const));
    await Promise.all(pairs.map(([one, other]) => merge(one, other)));
    const links = new Map(
      await Promise.all(ids.map(async (id) => [id, (await read(id))['mergedInto'] as { id: string } | null] as const)),
    );
    const targets = [...links.values()].flatMap((target) => (target === null ? [] : [target.id]));
    expect(targets.length).toBeGreaterThan(0);
    for (const target of targets) expect(links.get(target)).toBeNull();
  });
});

describe('similar products', () => {
  it('are counted at other customers, and the check is kept', async () => {
    const { handler, register, read, command, agent } = await anOrganisation();
    const mine = { externalRef: 'M', ...person('M') };
    const own = await register({ product: 'Pump', customer: mine });
    await register({ product: 'Pump', customer: { externalRef: 'M' } });
    await register({ product: 'Other', customer: person('Z') });
    const b = { externalRef: 'B', ...person('B') };
    await register({ product: 'Pump', customer: b, receivedAt: '2026-10-01T00:00:00.000Z' });
    await register({ product: 'Pump', customer: { externalRef: 'B' }, receivedAt: '2026-10-02T00:00:00.000Z' });
    const latest = await register({ product: 'Pump', customer: person('C') });
    await register({
      product: 'Pump',
      customer: person('D'),
      receivedAt: '2026-01-02T00:00:00.000Z',
      categoryCode: 'delivery-delay',
    });
    expect((await read(own))['similar']).toMatchObject({
      count: 3,
      exact: true,
      customerCount: 2,
      complaints: [{ id: latest }, {}],
      customers: [
        { customer: { name: 'B' }, complaints: 2 },
        { customer: { name: 'C' }, complaints: 1 },
      ],
    });
    const check = { complaintId: own, found: true, note: 'batch 7' };
    expect(await command(CHECK, check, handler)).toMatchObject({ userErrors: [] });
    expect((await read(own))['similarProductChecks']).toEqual([
      { found: true, customers: 2, note: 'batch 7', checkedBy: 'handler-1' },
    ]);
    await expect(command(CHECK, check, agent)).rejects.toThrow('FORBIDDEN');
  });
});
