import { toGlobalId } from '@redress/graphql-runtime';
import { DESTROYED_TEXTS, KEPT_COLUMNS } from '../archive/model/destroyed-texts.model';
import { aRegistration, FakeProducer } from '../test-bench/fake-producer';
import { Organisation, type CaseView, type Payload } from '../test-bench/organisation';
import { startService, type RunningService } from '../test-bench/running-service';

const AUTHORITY = { key: 'authority', authority: [{ role: 'MANAGER', currency: 'CNY', maximum: '10000.00' }] };
const RETENTION = { key: 'retention', duration: { amount: 1, unit: 'YEARS' } };
const DETAILS = `query ($id: ID!) { case(id: $id) {
  followUps { means reached satisfied satisfaction { result } recordedBy }
  actions { id kind state owner overdue outcome } effectChecks { effective findings }
  responsibilities { id responsible person } sanctions { id sanction state label }
  archive { archiveNumber state keepUntil holds destroyedBy } legalHolds { id reason }
  emergency { does outstanding } emergencyRecords { step riskScore }
} }`;

interface Details {
  readonly followUps: readonly { readonly satisfied: boolean | null; readonly recordedBy: string | null }[];
  readonly actions: readonly { readonly id: string; readonly state: string; readonly overdue: boolean }[];
  readonly effectChecks: readonly object[];
  readonly responsibilities: readonly { readonly id: string }[];
  readonly sanctions: readonly { readonly id: string; readonly state: string; readonly label: string | null }[];
  readonly archive: { readonly state: string; readonly archiveNumber: string; readonly holds: number } | null;
  readonly legalHolds: readonly { readonly id: string }[];
  readonly emergency: { readonly outstanding: readonly string[] } | null;
  readonly emergencyRecords: readonly { readonly step: string; readonly riskScore: number | null }[];
}

