import { newId } from '@redress/kernel';
import { aRegistration, FakeProducer } from '../test-bench/fake-producer';
import { APOLOGY, REFUND_500 } from '../test-bench/chapters';
import { Organisation, type CaseView, type Payload } from '../test-bench/organisation';
import { aProvision, aSection, aStage, LABEL } from '../test-bench/own-regulation';
import { aPath } from '../test-bench/rounds';
import { startService, type Person, type RunningService } from '../test-bench/running-service';

const finding = (validity: string, ...consequences: string[]) => aProvision({ validity, label: LABEL, consequences });
const copies = [
  { copy: 1, holder: 'handler' },
  { copy: 2, holder: 'finance' },
];

/** Everything that this test looks at, in one text. */
const OUR_RULES = {
  id: 'our-rules',
  version: 1,
  title: LABEL,
  source: { document: 'own' },
  authority: { rows: [aProvision({ holder: 'supervisor', currency: 'CNY', maximum: '1000' })] },
  consent: aProvision({ required: true }),
  reply: aProvision({ forms: ['WRITTEN', 'PHONE'], default: 'WRITTEN', reviewedBy: ['supervisor'] }),
  conduct: [aProvision({ rule: 'NO_PROMISE_BEFORE_DECISION' })],
  papers: [aProvision({ paper: 'sheet', kind: 'HANDLING_SHEET', label: LABEL, sections: [aSection('cause')], copies })],
  stages: [
    aStage('sheet', 'OPINION', { paper: 'sheet' }),
    aStage('look', 'INVESTIGATION'),
    aStage('who', 'RESPONSIBILITY', { after: ['look'] }),
    aStage('draft', 'PROPOSAL'),
  ],
  dissatisfaction: [
    aPath('LINKED_FORM', { backTo: 'draft', paper: 'sheet' }),
    aPath('EXTERNAL_BODY', { bodies: [{ body: 'regulator', label: LABEL }] }),
  ],
  departmentObjection: aProvision({ to: ['supervisor'] }),
  legal: aProvision({ performers: ['manager'] }),
  externalBodies: [aProvision({ body: 'regulator', label: LABEL })],
  validity: { values: [finding('VALID', 'REMEDY'), finding('INVALID', 'EXPLAIN', 'NORMAL_COLLECTION')] },
};

const DETAILS = `query ($number: String!) { case: caseByNumber(number: $number) {
  round
  rounds { number path openedBy reason body by earlierStages { stage state } }
  furtherPaths { path openTo bodies { code label } quote }
  papers { id paper label number round state attachedTo sections { section text } copies { copy holder handedAt } }
  replyDrafts { form text state submittedBy reviewedBy returnReason }
  replies { purpose form text sentBy }
  legalSteps { kind description dueAt }
  externalProceedings { id body kind reference round outcome outcomeNote }
  departmentObjections { department reason upheld decision }
  consequences { consequence met }
} }`;

interface Details {
  readonly round: number;
  readonly rounds: readonly object[];
  readonly furtherPaths: readonly { readonly path: string }[];
  readonly papers: readonly { readonly id: string; readonly number: string }[];
  readonly replyDrafts: readonly object[];
  readonly replies: readonly object[];
  readonly legalSteps: readonly object[];
  readonly externalProceedings: readonly { readonly id: string }[];
  readonly departmentObjections: readonly object[];
  readonly consequences: readonly object[];
}

const codes = ({ userErrors }: { readonly userErrors: Payload['userErrors'] }) => userErrors.map(({ code }) => code);

