import { newId } from '@redress/kernel';
import { mysqlAdoptions } from '../adoption/adapters/adoption.repository-mysql';
import { adoptedCasePlans } from '../complaint-case/adapters/case-plans.repository-adopted';
import { casesInBulk } from '../complaint-case/adapters/cases-in-bulk.repository-mysql';
import { PLAIN_COMPLAINT } from '../complaint-case/model/matter.model';
import { aRegistration, FakeProducer } from '../test-bench/fake-producer';
import { Organisation, type CaseView, type Payload } from '../test-bench/organisation';
import type { Person } from '../test-bench/running-service';
import { startService, type RunningService } from '../test-bench/running-service';
import type { Stuck } from './notice-overdue/case-batches.handler';
import { checkLevels } from './notice-overdue/check-levels.handler';
import { mysqlFallingDue } from './adapters/falling-due.repository-mysql';
import { noticeOverdue, type TimeDependencies } from './notice-overdue/notice-overdue.handler';

const RECEIVED_AT = '2026-03-02T02:00:00.000Z';
const DAY = { amount: 1, unit: 'CALENDAR_DAYS' };
const OPEN_VALUES = {
  'health-centre': [
    { key: 'solvedWithin', duration: { amount: 20, unit: 'CALENDAR_DAYS' } },
    { key: 'proposedWithin', duration: { amount: 10, unit: 'CALENDAR_DAYS' } },
    { key: 'authority', authority: [{ role: 'MANAGER', currency: 'CNY' }] },
  ],
  'manufacturer-yymmcc': [
    ...['investigation', 'countermeasure', 'researchOpinion', 'officeCheck', 'handlingOpinion'].map((what) => ({
      key: `${what}Within`,
      duration: DAY,
    })),
    { key: 'authority', authority: [{ role: 'MANAGER', currency: 'CNY' }] },
    { key: 'overReceiptRatio', ratio: '0.05' },
    { key: 'lossBase', amounts: [{ entry: '每日', amount: { amount: '100.00', currency: 'CNY' } }] },
    { key: 'sanctionsStandard', text: '按公司制度' },
    { key: 'deductionStandard', text: '按公司制度' },
  ],
  'gym-levels': [{ key: 'authority', authority: [{ role: 'MANAGER', currency: 'CNY' }] }],
};

const noneStuck: Stuck = {
  cases: new Set(),
  report: (_, error) => {
    throw error;
  },
};

interface Delays {
  readonly overduePapers: readonly {
    readonly id: string;
    readonly kind: string;
    readonly label: string;
    readonly stage: string | null;
    readonly to: readonly string[];
    readonly text: string | null;
    readonly answer: { readonly cause: string; readonly by: string } | null;
  }[];
  readonly extensions: readonly { readonly id: string; readonly state: string; readonly dueAt: string | null }[];
  readonly clocks: readonly {
    readonly stage: string;
    readonly dueAt: string;
    readonly proof: { readonly counted: readonly { readonly reason: string }[] };
  }[];
  readonly replies: readonly { readonly purpose: string; readonly text: string }[];
}

