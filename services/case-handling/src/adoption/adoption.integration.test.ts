import { newId } from '@redress/kernel';
import { FakeProducer } from '../test-bench/fake-producer';
import { Organisation, type Payload } from '../test-bench/organisation';
import { startService, type RunningService } from '../test-bench/running-service';

describe('regulations and staff', () => {
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

  const codes = (payload: { readonly userErrors: Payload['userErrors'] }): string[] =>
    payload.userErrors.map(({ code }) => code);

  it('shows what can be adopted, in both languages, with the sentences of the source', async () => {
    const { regulation } = await org.read<{ regulation: object }>(
      org.customer(newId()),
      `{ regulation(code: "company-24h-3wd-7wd") { version title(locale: ZH_CN) source channels
          stages { stage label(locale: ZH_CN) performers deadline { duration { amount unit } openValue startsAt quote } }
          openValues { key type label quote } } }`,
    );
    expect(regulation).toMatchObject({
      version: 1,
      title: '客户投诉处理制度',
      stages: [
        { stage: 'acceptance', deadline: { duration: { amount: 24, unit: 'HOURS' }, startsAt: 'RECEIPT' } },
        { stage: 'investigation', deadline: { duration: { amount: 3, unit: 'WORKING_DAYS' } } },
        { stage: 'resolution', performers: ['HANDLER'] },
        { stage: 'follow-up', deadline: { duration: null, openValue: 'followUpWithin' } },
      ],
      openValues: [
        { key: 'followUpWithin', type: 'DURATION' },
        { key: 'authority', type: 'AUTHORITY', quote: null },
      ],
    });
    expect(await org.read(org.wu, '{ regulation(code: "none") { code } regulations { code } }')).toEqual({
      regulation: null,
      regulations: expect.arrayContaining([{ code: 'company-24h-3wd-7wd' }]) as unknown,
    });
  });

  it('shows what was adopted, and tells the others by an event with the settings', async () => {
    const { adoptions, adoptionInForce } = await org.read<{ adoptions: object[]; adoptionInForce: object }>(
      org.auditor,
      `{ adoptions { regulation { code } effectiveFrom adoptedBy timeZone numbering { pattern period }
          openValues { key duration { amount unit } authority { role currency maximum { amount } } } }
         adoptionInForce { regulation { code } } before: adoptionInForce(at: "2025-01-01T00:00:00.000Z") { id } }`,
    );
    expect(adoptionInForce).toEqual({ regulation: { code: 'company-24h-3wd-7wd' } });
    expect(adoptions).toMatchObject([
      {
        effectiveFrom: '2026-01-01T00:00:00.000Z',
        adoptedBy: 'ada',
        timeZone: 'Asia/Shanghai',
        numbering: { pattern: '{YYYY}{MM}-{SERIAL:6}', period: 'MONTH' },
        openValues: [
          { key: 'followUpWithin', duration: { amount: 7, unit: 'CALENDAR_DAYS' }, authority: null },
          {
            key: 'authority',
            authority: [{ role: 'SUPERVISOR', maximum: { amount: '1000.00' } }, { role: 'MANAGER' }],
          },
        ],
      },
    ]);
    const [row] = await service.database
      .reader(org.tenant)
      .query<{ envelope: string }>(
        "SELECT o.envelope FROM outbox_log o WHERE o.tenant_id = :tenantId AND o.type LIKE '%regulation.adopted%'",
      );
    expect(JSON.parse(row?.envelope ?? '{}')).toMatchObject({
      data: { regulation: { id: 'company-24h-3wd-7wd', version: 1 }, settings: { calendar: 'cn' } },
    });
  });

  it.each([
    ['an unknown regulation', { regulation: 'none' }, 'CASE_REGULATION_UNKNOWN'],
    ['an open value left out', { openValues: [] }, 'REGULATION_OPEN_VALUE_MISSING'],
    ['an unknown calendar', { calendar: 'mars' }, 'REGULATION_CALENDAR_UNKNOWN'],
    ['an unknown zone', { timeZone: 'Mars/Olympus' }, 'REGULATION_SETTINGS_MALFORMED'],
    [
      'a number that could repeat',
      { numbering: { pattern: '{YYYY}', period: 'MONTH' } },
      'REGULATION_NUMBER_CAN_REPEAT',
    ],
    ['one that takes effect before the last', { effectiveFrom: '2025-12-31T00:00:00.000Z' }, 'CASE_ADOPTION_NOT_LATER'],
    ['one that takes effect with the last', { effectiveFrom: '2026-01-01T00:00:00.000Z' }, 'CASE_ADOPTION_NOT_LATER'],
    [
      'an amount that its currency cannot hold',
      { openValues: [{ key: 'authority', authority: [{ role: 'MANAGER', currency: 'JPY', maximum: '1.5' }] }] },
      'AMOUNT_INVALID',
    ],
  ])('refuses %s', async (_, changes, code) => {
    expect(codes(await org.adopt({ effectiveFrom: '2027-01-01T00:00:00.000Z', ...changes }))).toContain(code);
  });

  it('is for admins alone', async () => {
    const answers = [
      await org.attempt(org.wu, 'adoptRegulation', 'AdoptRegulationInput', {
        regulation: 'x',
        version: 1,
        effectiveFrom: '2027-01-01T00:00:00.000Z',
        timeZone: 'UTC',
        calendar: 'cn',
        openValues: [],
      }),
      await org.attempt(org.wu, 'registerStaffMember', 'RegisterStaffMemberInput', {
        subject: 's',
        name: 'S',
        roles: ['HANDLER'],
      }),
      await service.ask(org.customer(newId()), '{ adoptions { id } }'),
      await service.ask(org.customer(newId()), '{ staffMembers { nodes { id } } }'),
    ];
    expect(answers.map(({ errors }) => errors?.[0]?.extensions['code'])).toEqual(
      Array.from({ length: 4 }, () => 'FORBIDDEN'),
    );
  });

  it('binds a case to the adoption in force at its receipt, and leaves it bound', async () => {
    const late = await Organisation.found(service, intake);
    await late.adopt({ effectiveFrom: '2026-03-12T00:00:00.000Z', timeZone: 'Europe/London' });
    const zone = async (number: string): Promise<unknown> =>
      late.read(
        late.wu,
        'query ($number: String!) { caseByNumber(number: $number) { clocks { proof { timeZone } } } }',
        { number },
      );
    const { registered } = await late.open();
    expect(JSON.stringify(await zone(registered.number))).toContain('Europe/London');
  });

  const register = (input: object) =>
    org.mutate<{ staffMember: { id: string; version: number } | null; userErrors: Payload['userErrors'] }>(
      org.admin,
      'registerStaffMember',
      'RegisterStaffMemberInput',
      { subject: newId(), name: 'Sun', roles: ['HANDLER'], ...input },
      'staffMember { id version }',
    );

  it.each([
    ['somebody twice', { subject: 'li' }, 'CASE_STAFF_MEMBER_EXISTS'],
    ['somebody without a name', { name: ' ' }, 'CASE_TEXT_MISSING'],
    ['somebody with an endless name', { name: 'x'.repeat(201) }, 'CASE_TEXT_TOO_LONG'],
    ['somebody without a role', { roles: [] }, 'CASE_STAFF_ROLE_MISSING'],
    ['a complainant', { roles: ['CUSTOMER'] }, 'CASE_STAFF_ROLE_NOT_POSSIBLE'],
    ['under no key', { idempotencyKey: '' }, 'INPUT_INVALID'],
  ])('refuses to register %s', async (_, input, code) => {
    expect(codes(await register(input))).toEqual([code]);
  });

  it('changes a member of staff at the version that was read; who is inactive gets no case', async () => {
    const subject = newId();
    const { staffMember } = await register({ subject });
    const update = (input: object) =>
      org.mutate<{ staffMember: object | null; userErrors: Payload['userErrors'] }>(
        org.admin,
        'updateStaffMember',
        'UpdateStaffMemberInput',
        { staffMemberId: staffMember?.id, expectedVersion: 1, ...input },
        'staffMember { name active version unitId roles }',
      );
    expect(codes(await update({ staffMemberId: 'x' }))).toEqual(['NOT_FOUND']);
    expect(codes(await update({ roles: [] }))).toEqual(['CASE_STAFF_ROLE_MISSING']);
    expect(codes(await update({ unitId: 'north' }))).toEqual(['CASE_UNIT_UNKNOWN']);
    await org.mutate(org.admin, 'registerUnit', 'RegisterUnitInput', { code: 'north', label: '北区', kind: 'BRANCH' });
    expect((await update({ active: false, unitId: 'north' })).staffMember).toEqual({
      ...{ name: 'Sun', active: false, version: 2, unitId: 'north', roles: ['HANDLER'] },
    });
    expect(codes(await update({ name: 'Other' }))).toEqual(['VERSION_CONFLICT']);
    const { view } = await org.open();
    const accepted = await org.done(org.agent, 'acceptCase', view);
    expect(codes(await org.act(org.wu, 'assignCase', accepted, { assignee: subject }))).toEqual([
      'CASE_ASSIGNEE_INACTIVE',
    ]);
  });

  it('lists the staff of one’s own organisation', async () => {
    const query = '{ staffMembers(role: HANDLER, active: true) { nodes { id subject } totalCount { value } } }';
    const { staffMembers } = await org.read<{ staffMembers: { nodes: { id: string; subject: string }[] } }>(
      org.wu,
      query,
    );
    expect(staffMembers.nodes.map(({ subject }) => subject)).toEqual(expect.arrayContaining(['li', 'zhao']));
    const all = await org.read<{ staffMembers: { nodes: object[] } }>(
      org.admin,
      '{ staffMembers(role: null, active: null) { nodes { id } } }',
    );
    expect(all.staffMembers.nodes.length).toBeGreaterThanOrEqual(staffMembers.nodes.length);
    const other = await Organisation.found(service, intake);
    const [first] = staffMembers.nodes;
    const read = (organisation: Organisation) =>
      organisation.read<{ staffMember: object | null; _entities: unknown[] }>(
        organisation.wu,
        'query ($id: ID!, $r: [_Any!]!) { staffMember(id: $id) { subject } _entities(representations: $r) { ... on StaffMember { subject } } }',
        { id: first?.id, r: [{ __typename: 'StaffMember', id: first?.id }] },
      );
    expect(await read(org)).toEqual({
      staffMember: { subject: first?.subject },
      _entities: [{ subject: first?.subject }],
    });
    expect(await read(other)).toEqual({ staffMember: null, _entities: [null] });
  });
});
