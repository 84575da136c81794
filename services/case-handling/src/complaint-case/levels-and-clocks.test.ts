import { aContext, anActor, LI_HANDLER, QIN_MANAGER, WU_SUPERVISOR } from '../test-bench/builders';
import { aPlanOf, aProvision, aStage, LABEL } from '../test-bench/own-regulation';
import { Run } from '../test-bench/run-of-a-case';
import { codesOf } from '../test-bench/story';
import { decideLevel } from './change-level/change-level.decide';
import { decideClosing } from './close-case/close-case.decide';
import type { ComplaintCase } from './model/case.model';
import { courseOf, followed, take } from './model/course.model';
import { levelChangedFact } from './model/facts/level.events';
import { comingFrom } from './model/level.model';
import { PLAIN_COMPLAINT } from './model/matter.model';
import { decidePromise } from './promise-reply/promise-reply.decide';
import { decideProposal } from './propose-resolution/propose-resolution.decide';
import { decideInvestigation } from './record-investigation/record-investigation.decide';
import { decideRefusal } from './refuse-acceptance/refuse-acceptance.decide';
import { decideReply } from './send-reply/send-reply.decide';

const days = (amount: number, startsAt: string, changes: object = {}) =>
  aProvision({ amount, unit: 'CALENDAR_DAYS', startsAt, ...changes });
const aLevel = (level: string, rank: number, track = 'NORMAL') => ({ level, rank, label: LABEL, track });
const aTrigger = (trigger: string, level: string, when: string) => aProvision({ trigger, level, when });
const levels = (direction: 'UP_ONLY' | 'UP_AND_DOWN') =>
  aProvision({
    direction,
    initial: 'general',
    values: [aLevel('general', 0), aLevel('major', 1, 'FAST_LANE'), aLevel('crisis', 2, 'EMERGENCY')],
    triggers: [
      aTrigger('media', 'crisis', 'assessment.media'),
      aTrigger('unresolved', 'major', 'case.daysSinceReceipt >= 15'),
      aTrigger('several', 'major', 'case.departments >= 2'),
    ],
  });
const assessment = [aProvision({ key: 'media', label: LABEL, type: 'BOOLEAN' })];
const stages = [
  aStage('handling', 'CLOSING', { when: 'case.level != "crisis"', deadline: days(7, 'RECEIPT') }),
  aStage('crisis-meeting', 'MEETING', {
    when: 'case.level == "crisis"',
    performers: ['supervisor'],
    deadline: days(1, 'RECEIPT'),
  }),
];
const planWith = (direction: 'UP_ONLY' | 'UP_AND_DOWN') =>
  aPlanOf({ assessment, levels: levels(direction), classification: [], stages });

function reassessed(run: Run, matter: Partial<ComplaintCase['matter']>): Run {
  const { categoryId, categoryCode } = run.current;
  const fact = {
    type: 'CASE_REASSESSED',
    at: run.context().now,
    by: 'an',
    categoryId,
    categoryCode,
    matter: { ...PLAIN_COMPLAINT, ...matter },
    changed: ['assessment.media'],
    classified: true,
  } as const;
  return run.after(take(courseOf(run.current), fact, run.context()));
}

