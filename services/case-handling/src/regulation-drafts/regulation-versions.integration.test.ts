import { findRegulation } from '@redress/regulations';
import { aRegistration, FakeProducer } from '../test-bench/fake-producer';
import { Organisation, type Payload } from '../test-bench/organisation';
import { startService, type Person, type RunningService } from '../test-bench/running-service';

const DRAFT = `draft { id version missingSignatories signatures { signatory signedBy }
  regulation { code version origin effectiveFrom } } problems { line path expected }`;

interface DraftView {
  readonly id: string;
  readonly version: number;
  readonly missingSignatories: readonly string[];
  readonly regulation: { readonly version: number; readonly effectiveFrom: string | null };
}
interface Answered {
  readonly draft: DraftView | null;
  readonly problems: readonly { readonly line: number; readonly path: string; readonly expected: string }[];
  readonly userErrors: Payload['userErrors'];
}

const HANDBOOK = findRegulation('jewellery-retail');
const PLAIN = findRegulation('company-24h-3wd-7wd');

describe('versions of a regulation', () => {
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

  const codes = ({ userErrors }: { readonly userErrors: Payload['userErrors'] }): string[] =>
    userErrors.map(({ code }) => code);
  const draft = (document: unknown, input: object = {}, of = org): Promise<Answered> =>
    of.mutate(of.admin, 'draftRegulation', 'DraftRegulationInput', { document, ...input }, DRAFT);
  const on = (current: DraftView | null) => ({ draftId: current?.id, expectedVersion: current?.version });
  const sign = (who: Person, current: DraftView | null, signatory: string): Promise<Answered> =>
    org.mutate(who, 'signRegulation', 'SignRegulationInput', { ...on(current), signatory }, DRAFT);
  const publish = (current: DraftView | null, effectiveFrom: string, of = org): Promise<Answered> =>
    of.mutate(of.admin, 'publishRegulation', 'PublishRegulationInput', { ...on(current), effectiveFrom }, DRAFT);
  const appointed = async (subject: string, party: string, of = org): Promise<Person> => {
    await of.mutate(of.admin, 'registerStaffMember', 'RegisterStaffMemberInput', {
      ...{ subject, name: subject, roles: ['MANAGER'], parties: [party] },
    });
    return of.person(subject, 'manager');
  };

  describe('when an organisation writes its own', () => {
    const own = (changes: object = {}) => ({ ...PLAIN, id: 'our-rules', ...changes });

    it('stores nothing of a text with mistakes, and tells each with its line, its path and what was expected', async () => {
      const broken = own({ title: { zh: '规则' }, stages: [{ ...PLAIN?.stages[0], kind: 'DANCE' }] });
      const { draft: stored, problems, userErrors } = await draft(broken);
      expect(stored).toBeNull();
      const paths = problems.map(({ path }) => path);
      expect(paths).toEqual(expect.arrayContaining(['/title/en', '/stages/0/kind']));
      expect(new Set(userErrors.map(({ code }) => code))).toEqual(new Set(['CASE_REGULATION_MISTAKE']));
      expect(userErrors).toHaveLength(problems.length);
      const at = problems.find(({ path }) => path === '/stages/0/kind');
      expect(at?.line).toBeGreaterThan(1);
      expect(userErrors.map(({ message }) => message).join(' ')).toContain(`Line ${at?.line}, /stages/0/kind`);
      expect(await org.read(org.wu, '{ regulationDrafts { nodes { id } } }')).toEqual({
        regulationDrafts: { nodes: [] },
      });
    });

    it('tells the mistakes of a file by the lines of its own text, without storing it', async () => {
      const text = JSON.stringify(own({ version: 'one' }), null, 4);
      const { regulationProblems } = await org.read<{ regulationProblems: Answered['problems'] }>(
        org.admin,
        'query ($document: JSON!) { regulationProblems(document: $document) { line path expected } }',
        { document: text },
      );
      const line = text.split('\n').findIndex((each) => each.includes('"version"')) + 1;
      expect(regulationProblems).toContainEqual(expect.objectContaining({ path: '/version', line }));
    });

    it('refuses the name of one that ships', async () => {
      expect(codes(await draft(PLAIN))).toEqual(['CASE_REGULATION_NAME_TAKEN']);
    });

    it('grows by a version with each publication; the later takes the place of the earlier', async () => {
      const { draft: first } = await draft(own());
      expect((await publish(first, '2026-02-01T00:00:00.000Z')).draft?.regulation).toMatchObject({ version: 1 });
      const { draft: second } = await draft(own());
      expect(codes(await publish(second, '2026-02-01T00:00:00.000Z'))).toEqual(['CASE_REGULATION_NOT_LATER']);
      expect((await publish(second, '2026-03-01T00:00:00.000Z')).draft?.regulation).toMatchObject({ version: 2 });
      const { regulations } = await org.read<{ regulations: { code: string }[] }>(
        org.wu,
        '{ regulations { code version origin effectiveFrom supersededFrom } }',
      );
      expect(regulations.filter(({ code }) => code === 'our-rules')).toEqual([
        {
          ...{ code: 'our-rules', version: 1, origin: 'OWN', effectiveFrom: '2026-02-01T00:00:00.000Z' },
          supersededFrom: '2026-03-01T00:00:00.000Z',
        },
        {
          ...{ code: 'our-rules', version: 2, origin: 'OWN', effectiveFrom: '2026-03-01T00:00:00.000Z' },
          supersededFrom: null,
        },
      ]);
      expect(regulations.some(({ code }) => code === 'company-24h-3wd-7wd')).toBe(true);
    });

    it('never changes what is published', async () => {
      const { draft: current } = await draft(own({ id: 'fixed-rules' }));
      const { draft: published } = await publish(current, '2026-02-01T00:00:00.000Z');
      expect(codes(await publish(published, '2026-04-01T00:00:00.000Z'))).toEqual(['CASE_REGULATION_PUBLISHED']);
      expect(codes(await draft(own({ id: 'fixed-rules' }), on(published)))).toEqual(['CASE_REGULATION_PUBLISHED']);
    });

    it('is seen and changed by its own organisation alone', async () => {
      const { draft: current } = await draft(own({ id: 'private-rules' }));
      const other = await Organisation.found(service, intake);
      expect(codes(await draft(own(), on(current), other))).toEqual(['NOT_FOUND']);
      expect(codes(await publish(current, '2026-04-01T00:00:00.000Z', other))).toEqual(['NOT_FOUND']);
      expect(
        await other.read(
          other.wu,
          'query ($id: ID!) { regulationDraft(id: $id) { id } regulation(code: "our-rules") { code } }',
          { id: current?.id },
        ),
      ).toEqual({ regulationDraft: null, regulation: null });
    });
  });

  describe('when its change control demands four signatures', () => {
    const SIGNATORIES = ['marketing-director', 'executive-director', 'general-manager', 'chairman'] as const;
    let people: ReadonlyMap<string, Person>;

    beforeAll(async () => {
      const found = await Promise.all(
        SIGNATORIES.map(async (party) => [party, await appointed(`signing-${party}`, party)] as const),
      );
      people = new Map(found);
    });
    const person = (party: string): Person => people.get(party) ?? org.qin;

    it('is published only when four people have signed this very text', async () => {
      let { draft: current } = await draft({ ...HANDBOOK, id: 'our-handbook' });
      expect(current?.missingSignatories).toEqual(SIGNATORIES);
      for (const signatory of SIGNATORIES.slice(0, 3)) {
        ({ draft: current } = await sign(person(signatory), current, signatory));
      }
      const early = await publish(current, '2026-04-01T00:00:00.000Z');
      expect(codes(early)).toEqual(['CASE_SIGNATURES_MISSING']);
      expect(early.userErrors[0]?.details?.['allowed']).toEqual(['chairman']);
      ({ draft: current } = await draft({ ...HANDBOOK, id: 'our-handbook', missing: ['one sentence'] }, on(current)));
      expect(current?.missingSignatories).toEqual(SIGNATORIES);
      for (const signatory of SIGNATORIES) ({ draft: current } = await sign(person(signatory), current, signatory));
      expect((await publish(current, '2026-04-01T00:00:00.000Z')).draft?.regulation).toMatchObject({ version: 1 });
    });

    it('takes no signature twice, of the wrong person, for nobody, or of a text that changed', async () => {
      const { draft: current } = await draft({ ...HANDBOOK, id: 'other-handbook' });
      expect(codes(await sign(org.qin, current, 'chairman'))).toEqual(['CASE_SIGNATORY_NOT_YOU']);
      expect(codes(await sign(org.person('signing-chairman', 'agent'), current, 'chairman'))).toEqual([
        'CASE_SIGNATORY_NOT_YOU',
      ]);
      expect(codes(await sign(person('chairman'), current, 'stranger'))).toEqual(['CASE_SIGNATORY_UNKNOWN']);
      const { draft: signed } = await sign(person('chairman'), current, 'chairman');
      expect(codes(await sign(person('chairman'), signed, 'chairman'))).toEqual(['CASE_SIGNED_ALREADY']);
      expect(codes(await sign(person('general-manager'), current, 'general-manager'))).toEqual(['VERSION_CONFLICT']);
      const { subject } = person('general-manager');
      const { staffMembers } = await org.read<{ staffMembers: { nodes: { id: string; subject: string }[] } }>(
        org.wu,
        '{ staffMembers(first: 100) { nodes { id subject } } }',
      );
      await org.mutate(org.admin, 'updateStaffMember', 'UpdateStaffMemberInput', {
        staffMemberId: staffMembers.nodes.find((each) => each.subject === subject)?.id,
        expectedVersion: 1,
        parties: ['general-manager', 'executive-director'],
      });
      const { draft: twice } = await sign(person('general-manager'), signed, 'general-manager');
      expect(codes(await sign(person('general-manager'), twice, 'executive-director'))).toEqual([
        'CASE_SIGNED_ALREADY',
      ]);
    });

    it('is adopted, where it ships, only when four people have signed the very terms', async () => {
      const terms = {
        regulation: 'jewellery-retail',
        version: 1,
        effectiveFrom: '2026-05-01T00:00:00.000Z',
        timeZone: 'Asia/Shanghai',
        calendar: 'cn',
        openValues: [
          { key: 'authority', authority: [{ holder: 'general-manager', currency: 'CNY', maximum: '50000.00' }] },
          { key: 'retention', duration: { amount: 5, unit: 'YEARS' } },
        ],
      };
      const signTerms = (signatory: string, changes: object = {}) =>
        org.mutate<{ userErrors: Payload['userErrors']; terms: string | null }>(
          person(signatory),
          'signAdoption',
          'SignAdoptionInput',
          { ...terms, ...changes, signatory },
          'terms signatures { signatory signedBy }',
        );
      for (const signatory of SIGNATORIES.slice(1)) expect(codes(await signTerms(signatory))).toEqual([]);
      await signTerms('marketing-director', { effectiveFrom: '2026-06-01T00:00:00.000Z' });
      const early = await org.adopt(terms);
      expect(codes(early)).toEqual(['CASE_SIGNATURES_MISSING']);
      expect(early.userErrors[0]?.details?.['allowed']).toEqual(['marketing-director']);
      expect(codes(await signTerms('marketing-director'))).toEqual([]);
      expect(codes(await signTerms('marketing-director'))).toEqual(['CASE_SIGNED_ALREADY']);
      expect(codes(await org.adopt(terms))).toEqual([]);
      const { adoptions } = await org.read<{ adoptions: { signatures: { signatory: string }[] }[] }>(
        org.wu,
        '{ adoptions { regulation { code } signatures { signatory } } }',
      );
      expect(new Set(adoptions.at(-1)?.signatures.map(({ signatory }) => signatory))).toEqual(new Set(SIGNATORIES));
    });
  });

  it('binds each complaint to the version in force at its receipt, also one that is entered late', async () => {
    const late = await Organisation.found(service, intake);
    const within = (amount: number) => ({
      ...PLAIN,
      id: 'house-rules',
      stages: PLAIN?.stages.map((stage) =>
        stage.kind === 'ACCEPTANCE' ? { ...stage, deadline: { ...stage.deadline, amount } } : stage,
      ),
    });
    for (const [amount, from] of [
      [24, '2026-02-01T00:00:00.000Z'],
      [48, '2026-03-01T00:00:00.000Z'],
    ] as const) {
      const { draft: current } = await draft(within(amount), {}, late);
      await publish(current, from, late);
    }
    const adopt = (version: number, effectiveFrom: string) =>
      late.adopt({ regulation: 'house-rules', version, effectiveFrom });
    expect(codes(await adopt(2, '2026-02-15T00:00:00.000Z'))).toEqual(['CASE_ADOPTION_BEFORE_EFFECT']);
    expect(codes(await adopt(1, '2026-03-02T00:00:00.000Z'))).toEqual(['CASE_REGULATION_SUPERSEDED']);
    expect(codes(await adopt(1, '2026-02-01T00:00:00.000Z'))).toEqual([]);
    const hours = async (version: number, receivedAt: string): Promise<number> => {
      const { registered } = await late.open(
        aRegistration({
          regulation: { id: 'house-rules', version },
          receivedAt,
          registeredAt: '2026-03-12T02:01:00.000Z',
        }),
      );
      const { case: found } = await late.read<{ case: { clocks: { stage: string; dueAt: string }[] } }>(
        late.wu,
        'query ($number: String!) { case: caseByNumber(number: $number) { regulation { version } clocks { stage dueAt } } }',
        { number: registered.number },
      );
      const due = found.clocks.find(({ stage }) => stage === 'acceptance')?.dueAt ?? '';
      return (Date.parse(due) - Date.parse(receivedAt)) / 3_600_000;
    };
    expect(await hours(1, '2026-02-27T01:00:00.000Z')).toBe(24);
    expect(codes(await adopt(2, '2026-03-01T00:00:00.000Z'))).toEqual([]);
    expect(await hours(2, '2026-03-02T01:00:00.000Z')).toBe(48);
    expect(await hours(1, '2026-02-28T01:00:00.000Z')).toBe(24);
    const told = await service.database
      .reader(late.tenant)
      .query<{ envelope: string }>(
        "SELECT o.envelope FROM outbox_log o WHERE o.tenant_id = :tenantId AND o.type LIKE '%regulation.adopted%'",
      );
    expect(told.map(({ envelope }) => JSON.parse(envelope) as unknown)).toContainEqual(
      expect.objectContaining({
        data: expect.objectContaining({
          document: expect.objectContaining({ id: 'house-rules', version: 2 }) as unknown,
        }) as unknown,
      }),
    );
  });

  it('decides what the handbook does not cover by analogy, has it approved, and links it to the next text', async () => {
    const shop = await Organisation.found(service, intake);
    const { draft: current } = await draft({ ...HANDBOOK, id: 'shop-rules', changeControl: undefined }, {}, shop);
    await publish(current, '2026-02-01T00:00:00.000Z', shop);
    const values = [
      { key: 'authority', authority: [{ holder: 'general-manager', currency: 'CNY' }] },
      { key: 'retention', duration: { amount: 5, unit: 'YEARS' } },
    ];
    const adopted = await shop.adopt({
      ...{ regulation: 'shop-rules', effectiveFrom: '2026-03-01T00:00:00.000Z', openValues: values },
    });
    expect(codes(adopted)).toEqual([]);
    await shop.mutate(shop.admin, 'registerStaffMember', 'RegisterStaffMemberInput', {
      ...{ subject: 'centre', name: 'Centre', roles: ['HANDLER'], parties: ['cs-centre'] },
    });
    const centre = shop.person('centre', 'handler');
    const director = await appointed('director', 'marketing-director', shop);
    interface Gap {
      readonly gapDecision: { readonly id: string; readonly version: number } | null;
      readonly userErrors: Payload['userErrors'];
    }
    const view = 'gapDecision { id version approvedBy draftId }';
    const record = (who: Person, input: object = {}): Promise<Gap> =>
      shop.mutate(
        who,
        'recordGapDecision',
        'RecordGapDecisionInput',
        { matter: '网店直播', decision: '比照柜台', ...input },
        view,
      );
    expect(codes(await record(shop.li))).toEqual(['CASE_GAP_NOT_YOURS']);
    expect(codes(await record(centre, { decision: ' ' }))).toEqual(['CASE_TEXT_MISSING']);
    expect(codes(await record(centre, { caseId: 'nowhere' }))).toEqual(['NOT_FOUND']);
    const { gapDecision } = await record(centre);
    const approve = (who: Person): Promise<Gap> =>
      shop.mutate(
        who,
        'approveGapDecision',
        'ApproveGapDecisionInput',
        { gapDecisionId: gapDecision?.id, expectedVersion: gapDecision?.version },
        view,
      );
    expect(codes(await approve(centre))).toEqual(['CASE_GAP_NOT_YOURS']);
    expect((await approve(director)).gapDecision).toMatchObject({ approvedBy: 'director' });
    const { draft: next } = await draft(
      { ...HANDBOOK, id: 'shop-rules', changeControl: undefined },
      { gapDecisionIds: [gapDecision?.id] },
      shop,
    );
    const { gapDecisions } = await shop.read<{ gapDecisions: { nodes: object[] } }>(
      shop.wu,
      '{ gapDecisions { nodes { matter decision decidedBy approvedBy draftId } } }',
    );
    expect(gapDecisions.nodes).toEqual([
      { matter: '网店直播', decision: '比照柜台', decidedBy: 'centre', approvedBy: 'director', draftId: next?.id },
    ]);
    expect(codes(await draft({ ...HANDBOOK, id: 'x' }, { gapDecisionIds: ['x'] }, shop))).toEqual(['NOT_FOUND']);
  });

  it('shows everything that a client needs, in both languages', async () => {
    const { regulation } = await org.read<{ regulation: Record<string, unknown> }>(
      org.wu,
      `{ regulation(code: "jewellery-retail") {
        origin levels { level rank label(locale: ZH_CN) initial triggers { when quote } } parties { party role label }
        cardFields { key label } papers { paper kind copies { copy holder } sections { section } }
        dissatisfaction { path } reports { report } metrics { metric } itemTypes { type }
        classification { axis values { code label } } signatories { signatory label(locale: EN) role }
        stages { stage performers parties when quote } document } }`,
    );
    expect(regulation).toMatchObject({
      origin: 'SHIPPED',
      signatories: [
        { signatory: 'marketing-director', label: 'Marketing director', role: 'MANAGER' },
        { signatory: 'executive-director' },
        { signatory: 'general-manager' },
        { signatory: 'chairman' },
      ],
      document: { id: 'jewellery-retail', changeControl: { signatures: [{}, {}, {}, {}] } },
    });
    const levels = regulation['levels'] as { readonly rank: number; readonly label: string }[];
    expect(levels.map(({ label }) => label)).toContain('危机投诉');
    expect(levels.map(({ rank }) => rank)).toEqual([...levels.map(({ rank }) => rank)].sort((one, two) => one - two));
  });
});
