import { complaintReassessed, type Matter } from '@redress/contracts';
import { fromGlobalId } from '@redress/graphql-runtime';
import { APOLOGY } from '../test-bench/chapters';
import { aRegistration, FakeProducer } from '../test-bench/fake-producer';
import { Organisation, type CaseView } from '../test-bench/organisation';
import { startService, type Person, type RunningService } from '../test-bench/running-service';

const INSURER = { id: 'insurer-consultation', version: 1 };
const GYM = { id: 'gym-levels', version: 1 };
const AUTHORITY = {
  key: 'authority',
  authority: [{ role: 'MANAGER', currency: 'CNY', maximum: '10000.00' }],
};
const MATTER: Matter = {
  itemType: 'COMPLAINT',
  written: false,
  complainantKind: 'CONSUMER',
  persons: 1,
  raised: 1,
  classification: {},
  assessment: {},
  card: {},
  sameWithinMonth: 1,
  repeat: false,
};
const DETAILS = `level { code track because label(locale: EN) } levelHistory { from level because reason changedBy }
  stages { stage state parties missing approvals } stagePapers { stage act note sections { section text } }
  handOvers { id handOver to from documents confirmedBy } whoMayApprove { holder role }`;

interface Details {
  readonly level: { readonly code: string; readonly because: readonly string[] } | null;
  readonly levelHistory: readonly { readonly level: string; readonly reason: string | null }[];
  readonly stages: readonly { readonly stage: string; readonly state: string }[];
  readonly handOvers: readonly { readonly id: string; readonly confirmedBy: string | null }[];
  readonly stagePapers: readonly object[];
  readonly whoMayApprove: readonly object[];
}