describe('levels', () => {
  it('are given at the opening, with their clocks', () => {
    const plain = Run.of(planWith('UP_ONLY'));
    expect(plain.current).toMatchObject({ level: 'general', levelBecause: [] });
    expect(plain.current.clocks.map(({ stage }) => stage)).toEqual(['handling']);
    const grave = Run.of(planWith('UP_ONLY'), { assessment: { media: true } });
    expect(grave.current).toMatchObject({ level: 'crisis', levelBecause: ['media'] });
    expect(grave.current.clocks.map(({ stage }) => stage)).toEqual(['crisis-meeting']);
    expect(grave.facts).toContainEqual(expect.objectContaining({ type: 'LEVEL_CHANGED', track: 'EMERGENCY' }));
  });

  it('change what is planned: what falls away is discontinued, what comes is counted from its own start', () => {
    const raised = reassessed(Run.of(planWith('UP_ONLY')), { assessment: { media: true } });
    expect(raised.facts.map(({ type }) => type)).toEqual([
      'CASE_REASSESSED',
      'LEVEL_CHANGED',
      'CLOCK_DISCONTINUED',
      'CLOCK_STARTED',
    ]);
    expect(raised.current.clocks).toMatchObject([
      { stage: 'handling', state: 'DISCONTINUED' },
      { stage: 'crisis-meeting', state: 'RUNNING', startedAt: raised.current.receivedAt },
    ]);
  });

  it('fall again only where the regulation lets them', () => {
    const back = (direction: 'UP_ONLY' | 'UP_AND_DOWN') =>
      reassessed(reassessed(Run.of(planWith(direction)), { assessment: { media: true } }), { assessment: {} });
    expect(back('UP_ONLY').current.level).toBe('crisis');
    expect(back('UP_AND_DOWN').current.level).toBe('general');
    expect(back('UP_AND_DOWN').current.clocks.map(({ stage, state }) => [stage, state])).toEqual([
      ['handling', 'DISCONTINUED'],
      ['crisis-meeting', 'DISCONTINUED'],
      ['handling', 'RUNNING'],
    ]);
  });

  it('are told with their direction, by the ranks and not by the order in which they are listed', () => {
    const told = ({ current, facts }: Run) =>
      facts.flatMap((fact) => (fact.type === 'LEVEL_CHANGED' ? [levelChangedFact.publish(current, fact).data] : []));
    const first = Run.of(planWith('UP_AND_DOWN'));
    const grave = reassessed(first, { assessment: { media: true } });
    const set = (level: string) =>
      grave.do(QIN_MANAGER, (situation, context) => decideLevel(situation, { level, reason: '影响小' }, context));
    expect(told(first)).toEqual([expect.not.objectContaining({ direction: expect.anything() as string })]);
    expect(told(grave)).toMatchObject([{ from: 'general', level: 'crisis', direction: 'RAISED' }]);
    expect(told(reassessed(grave, { assessment: {} }))).toMatchObject([{ level: 'general', direction: 'LOWERED' }]);
    expect(told(set('major'))).toMatchObject([{ from: 'crisis', level: 'major', direction: 'LOWERED' }]);
    const unranked = grave.current.level;
    expect(comingFrom(planWith('UP_AND_DOWN'), { from: 'one of before', to: String(unranked) })).toEqual({
      from: 'one of before',
    });
  });

  it('rise with the time alone', () => {
    const run = Run.of(planWith('UP_ONLY')).on('2026-03-27T02:00:00.000Z');
    const course = followed(
      courseOf(run.current),
      { at: run.context().now, by: 'system:case-handling' },
      run.context(),
    );
    expect(course.facts).toMatchObject([
      { type: 'LEVEL_CHANGED', from: 'general', level: 'major', because: ['unresolved'] },
    ]);
    expect(followed(course, { at: run.context().now, by: 'x' }, run.context()).facts).toHaveLength(1);
  });

  it('are set by supervisors with a reason, and stay until the facts say something new', () => {
    const set =
      (level: string) => (situation: Parameters<typeof decideLevel>[0], context: Parameters<typeof decideLevel>[2]) =>
        decideLevel(situation, { level, reason: '影响大' }, context);
    const run = Run.of(planWith('UP_ONLY'));
    expect(codesOf(run.try(LI_HANDLER, set('major')))).toEqual(['CASE_ROLE_NOT_ENTITLED']);
    expect(codesOf(run.try(WU_SUPERVISOR, set('urgent')))).toEqual(['CASE_LEVEL_UNKNOWN']);
    const raised = run.do(QIN_MANAGER, set('major'));
    expect(raised.current.level).toBe('major');
    expect(codesOf(raised.try(QIN_MANAGER, set('general')))).toEqual(['CASE_LEVEL_ONLY_RISES']);
    const lowered = Run.of(planWith('UP_AND_DOWN'), { assessment: { media: true } }).do(WU_SUPERVISOR, set('general'));
    expect(reassessed(lowered, { assessment: { media: true }, raised: 2 }).current.level).toBe('general');
  });
});