describe('what a case leads to', () => {
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

  const detailsOf = async (view: CaseView, person = org.wu) =>
    (await org.read<{ case: Details }>(person, DETAILS, { id: view.id })).case;

  async function adopt(regulation: string, effectiveFrom: string, openValues: readonly object[]): Promise<void> {
    const { userErrors } = await org.adopt({ regulation, version: 1, effectiveFrom, openValues });
    expect(userErrors).toEqual([]);
  }

  /** A case of a regulation that was withdrawn, which is the shortest way to a closed one. */
  async function aClosedCase(regulation: string): Promise<CaseView> {
    const { view } = await org.open(aRegistration({ regulation: { id: regulation, version: 1 } }));
    return org.done(org.wu, 'closeCase', view, { outcome: 'WITHDRAWN' });
  }

  describe('after its closing', () => {
    let closed: CaseView;
    beforeAll(async () => {
      await adopt('company-penalty-template', '2026-02-01T00:00:00.000Z', [AUTHORITY, RETENTION]);
      closed = await aClosedCase('company-penalty-template');
    });

    it('is followed up by the means that the regulation names, and is archived by itself', async () => {
      const heard = { reached: true, satisfied: true, satisfaction: { result: 5 } };
      const byPhone = await org.act(org.li, 'recordFollowUp', closed, { means: 'PHONE', ...heard });
      expect(byPhone.userErrors).toMatchObject([
        { code: 'CASE_FOLLOW_UP_MEANS_UNKNOWN', details: { allowed: ['QUESTIONNAIRE'] } },
      ]);
      closed = await org.done(org.li, 'recordFollowUp', closed, { means: 'QUESTIONNAIRE', ...heard });
      const details = await detailsOf(closed);
      expect(details.followUps).toMatchObject([{ satisfied: true, recordedBy: 'li' }]);
      expect(details.archive).toMatchObject({ archiveNumber: closed.number, state: 'ARCHIVED', holds: 0 });
    });

    it('has actions that are planned, carried out and listed across cases', async () => {
      const plan = { description: '补充培训', owner: 'li', dueAt: '2026-03-20T00:00:00.000Z' };
      const preventive = await org.act(org.li, 'planAction', closed, { ...plan, kind: 'PREVENTIVE' });
      expect(preventive.userErrors).toMatchObject([{ code: 'CASE_ACTION_KIND_UNKNOWN' }]);
      closed = await org.done(org.li, 'planAction', closed, { ...plan, kind: 'IMPROVEMENT' });
      const [action] = (await detailsOf(closed)).actions;
      service.clock.set('2026-03-21T00:00:00.000Z');
      const late = await org.read<{ actions: { nodes: { id: string; overdue: boolean }[] } }>(
        org.wu,
        '{ actions(where: { overdue: { eq: true }, owner: { eq: "li" } }) { nodes { id overdue caseId } } }',
      );
      expect(late.actions.nodes).toMatchObject([{ id: action?.id, overdue: true }]);
      closed = await org.done(org.li, 'completeAction', closed, { actionId: action?.id, outcome: '已培训' });
      closed = await org.done(org.wu, 'confirmEffect', closed, { effective: true, findings: '未再发生' });
      expect((await detailsOf(closed)).actions).toMatchObject([{ state: 'EFFECTIVE' }]);
    });

    it('has sanctions that somebody else approves, shown only to those whom they concern', async () => {
      closed = await org.done(org.wu, 'determineResponsibility', closed, {
        responsible: 'PERSON',
        person: 'li',
        reasons: '未按规定答复',
      });
      const determinationId = (await detailsOf(closed)).responsibilities[0]?.id;
      const sanction = { determinationId, sanction: 'oral-warning', reason: '首次' };
      closed = await org.done(org.wu, 'proposeSanction', closed, sanction);
      const sanctionId = (await detailsOf(closed)).sanctions[0]?.id;
      closed = await org.done(org.qin, 'approveSanction', closed, { sanctionId });
      expect((await detailsOf(closed)).sanctions).toMatchObject([{ state: 'APPROVED', label: 'Oral warning' }]);
      expect((await detailsOf(closed, org.li)).sanctions).toHaveLength(1);
      expect((await detailsOf(closed, org.zhao)).sanctions).toEqual([]);
      const review = await org.read<{ sanctionsForReview: { dueOn: string; sanctions: object[] } }>(
        org.qin,
        '{ sanctionsForReview(month: "2026-03") { dueOn sanctions { id } } }',
      );
      expect(review.sanctionsForReview).toEqual({ dueOn: '2026-04-10', sanctions: [{ id: sanctionId }] });
    });

    it('shows the complainant nothing of actions, responsibility and file', async () => {
      const { registered, view } = await org.open(
        aRegistration({ regulation: { id: 'company-penalty-template', version: 1 } }),
      );
      const shown = await detailsOf(view, org.customer(registered.customerId));
      expect(shown).toMatchObject({ actions: [], responsibilities: [], sanctions: [], archive: null, legalHolds: [] });
    });

    it('is destroyed by two persons once its time is over and no hold protects it, and never before', async () => {
      const due = async () =>
        (
          await org.read<{ dueForDestruction: { nodes: { caseId: string }[] } }>(
            org.qin,
            '{ dueForDestruction { nodes { caseId } } }',
          )
        ).dueForDestruction.nodes;
      expect(await due()).toEqual([]);
      service.clock.set('2027-03-13T00:00:00.000Z');
      expect(await due()).toEqual([{ caseId: closed.id }]);
      closed = await org.done(org.wu, 'placeLegalHold', closed, { reason: '诉讼中' });
      expect(await due()).toEqual([]);
      const held = await org.act(org.wu, 'proposeDestruction', closed, { reason: '保存期满' });
      expect(held.userErrors).toMatchObject([{ code: 'CASE_UNDER_LEGAL_HOLD' }]);
      const holdId = (await detailsOf(closed)).legalHolds[0]?.id;
      closed = await org.done(org.wu, 'liftLegalHold', closed, { holdId });
      closed = await org.done(org.wu, 'proposeDestruction', closed, { reason: '保存期满' });
      const alone = await org.act(org.wu, 'confirmDestruction', closed);
      expect(alone.userErrors).toMatchObject([{ code: 'REGULATION_FOUR_EYES' }]);
      closed = await org.done(org.qin, 'confirmDestruction', closed);
      const details = await detailsOf(closed);
      expect(details.archive).toMatchObject({ state: 'DESTROYED' });
      expect(JSON.stringify(details)).not.toMatch(/培训|未按规定|首次|诉讼/);
      expect(details.followUps).toMatchObject([{ satisfied: true, satisfaction: { result: 5 } }]);
    });
  });

  it('goes back to the department when the complainant is not satisfied, and keeps what was before', async () => {
    const within = ['generalSolution', 'complexProgress', 'complexSolution', 'urgentSettled', 'followUp'].map(
      (name) => ({
        key: `${name}Within`,
        duration: { amount: 3, unit: 'WORKING_DAYS' },
      }),
    );
    const contact = { key: 'urgentContactWithin', duration: { amount: 2, unit: 'HOURS' } };
    await adopt('consumer-affairs', '2026-02-03T00:00:00.000Z', [AUTHORITY, contact, ...within]);
    const staff = { subject: 'an', name: 'AN', roles: ['AGENT'], parties: ['cs-department'] };
    await org.mutate(org.admin, 'registerStaffMember', 'RegisterStaffMemberInput', staff);
    const closed = await aClosedCase('consumer-affairs');
    const satisfaction = { result: 1, expectation: 1, attitude: 5, efficiency: 4 };
    const heard = { means: 'PHONE', reached: true, satisfied: false, satisfaction, suggestions: '请再查' };
    const other = await org.attempt(org.li, 'recordFollowUp', 'RecordFollowUpInput', {
      ...{ caseId: closed.id, expectedVersion: closed.version },
      ...heard,
    });
    expect(other.errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
    const reopened = await org.done(org.agent, 'recordFollowUp', closed, heard);
    expect(reopened).toMatchObject({ state: 'INVESTIGATION', outcome: null });
    const { case: found } = await org.read<{ case: { rounds: object[]; closedAt: null } }>(
      org.wu,
      'query ($id: ID!) { case(id: $id) { closedAt rounds { number path reason } } }',
      { id: reopened.id },
    );
    expect(found.closedAt).toBeNull();
    expect(found.rounds.at(-1)).toEqual({ number: 2, path: 'SECOND_HANDLING', reason: '请再查' });
    const again = await org.done(
      org.wu,
      'closeCase',
      await org.done(org.wu, 'assignCase', reopened, { assignee: 'li' }),
      {
        outcome: 'WITHDRAWN',
      },
    );
    expect(again.state).toBe('CLOSED');
  });

  it('is an emergency where the regulation says so, with what is left to be done', async () => {
    await adopt('company-case-library', '2026-02-04T00:00:00.000Z', [AUTHORITY]);
    const { view } = await org.open(aRegistration({ regulation: { id: 'company-case-library', version: 1 } }));
    expect((await detailsOf(view)).emergency).toBeNull();
    let current = await org.done(org.wu, 'changeLevel', view, { level: 'major', reason: '媒体报道' });
    expect((await detailsOf(current)).emergency?.outstanding).toEqual([
      'REPORT_UP',
      'RISK_ASSESSMENT',
      'CRISIS_HANDLING',
    ]);
    const risk = { probability: 3, impact: 4, measures: '统一口径' };
    current = await org.done(org.wu, 'recordRiskAssessment', current, risk);
    const details = await detailsOf(current);
    expect(details.emergency?.outstanding).toEqual(['REPORT_UP', 'CRISIS_HANDLING']);
    expect(details.emergencyRecords).toMatchObject([{ step: 'RISK_ASSESSMENT', riskScore: 12 }]);
  });

  it('goes into the case library redacted, confirmed by its editor and reviewed by somebody else', async () => {
    const closed = await aClosedCase('company-case-library');
    await service.database.transaction(org.tenant, async (tx) => {
      const [found] = await tx.query<{ id: string }>(
        'SELECT c.id FROM complaint_case c WHERE c.tenant_id = :tenantId AND c.number = :number',
        { number: closed.number },
      );
      await tx.insertMany('investigation', [
        {
          case_id: found?.id ?? '',
          id: found?.id ?? '',
          validity: 'VALID',
          findings: '王小明先生（13812345678）称水壶漏水，LI 已上门核实',
          recorded_by: 'li',
          recorded_at: new Date('2026-03-12T03:00:00.000Z'),
        },
      ]);
    });
    await org.done(org.wu, 'proposeLibraryEntry', closed);
    const ENTRY = 'id version state facts redacted { kind count }';
    interface Entry {
      readonly id: string;
      readonly version: number;
      readonly state: string;
      readonly facts: string;
    }
    const list = async (person = org.wu, text?: string) =>
      (
        await org.read<{ libraryEntries: { nodes: Entry[] } }>(
          person,
          `query ($text: String) { libraryEntries(text: $text) { nodes { ${ENTRY} } } }`,
          { text },
        )
      ).libraryEntries.nodes;
    const [draft] = await list();
    expect(draft?.facts).toBe('[NAME]先生（[PHONE]）称水壶漏水，[NAME] 已上门核实');
    const act = (person: typeof org.wu, mutation: string, entry: Entry | undefined, input: object = {}) =>
      org.mutate<{ readonly entry: Entry | null; readonly userErrors: Payload['userErrors'] }>(
        person,
        mutation,
        `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`,
        { entryId: entry?.id, expectedVersion: entry?.version, ...input },
        `entry { ${ENTRY} }`,
      );
    const texts = { title: '水壶漏水', facts: '顾客的水壶漏水', handling: '更换', lessons: '出厂前试水' };
    const refused = await act(org.wu, 'submitLibraryEntry', draft, {
      ...texts,
      facts: '联系 a.b@example.org',
      confirmedAnonymous: false,
    });
    expect(refused.userErrors.map(({ code }) => code)).toEqual([
      'CASE_LIBRARY_NOT_CONFIRMED',
      'CASE_LIBRARY_PERSONAL_DATA',
    ]);
    const { entry: submitted } = await act(org.wu, 'submitLibraryEntry', draft, { ...texts, confirmedAnonymous: true });
    const own = await act(org.wu, 'reviewLibraryEntry', submitted ?? undefined, { approved: true });
    expect(own.userErrors).toMatchObject([{ code: 'CASE_LIBRARY_OWN_WORK' }]);
    const { entry: approved } = await act(org.qin, 'reviewLibraryEntry', submitted ?? undefined, { approved: true });
    expect(await list(org.agent)).toEqual([]);
    await act(org.qin, 'publishLibraryEntry', approved ?? undefined);
    expect(await list(org.agent, '试水')).toMatchObject([{ state: 'PUBLISHED' }]);
    expect(await list(org.agent, '不存在')).toEqual([]);
  });

  it('leaves no text that a destruction would forget', async () => {
    const columns = await service.database.system.query<{ name: string }>(
      `SELECT CONCAT(c.table_name, '.', c.column_name) AS name FROM information_schema.columns c
       WHERE c.table_schema = DATABASE() AND c.data_type IN ('text', 'mediumtext', 'longtext', 'json')
         AND c.table_name IN (SELECT k.table_name FROM information_schema.columns k
           WHERE k.table_schema = DATABASE() AND k.column_name = 'case_id') ORDER BY name`,
      {},
    );
    const named = Object.entries(DESTROYED_TEXTS).flatMap(([table, set]) =>
      Object.keys(set).map((column) => `${table}.${column}`),
    );
    const forgotten = columns
      .map(({ name }) => name)
      .filter((name) => !named.includes(name) && !KEPT_COLUMNS.includes(name));
    expect(forgotten).toEqual([]);
  });

  it('answers about an entry of the library that does not exist as about another organisation’s', async () => {
    const answer = await org.attempt(org.qin, 'publishLibraryEntry', 'PublishLibraryEntryInput', {
      entryId: toGlobalId('LibraryEntry', '01890000-0000-7000-8000-000000000000'),
      expectedVersion: 1,
    });
    expect(answer.data?.['publishLibraryEntry']).toMatchObject({ userErrors: [{ code: 'NOT_FOUND' }] });
  });
});