describe('further handling in the graph', () => {
  let service: RunningService;
  let intake: FakeProducer;
  let org: Organisation;

  beforeAll(async () => {
    service = await startService('2026-03-12T03:00:00.000Z');
    intake = await FakeProducer.start('intake', service);
    org = await Organisation.found(service, intake);
    const { draft } = await org.mutate<{ draft: { id: string; version: number } | null } & Pick<Payload, 'userErrors'>>(
      org.admin,
      'draftRegulation',
      'DraftRegulationInput',
      { document: OUR_RULES },
      'draft { id version }',
    );
    await org.mutate(
      org.admin,
      'publishRegulation',
      'PublishRegulationInput',
      { draftId: draft?.id, expectedVersion: draft?.version, effectiveFrom: '2026-02-01T00:00:00.000Z' },
      'draft { id }',
    );
    const adoption = { regulation: 'our-rules', effectiveFrom: '2026-02-01T00:00:00.000Z', openValues: [] };
    expect(codes(await org.adopt(adoption))).toEqual([]);
  });
  afterAll(async () => {
    await intake.stop();
    await service.stop();
  });

  const opened = async (customerId = newId()): Promise<CaseView> => {
    const regulation = { id: 'our-rules', version: 1 };
    return (await org.open(aRegistration({ regulation, customerId }))).view;
  };
  const details = async ({ number }: CaseView, person: Person = org.wu): Promise<Details> =>
    (await org.read<{ case: Details }>(person, DETAILS, { number })).case;
  const assigned = async (customerId?: string): Promise<CaseView> =>
    org.done(org.wu, 'assignCase', await opened(customerId), { assignee: 'li' });
  const investigatedAs = (view: CaseView, validity: string) =>
    org.done(org.li, 'recordInvestigation', view, { validity, findings: '调查' });
  const told = async (view: CaseView, remedies: readonly object[]): Promise<CaseView> => {
    const proposed = await org.done(org.li, 'proposeResolution', view, { text: '退款', remedies });
    const approved = await org.done(org.wu, 'approveResolution', proposed);
    const submitted = await org.done(org.li, 'sendReply', approved, { text: '我们将退款' });
    expect(submitted.state).toBe('REPLY');
    return org.done(org.wu, 'reviewReply', submitted, { approve: true });
  };

  it('a complainant goes on by a second form, and then to a body outside that has the case decided anew', async () => {
    const customerId = newId();
    const customer = org.customer(customerId);
    const sheet = { stage: 'sheet', sections: [{ section: 'cause', text: '外箱破损' }] };
    const written = await org.done(org.li, 'completeStage', await assigned(customerId), sheet);
    const first = await told(await investigatedAs(written, 'VALID'), [REFUND_500]);
    const objected = await org.done(customer, 'recordConsent', first, { decision: 'OBJECTED', note: '不够' });
    expect((await details(objected, customer)).furtherPaths).toEqual([
      { path: 'LINKED_FORM', openTo: 'COMPLAINANT', bodies: [], quote: '自拟' },
      { path: 'EXTERNAL_BODY', openTo: 'COMPLAINANT', bodies: [{ code: 'regulator', label: 'stage' }], quote: '自拟' },
    ]);
    const early = await org.act(org.li, 'proposeResolution', objected, { text: '再次', remedies: [APOLOGY] });
    expect(codes(early)).toEqual(['CASE_OBJECTION_OPEN']);
    const further = { path: 'LINKED_FORM', reason: '请重新处理' };
    const second = await org.done(customer, 'takeFurther', objected, further);
    const seen = await details(second);
    expect(seen).toMatchObject({
      round: 2,
      rounds: [{ number: 2, path: 'LINKED_FORM', openedBy: 'COMPLAINANT', reason: '请重新处理', body: null }],
      papers: [
        {
          paper: 'sheet',
          number: `${second.number}/1`,
          round: 1,
          state: 'ATTACHED',
          sections: [{ section: 'cause', text: '外箱破损' }],
        },
        { paper: 'sheet', number: `${second.number}/2`, round: 2, state: 'IN_FORCE', attachedTo: seen.papers[0]?.id },
      ],
    });
    expect(seen.rounds[0]).toMatchObject({
      earlierStages: expect.arrayContaining([{ stage: 'draft', state: 'DONE' }]) as object[],
    });
    expect(await details(second, customer)).toMatchObject({
      papers: [],
      replyDrafts: [],
      rounds: [{ by: null, earlierStages: [] }],
    });

    const again = await told(second, [APOLOGY]);
    const agreed = await org.done(customer, 'recordConsent', again, { decision: 'ACCEPTED' });
    expect(agreed).toMatchObject({ state: 'CLOSED', outcome: 'RESOLVED' });
    const outside = { path: 'EXTERNAL_BODY', reason: '向监管机构反映', body: 'regulator', reference: 'R-7' };
    const referred = await org.done(org.agent, 'takeFurther', agreed, outside);
    const [proceeding] = (await details(referred)).externalProceedings;
    expect(proceeding).toMatchObject({ body: 'regulator', reference: 'R-7', round: 3, outcome: null });
    const none = await org.act(org.wu, 'recordExternalOutcome', referred, { proceeding: '诉讼', outcome: 'CHANGED' });
    expect(codes(none)).toEqual(['CASE_PROCEEDING_UNKNOWN']);
    const ended = await org.done(org.wu, 'recordExternalOutcome', referred, {
      proceeding: proceeding?.id,
      outcome: 'CHANGED',
      note: '应予赔偿',
    });
    expect(ended).toMatchObject({ state: 'RESOLUTION', outcome: null });
    expect((await details(ended)).externalProceedings).toMatchObject([{ outcome: 'CHANGED', outcomeNote: '应予赔偿' }]);
    expect((await told(ended, [REFUND_500])).state).toBe('CONSENT');
  });

  it('a written reply is reviewed, one by telephone needs a reason, and none names what is not approved', async () => {
    const proposed = await org.done(org.li, 'proposeResolution', await investigatedAs(await assigned(), 'VALID'), {
      text: '退款',
      remedies: [REFUND_500],
    });
    const promise = { purpose: 'PROGRESS', form: 'PHONE', reason: '客户来电', text: '将退您500元' };
    expect(codes(await org.act(org.li, 'sendReply', proposed, promise))).toEqual(['CASE_PROMISE_BEFORE_DECISION']);
    const approved = await org.done(org.wu, 'approveResolution', proposed);
    const oral = { form: 'PHONE', text: '退500元' };
    expect(codes(await org.act(org.li, 'sendReply', approved, oral))).toEqual(['CASE_ORAL_REASON_MISSING']);
    const submitted = await org.done(org.li, 'sendReply', approved, { text: '退500元' });
    const returned = await org.done(org.wu, 'reviewReply', submitted, { approve: false, reason: '语气' });
    const better = await org.done(org.li, 'sendReply', returned, { text: '我们将退还您500元' });
    const sent = await org.done(org.wu, 'reviewReply', better, { approve: true });
    expect(sent.state).toBe('CONSENT');
    expect(await details(sent)).toMatchObject({
      replyDrafts: [
        { state: 'RETURNED', returnReason: '语气', submittedBy: 'li', reviewedBy: 'wu' },
        { state: 'APPROVED', text: '我们将退还您500元' },
      ],
      replies: [{ purpose: 'DECISION', form: 'WRITTEN', text: '我们将退还您500元', sentBy: 'li' }],
      consequences: [{ consequence: 'REMEDY', met: true }],
    });
  });

  it('what is not established is explained before it is closed, and finance is told', async () => {
    const found = await investigatedAs(await assigned(), 'INVALID');
    expect(codes(await org.act(org.li, 'closeCase', found, { outcome: 'NOT_ESTABLISHED' }))).toEqual([
      'CASE_CLOSING_REPLY_MISSING',
    ]);
    const explanation = { purpose: 'EXPLANATION', form: 'PHONE', reason: '客户要求电话', text: '运输中无破损' };
    const explained = await org.done(org.li, 'sendReply', found, explanation);
    expect((await details(explained)).consequences).toEqual([
      { consequence: 'EXPLAIN', met: true },
      { consequence: 'NORMAL_COLLECTION', met: false },
    ]);
    const closed = await org.done(org.li, 'closeCase', explained, { outcome: 'NOT_ESTABLISHED' });
    expect(closed.timeline.map(({ type }) => type)).toContain('COLLECTION_RESUMED');
  });

  it('legal steps, proceedings, objections of departments and copies are recorded by those who may', async () => {
    const view = await investigatedAs(
      await org.done(org.li, 'completeStage', await assigned(), {
        stage: 'sheet',
        sections: [{ section: 'cause', text: '包装' }],
      }),
      'VALID',
    );
    const dueAt = '2026-04-01T00:00:00.000Z';
    const referred = await org.done(org.li, 'referToLegal', view, { reason: '涉及诉讼', dueAt });
    const lawsuit = { kind: 'LAWSUIT', description: '应诉', reference: 'C-1' };
    await expect(org.act(org.li, 'recordLegalStep', referred, lawsuit)).rejects.toThrow('FORBIDDEN');
    const sued = await org.done(org.qin, 'recordLegalStep', referred, lawsuit);
    const media = await org.act(org.li, 'recordExternalProceeding', sued, { body: 'media', kind: 'MEDIA' });
    expect(codes(media)).toEqual(['CASE_BODY_UNKNOWN']);
    const reported = await org.done(org.li, 'recordExternalProceeding', sued, {
      body: 'regulator',
      kind: 'REFERRED_TO_US',
      dueAt,
    });
    const [paper] = (await details(reported)).papers;
    const handed = await org.done(org.li, 'handOutCopy', reported, { paper: paper?.id, copy: 2 });
    expect(codes(await org.act(org.li, 'handOutCopy', handed, { paper: paper?.id, copy: 2 }))).toEqual([
      'CASE_COPY_HANDED_OUT',
    ]);
    for (const paper of [newId(), '调查报告']) {
      expect(codes(await org.act(org.li, 'handOutCopy', handed, { paper, copy: 1 }))).toEqual(['CASE_PAPER_UNKNOWN']);
    }
    expect(codes(await org.act(org.wu, 'decideDepartmentObjection', handed, { uphold: true, reason: '复核' }))).toEqual(
      ['CASE_DEPARTMENT_OBJECTION_UNKNOWN'],
    );
    expect(await details(handed)).toMatchObject({
      legalSteps: [
        { kind: 'REFERRAL', description: '涉及诉讼', dueAt },
        { kind: 'LAWSUIT', description: '应诉', dueAt: null },
      ],
      externalProceedings: [{ body: 'regulator', kind: 'REFERRED_TO_US' }],
      papers: [
        {
          copies: [
            { copy: 1, handedAt: null },
            { copy: 2, handedAt: '2026-03-12T03:00:00.000Z' },
          ],
        },
      ],
    });
  });

  it('is unknown to another organisation', async () => {
    const view = await opened();
    const other = await Organisation.found(service, intake);
    const refused = await other.act(other.wu, 'takeFurther', view, { path: 'APPEAL', reason: '其他' });
    expect(codes(refused)).toEqual(['NOT_FOUND']);
  });
});