describe('delays in the graph', () => {
  let service: RunningService;
  let intake: FakeProducer;
  let organisation: Organisation;

  beforeAll(async () => {
    service = await startService('2026-03-02T03:00:00.000Z');
    intake = await FakeProducer.start('intake', service);
    organisation = await Organisation.found(service, intake);
    for (const [index, [regulation, openValues]] of Object.entries(OPEN_VALUES).entries()) {
      const effectiveFrom = `2026-02-0${index + 1}T00:00:00.000Z`;
      const { userErrors } = await organisation.adopt({ regulation, openValues, effectiveFrom });
      expect(userErrors).toEqual([]);
    }
    for (const [subject, role, party] of [
      ['bai', 'HANDLER', 'business'],
      ['guo', 'SUPERVISOR', 'gm-office'],
      ['kong', 'HANDLER', 'quality-management'],
    ]) {
      const member = { subject, name: subject, roles: [role], parties: [party] };
      await organisation.mutate(organisation.admin, 'registerStaffMember', 'RegisterStaffMemberInput', member);
    }
  });
  afterAll(async () => {
    await intake.stop();
    await service.stop();
  });

  function aWorker(): TimeDependencies {
    return {
      database: service.database,
      bulk: casesInBulk({ announce: () => undefined }),
      fallingDue: mysqlFallingDue(service.database.system),
      plans: adoptedCasePlans(mysqlAdoptions(service.clock)),
      clock: service.clock,
      newId,
    };
  }

  async function work(at: string): Promise<void> {
    service.clock.set(at);
    while ((await noticeOverdue(aWorker(), noneStuck)) > 0);
    while ((await checkLevels(aWorker(), noneStuck)) > 0);
  }

  async function opened(regulation: string, assessment = {}): Promise<CaseView & { readonly customerId: string }> {
    service.clock.set('2026-03-02T03:00:00.000Z');
    const matter = { ...PLAIN_COMPLAINT, assessment };
    const registration = aRegistration({ regulation: { id: regulation, version: 1 }, receivedAt: RECEIVED_AT, matter });
    const { view } = await organisation.open({ ...registration, registeredAt: RECEIVED_AT });
    return { ...view, customerId: registration.customerId };
  }

  async function delaysOf({ number }: CaseView, person: Person = organisation.wu): Promise<Delays> {
    const { case: found } = await organisation.read<{ case: Delays }>(
      person,
      `query ($number: String!) { case: caseByNumber(number: $number) {
        overduePapers { id kind label(locale: ZH_CN) stage to text answer { cause by } }
        extensions { id state dueAt } clocks { stage dueAt proof { counted { reason } } } replies { purpose text }
      } }`,
      { number },
    );
    return found;
  }

  const latest = async ({ number }: CaseView, person?: Person) =>
    (await organisation.byNumber(number, person)) ?? fail('the case is there');
  const codes = ({ userErrors }: Payload) => userErrors.map(({ code }) => code);
  const offered = ({ availableActions }: CaseView) => availableActions.map(({ action }) => action);

  it('are inquired into after closing, and explained once, by those who were asked', async () => {
    const [bai, guo, kong] = [
      organisation.person('bai', 'handler'),
      organisation.person('guo', 'supervisor'),
      organisation.person('kong', 'handler'),
    ];
    let view: CaseView = await opened('manufacturer-yymmcc');
    const [missing] = (await organisation.act(bai, 'completeStage', view, { stage: 'sheet' })).userErrors;
    const asked = (missing?.details?.['allowed'] ?? []) as string[];
    const sections = asked.map((section) => ({ section, text: '见附件' }));
    view = await organisation.done(bai, 'completeStage', view, { stage: 'sheet', sections });
    view = await organisation.done(guo, 'acceptCase', view);
    await work('2026-03-30T02:00:00.000Z');
    expect((await delaysOf(view)).overduePapers.map(({ kind, stage, label, to }) => [kind, stage, label, to])).toEqual([
      ['REMINDER', 'investigation', '催办单', ['quality-management']],
      ['REMINDER', 'closing', '催办单', ['gm-office']],
    ]);

    view = await organisation.done(guo, 'closeCase', await latest(view), { outcome: 'WITHDRAWN' });
    const inquiries = (await delaysOf(view)).overduePapers.filter(({ kind }) => kind === 'OVERDUE_INQUIRY');
    const [inquiry] = inquiries.filter(({ stage }) => stage === 'investigation');
    expect(inquiries.map(({ label }) => label)).toContain('查办单');
    expect(offered(await latest(view, kong))).toContain('ANSWER_OVERDUE_INQUIRY');
    expect(offered(await latest(view, bai))).not.toContain('ANSWER_OVERDUE_INQUIRY');

    const answer = { paperId: inquiry?.id, cause: '样品迟到', measure: '直接取样' };
    const attempt = await organisation.attempt(bai, 'answerOverdueInquiry', 'AnswerOverdueInquiryInput', {
      caseId: view.id,
      expectedVersion: view.version,
      ...answer,
    });
    expect(attempt.errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
    view = await organisation.done(kong, 'answerOverdueInquiry', view, answer);
    expect(codes(await organisation.act(kong, 'answerOverdueInquiry', view, answer))).toEqual([
      'CASE_INQUIRY_NOT_OPEN',
    ]);
    const explained = (await delaysOf(view)).overduePapers.find(({ id }) => id === inquiry?.id);
    expect(explained?.answer).toEqual({ cause: '样品迟到', by: 'kong' });

    const { overduePapers } = await organisation.read<{ overduePapers: { nodes: { case: { number: string } }[] } }>(
      organisation.wu,
      `{ overduePapers(first: 10, where: { kind: { eq: OVERDUE_INQUIRY }, answered: { eq: true }, NOT: { stage: { eq: "受理" } } }) {
        nodes { number stage case { number } } } }`,
    );
    expect(overduePapers.nodes).toEqual([expect.objectContaining({ case: { number: view.number } })]);
  });

  it('can be urged by hand, for a stage that is still waited for', async () => {
    const view = await opened('health-centre');
    expect(
      codes(await organisation.act(organisation.wu, 'urgeCase', view, { stage: 'closing', text: '请尽快' })),
    ).toEqual(['CASE_STAGE_NOT_IN_TURN']);
    const urged = await organisation.done(organisation.wu, 'urgeCase', view, { text: '请尽快处理' });
    const done = await organisation.done(organisation.wu, 'urgeCase', urged, { stage: 'solution', text: '再次催办' });
    const again = { ...done, customerId: view.customerId };
    expect((await delaysOf(again)).overduePapers).toMatchObject([
      { kind: 'REMINDER', text: '请尽快处理', to: ['handler'], stage: 'proposal' },
      { kind: 'REMINDER', text: '再次催办', to: ['handler'], stage: 'solution' },
    ]);
    const complainant = organisation.customer(again.customerId);
    expect((await delaysOf(again, complainant)).overduePapers).toEqual([]);
  });

  it('are avoided by an approved extension, of which the complainant is told with the expected date', async () => {
    const { li, qin, wu } = organisation;
    let view: CaseView = await opened('health-centre');
    const dueAt = async () => (await delaysOf(view)).clocks.find(({ stage }) => stage === 'proposal')?.dueAt;
    expect(await dueAt()).toBe('2026-03-12T16:00:00.000Z');
    const request = { stage: 'proposal', duration: { amount: 3, unit: 'CALENDAR_DAYS' }, reason: '等待鉴定' };
    view = await organisation.done(li, 'requestExtension', view, request);
    expect(codes(await organisation.act(li, 'requestExtension', view, request))).toEqual(['CASE_EXTENSION_PENDING']);
    const [extension] = (await delaysOf(view)).extensions;
    const decision = { extensionId: extension?.id, approved: true };
    expect(codes(await organisation.act(wu, 'decideExtension', view, decision))).toEqual(['CASE_TEXT_MISSING']);
    view = await organisation.done(qin, 'decideExtension', view, { ...decision, notice: '鉴定尚需时日' });

    expect(await dueAt()).toBe('2026-03-15T16:00:00.000Z');
    const after = await delaysOf(view);
    expect(after.clocks.find(({ stage }) => stage === 'proposal')?.proof.counted).toHaveLength(13);
    expect(after.replies).toMatchObject([
      { purpose: 'PROGRESS', text: '鉴定尚需时日\n\n预计解决时间 / Expected by: 2026-03-15' },
    ]);
    await work('2026-03-13T02:00:00.000Z');
    expect((await latest(view)).timeline.filter(({ type }) => type === 'STAGE_OVERDUE')).toEqual([]);
    await work('2026-03-15T16:00:00.001Z');
    expect((await latest(view)).timeline.filter(({ type }) => type === 'STAGE_OVERDUE')).toHaveLength(1);
  });

  it('are noticed again for the new date after an extension that came too late', async () => {
    const { li, qin } = organisation;
    let view: CaseView = await opened('health-centre');
    await work('2026-03-14T02:00:00.000Z');
    const request = { stage: 'proposal', until: '2026-03-20T02:00:00.000Z', reason: '等待鉴定' };
    view = await organisation.done(li, 'requestExtension', await latest(view), request);
    const [extension] = (await delaysOf(view)).extensions;
    view = await organisation.done(qin, 'decideExtension', view, {
      extensionId: extension?.id,
      approved: true,
      notice: '请您谅解',
    });
    await work('2026-03-19T02:00:00.000Z');
    expect((await latest(view)).timeline.filter(({ type }) => type === 'STAGE_OVERDUE')).toHaveLength(1);
    await work('2026-03-20T02:00:00.001Z');
    await work('2026-03-20T02:00:00.001Z');
    expect((await latest(view)).timeline.filter(({ type }) => type === 'STAGE_OVERDUE')).toHaveLength(2);
  });

  it('are not extended where the text is silent, or by who asked', async () => {
    const { li, registered } = { li: organisation.li, registered: aRegistration({ receivedAt: RECEIVED_AT }) };
    const { view } = await organisation.open(registered);
    const request = { stage: 'acceptance', duration: DAY, reason: '人手不足' };
    expect(codes(await organisation.act(li, 'requestExtension', view, request))).toEqual([
      'CASE_EXTENSION_NOT_PROVIDED',
    ]);

    const both = organisation.person('li', ['handler', 'supervisor']);
    let other: CaseView = await opened('health-centre');
    other = await organisation.done(both, 'requestExtension', other, { ...request, stage: 'solution' });
    const [extension] = (await delaysOf(other)).extensions;
    const decision = { extensionId: extension?.id, approved: true, notice: '延期' };
    expect(codes(await organisation.act(both, 'decideExtension', other, decision))).toEqual(['REGULATION_FOUR_EYES']);
  });

  it('raise the level when time alone does, and look at no case before', async () => {
    const ours = await opened('gym-levels', { ourCause: true, earlierMishandling: true });
    const theirs = await opened('gym-levels');
    const levelChanges = async (view: CaseView) =>
      (await latest(view)).timeline.filter(({ type }) => type === 'LEVEL_CHANGED').length;
    const before = await levelChanges(ours);
    const beforeTheirs = await levelChanges(theirs);
    service.clock.set('2026-03-18T01:59:59.999Z');
    expect(await checkLevels(aWorker(), noneStuck)).toBe(0);
    service.clock.set('2026-03-18T02:00:00.000Z');
    const looks = await Promise.all([checkLevels(aWorker(), noneStuck), checkLevels(aWorker(), noneStuck)]);
    expect(Math.max(...looks)).toBe(1);
    expect(await levelChanges(ours)).toBe(before + 1);
    await work('2026-04-02T02:00:00.000Z');
    expect(await levelChanges(ours)).toBe(before + 2);
    expect(await levelChanges(theirs)).toBe(beforeTheirs);
    expect(await checkLevels(aWorker(), noneStuck)).toBe(0);
  });
});

function fail(what: string): never {
  throw new Error(`not so: ${what}`);
}