describe('clocks', () => {
  it('of a range are due at its end and show its beginning', () => {
    const plan = aPlanOf({ stages: [aStage('whole', 'CLOSING', { deadline: days(14, 'RECEIPT', { maximum: 21 }) })] });
    const [clock] = Run.of(plan).current.clocks;
    expect(clock?.due).toMatchObject({
      dueAt: new Date('2026-04-02T16:00:00.000Z'),
      targetAt: new Date('2026-03-26T16:00:00.000Z'),
    });
  });

  it('of the whole case stop with its closing', () => {
    const plan = aPlanOf({ stages: [aStage('whole', 'CLOSING', { deadline: days(7, 'RECEIPT') })] });
    const withdrawn = Run.of(plan)
      .on('2026-03-20T00:00:00.000Z')
      .do(WU_SUPERVISOR, (situation, context) => decideClosing(situation, { outcome: 'WITHDRAWN' }, context));
    expect(withdrawn.current.clocks).toMatchObject([{ stage: 'whole', state: 'COMPLETED' }]);
    expect(withdrawn.current).toMatchObject({ state: 'CLOSED', inTime: false });
  });

  it('of first response and classification stop by what finishes them', () => {
    const plan = aPlanOf({
      classification: [
        aProvision({
          axis: 'urgency',
          label: LABEL,
          closed: true,
          values: [
            { code: 'urgent', label: LABEL },
            { code: 'usual', label: LABEL },
          ],
        }),
      ],
      stages: [
        aStage('classify', 'CLASSIFICATION', {
          deadline: aProvision({ amount: 30, unit: 'MINUTES', startsAt: 'RECEIPT' }),
        }),
        aStage('first', 'FIRST_RESPONSE', { deadline: aProvision({ amount: 24, unit: 'HOURS', startsAt: 'RECEIPT' }) }),
      ],
    });
    const open = Run.of(plan, {});
    expect(open.state('classify')).toBe('CURRENT');
    const classified = Run.of(plan, { classification: { urgency: 'urgent' } });
    expect(classified.current.clocks[0]).toMatchObject({ stage: 'classify', state: 'COMPLETED' });
    const told = classified.do(anActor('an', 'agent'), (situation, context) =>
      decideReply(situation, { purpose: 'PROGRESS', form: 'ORAL', text: '已转交' }, context),
    );
    expect(told.state('first')).toBe('DONE');
    expect(reassessed(open, { classification: { urgency: 'urgent' } }).state('classify')).toBe('DONE');
  });
});

describe('refusing acceptance', () => {
  const plan = aPlanOf({
    acceptance: aProvision({
      ruling: 'RULED',
      rulers: ['supervisor'],
      grounds: [aProvision({ ground: 'customer-side', label: LABEL })],
    }),
  });
  const request = { ground: 'customer-side', reason: '使用不当', reply: '感谢来信' };
  const refuse =
    (changes: Partial<typeof request> = {}) =>
    (situation: Parameters<typeof decideRefusal>[0], context: Parameters<typeof decideRefusal>[2]) =>
      decideRefusal(situation, { ...request, ...changes }, context);

  it('is for rulers and grounds of the regulation alone, and ends the case with its reply', () => {
    const run = Run.of(plan);
    expect(run.current.state).toBe('REGISTERED');
    expect(codesOf(run.try(LI_HANDLER, refuse()))).toEqual(['CASE_ROLE_NOT_ENTITLED']);
    expect(codesOf(run.try(WU_SUPERVISOR, refuse({ ground: 'mood' })))).toEqual(['CASE_GROUND_UNKNOWN']);
    const refused = run.do(WU_SUPERVISOR, refuse());
    expect(refused.facts.map(({ type }) => type)).toEqual(['ACCEPTANCE_REFUSED', 'REPLY_SENT', 'CASE_CLOSED']);
    expect(refused.current).toMatchObject({ state: 'CLOSED', outcome: 'REFUSED', firstReplyAt: aContext().now });
  });

  it('is impossible where the regulation names no ground', () => {
    const ungrounded = aPlanOf({ stages: [aStage('acceptance', 'ACCEPTANCE', { performers: ['supervisor'] })] });
    expect(codesOf(Run.of(ungrounded).try(WU_SUPERVISOR, refuse()))).toEqual(['CASE_ACCEPTANCE_NOT_RULED']);
  });
});