describe('a case under a regulation that ships', () => {
  let service: RunningService;
  let intake: FakeProducer;

  beforeAll(async () => {
    service = await startService('2026-03-12T03:00:00.000Z');
    intake = await FakeProducer.start('intake', service);
  });
  afterAll(async () => {
    await intake.stop();
    await service.stop();
  });

  async function organisation(
    regulation: { id: string; version: number },
    openValues: object[],
    signatories: (org: Organisation) => Readonly<Record<string, Person>> = () => ({}),
  ): Promise<Organisation> {
    const org = await Organisation.found(service, intake);
    const terms = { regulation: regulation.id, version: 1, effectiveFrom: '2026-02-01T00:00:00.000Z', openValues };
    for (const [signatory, person] of Object.entries(signatories(org))) {
      const input = { timeZone: 'Asia/Shanghai', calendar: 'cn', ...terms, signatory };
      const signed = await org.mutate(person, 'signAdoption', 'SignAdoptionInput', input);
      expect(signed.userErrors).toEqual([]);
    }
    const adopted = await org.adopt(terms);
    expect(adopted.userErrors).toEqual([]);
    return org;
  }

  async function details(org: Organisation, view: CaseView): Promise<Details> {
    const read = await org.read<{ case: Details }>(
      org.wu,
      `query ($number: String!) { case: caseByNumber(number: $number) { ${DETAILS} } }`,
      { number: view.number },
    );
    return read.case;
  }

  it('has levels that follow what intake judges, and that people set with a reason', async () => {
    const org = await organisation(GYM, [AUTHORITY]);
    const registered = aRegistration({ regulation: GYM, matter: MATTER });
    const { view } = await org.open(registered);
    expect(view.state).toBe('ACCEPTED');
    expect(await details(org, view)).toMatchObject({ level: { code: 'other', because: [] } });
    await intake.tell(org.tenant, { id: registered.complaintId, version: 2 }, complaintReassessed, {
      complaintId: registered.complaintId,
      at: '2026-03-12T04:00:00.000Z',
      by: 'an',
      categoryId: registered.categoryId,
      categoryCode: registered.categoryCode,
      matter: { ...MATTER, assessment: { unauthorisedPromise: true } },
      changed: ['assessment.unauthorisedPromise'],
      automatic: false,
    });
    const raised = await org.until(registered.number, ({ version }) => version > view.version + 1);
    expect(raised.timeline.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['CASE_REASSESSED', 'LEVEL_CHANGED']),
    );
    const set = await org.done(org.wu, 'changeLevel', raised, { level: 'level-1', reason: '媒体已关注' });
    expect(await details(org, set)).toMatchObject({
      level: { code: 'level-1' },
      levelHistory: [
        { from: null, level: 'other' },
        { from: 'other', level: 'level-2', because: ['unauthorised-promise'], reason: null },
        { from: 'level-2', level: 'level-1', because: [], reason: '媒体已关注', changedBy: 'wu' },
      ],
    });
  });

  it('goes by its stages: handed over, confirmed, investigated by the party, approved, told, carried out', async () => {
    const org = await organisation(
      INSURER,
      [
        AUTHORITY,
        ...['majorComplaintWithin', 'walkInEnquiryTime', 'informationManagementTime', 'retention'].map((key) => ({
          key,
          duration: { amount: 10, unit: 'WORKING_DAYS' },
        })),
      ],
      ({ wu, qin }) => ({ drafter: wu, approver: qin }),
    );
    const appoint = (subject: string, roles: string[], parties: string[]) =>
      org.mutate(org.admin, 'registerStaffMember', 'RegisterStaffMemberInput', {
        subject,
        name: subject,
        roles,
        parties,
      });
    await appoint('chen', ['HANDLER'], ['cs-specialist']);
    await appoint('liao', ['HANDLER'], ['liaison-specialist']);
    await appoint('gao', ['MANAGER'], ['gm-office']);
    const [chen, liao, gao] = [
      org.person('chen', 'handler'),
      org.person('liao', 'handler'),
      org.person('gao', 'manager'),
    ];
    const registered = aRegistration({ regulation: INSURER, categoryCode: 'business-quality', matter: MATTER });
    const { view } = await org.open(registered);
    const assigned = await org.done(org.wu, 'assignCase', await accepted(org, view), { assignee: 'liao' });

    const early = await org.act(liao, 'recordInvestigation', assigned, { validity: 'VALID', findings: '属实' });
    expect(early.userErrors).toMatchObject([
      { code: 'CASE_STAGE_BLOCKED', details: { allowed: ['business-quality-hand-over'] } },
    ]);
    const given = { handOver: 'business-quality-hand-over', to: 'liaison-specialist', documents: ['投保单原件'] };
    const handed = await org.done(chen, 'handOver', assigned, given);
    const [record] = (await details(org, handed)).handOvers;
    expect(record).toMatchObject({ ...given, from: 'chen', confirmedBy: null });
    const wrong = await org.act(chen, 'confirmHandOver', handed, { handOverId: record?.id });
    expect(wrong.userErrors).toMatchObject([{ code: 'CASE_NOT_THE_RECEIVER' }]);
    const none = await org.act(liao, 'confirmHandOver', handed, { handOverId: '移交' });
    expect(none.userErrors).toMatchObject([{ code: 'CASE_HAND_OVER_UNKNOWN' }]);
    const confirmed = await org.done(liao, 'confirmHandOver', handed, { handOverId: record?.id });
    expect(confirmed.clocks).toContainEqual(
      expect.objectContaining({ stage: 'preliminary-handling', state: 'RUNNING' }),
    );

    const investigated = await org.done(liao, 'recordInvestigation', confirmed, {
      validity: 'VALID',
      findings: '属实',
    });
    const proposal = { text: '书面致歉', remedies: [APOLOGY] };
    const proposed = await org.done(chen, 'proposeResolution', investigated, proposal);
    expect((await details(org, proposed)).whoMayApprove).toContainEqual({ holder: 'gm-office', role: 'MANAGER' });
    const approved = await org.done(gao, 'approveResolution', proposed);
    const told = await org.done(chen, 'sendReply', approved, {
      form: 'ORAL',
      reason: '客户要求电话答复',
      text: '致歉',
    });
    const agreed = await org.done(chen, 'recordConsent', told, { decision: 'ACCEPTED' });
    expect(agreed).toMatchObject({ state: 'CLOSED', outcome: 'RESOLVED' });
    const states = Object.fromEntries((await details(org, agreed)).stages.map(({ stage, state }) => [stage, state]));
    expect(states).toMatchObject({
      'business-quality-hand-over': 'DONE',
      'preliminary-handling': 'DONE',
      collation: 'DONE',
      result: 'DONE',
      closing: 'DONE',
      'professional-hand-over': 'NOT_PLANNED',
    });
    expect(fromGlobalId('Case', told.id)).toBeDefined();
  });

  async function accepted(org: Organisation, view: CaseView): Promise<CaseView> {
    return view.state === 'REGISTERED' ? org.done(org.agent, 'acceptCase', view) : view;
  }
});