describe('items that are no complaints', () => {
  const plan = aPlanOf({
    stages: [
      aStage('answer', 'ANSWER', {
        when: 'item.type != "COMPLAINT"',
        performers: ['agent'],
        deadline: days(2, 'RECEIPT'),
      }),
    ],
  });
  const agent = anActor('an', 'agent');
  const answer = (situation: Parameters<typeof decideReply>[0], context: Parameters<typeof decideReply>[2]) =>
    decideReply(situation, { purpose: 'ANSWER', form: 'ORAL', text: '可以' }, context);
  const close =
    (outcome: 'ANSWERED' | 'ADOPTED') =>
    (situation: Parameters<typeof decideClosing>[0], context: Parameters<typeof decideClosing>[2]) =>
      decideClosing(situation, { outcome }, context);

  it('are answered and closed so, without any decision', () => {
    const enquiry = Run.of(plan, { itemType: 'ENQUIRY' });
    expect(codesOf(enquiry.try(agent, close('ANSWERED')))).toEqual(['CASE_NOT_ANSWERED']);
    const answered = enquiry.do(agent, answer);
    expect(answered.current.clocks).toMatchObject([{ stage: 'answer', state: 'COMPLETED' }]);
    expect(codesOf(answered.try(WU_SUPERVISOR, close('ADOPTED')))).toEqual(['CASE_ITEM_NOT_A_SUGGESTION']);
    expect(answered.do(agent, close('ANSWERED')).current).toMatchObject({ state: 'CLOSED', outcome: 'ANSWERED' });
    const proposal = { text: '退', remedies: [{ kind: 'APOLOGY' as const }] };
    expect(
      codesOf(enquiry.assigned().try(LI_HANDLER, (situation, context) => decideProposal(situation, proposal, context))),
    ).toContain('CASE_ITEM_NOT_A_COMPLAINT');
  });

  it('do not include complaints', () => {
    expect(codesOf(Run.of(plan).try(agent, answer))).toEqual(['CASE_ITEM_IS_A_COMPLAINT']);
  });

  it('keep the date that was promised by a clock of its own', () => {
    const promise =
      (dueAt: string) =>
      (situation: Parameters<typeof decidePromise>[0], context: Parameters<typeof decidePromise>[2]) =>
        decidePromise(situation, { dueAt: new Date(dueAt) }, context);
    const suggestion = Run.of(plan, { itemType: 'SUGGESTION' });
    expect(codesOf(suggestion.try(agent, promise('2026-03-01T00:00:00Z')))).toEqual(['CASE_DATE_NOT_LATER']);
    const promised = suggestion.do(agent, promise('2026-03-20T00:00:00Z')).do(agent, promise('2026-03-25T00:00:00Z'));
    const answered = promised.do(agent, answer);
    expect(answered.current.clocks.map(({ stage, state }) => [stage, state])).toEqual([
      ['answer', 'COMPLETED'],
      ['promised-reply', 'DISCONTINUED'],
      ['promised-reply', 'COMPLETED'],
    ]);
    expect(answered.do(WU_SUPERVISOR, close('ADOPTED')).current.outcome).toBe('ADOPTED');
  });
});

describe('investigating', () => {
  const plan = aPlanOf({
    stages: [aStage('investigation', 'INVESTIGATION')],
    responsibility: aProvision({ determinedBy: ['handler'], bothSidesHeard: true }),
    validity: {
      values: [aProvision({ validity: 'AT_FAULT', label: LABEL, consequences: ['CORRECT_AND_DISCIPLINE'] })],
    },
  });
  const record =
    (changes: object) =>
    (situation: Parameters<typeof decideInvestigation>[0], context: Parameters<typeof decideInvestigation>[2]) =>
      decideInvestigation(situation, { validity: 'AT_FAULT', findings: '属实', ...changes }, context);
  const heard = { heardComplainant: true, heardComplainee: true };

  it('hears both sides and finds what the regulation names', () => {
    const run = Run.of(plan).assigned();
    expect(codesOf(run.try(LI_HANDLER, record({ ...heard, heardComplainee: false })))).toEqual([
      'CASE_BOTH_SIDES_NOT_HEARD',
    ]);
    expect(codesOf(run.try(LI_HANDLER, record({ ...heard, validity: 'VALID' })))).toEqual(['CASE_VALIDITY_NOT_KNOWN']);
    expect(run.do(LI_HANDLER, record(heard)).current.validity).toBe('AT_FAULT');
  });
});
