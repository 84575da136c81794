import { findRegulation } from '@redress/regulations';
import type { ComplaintCase } from '../../complaint-case/model/case.model';
import type { CasePlan } from '../../complaint-case/model/case-plan.model';
import type { Situation } from '../../complaint-case/model/case.rules';
import { aCase, aContext, anActor, aPlan, QIN_MANAGER, WU_SUPERVISOR } from '../../test-bench/builders';
import { accepted, codesOf } from '../../test-bench/story';
import { expectedBy } from '../model/expected-date.model';
import { openExtensions } from '../model/extensions.model';
import { decideRequest, type RequestExtension } from '../request-extension/request-extension.decide';
import { decideExtending, type DecideExtension } from './decide-extension.decide';

const AN_AGENT = anActor('an', 'agent');
const extension = findRegulation('health-centre')?.extension;

/** The usual plan with the extension of the health centre, or as another text words it. */
function planWith(changes: Partial<NonNullable<typeof extension>> = {}): CasePlan {
  if (extension === undefined) throw new Error('the regulation ships with an extension');
  return { ...aPlan, regulation: { ...aPlan.regulation, extension: { ...extension, ...changes } } };
}

const plan = planWith();
const context = { ...aContext(), plan };
const request: RequestExtension = {
  stage: 'acceptance',
  duration: { amount: 1, unit: 'CALENDAR_DAYS' },
  reason: '等待资料',
};

function situation(current: ComplaintCase, actor: Situation['actor'], under = plan): Situation {
  return { actor, case: current, plan: under, now: context.now };
}

function requested(changes: Partial<RequestExtension> = {}): ComplaintCase {
  return accepted(decideRequest(situation(aCase(), AN_AGENT), { ...request, ...changes }, context)).case;
}

function decide(current: ComplaintCase, decision: Partial<DecideExtension>, actor = QIN_MANAGER, under = plan) {
  const [open] = openExtensions(current);
  const full = { extensionId: open?.extensionId ?? '', approved: true, ...decision };
  return decideExtending(situation(current, actor, under), full, { ...context, plan: under });
}

const acceptanceOf = ({ clocks }: ComplaintCase) => clocks.find(({ stage }) => stage === 'acceptance');

describe('more time for a stage', () => {
  it('keeps the proof of the time before and adds to it', () => {
    const before = acceptanceOf(aCase());
    const after = acceptanceOf(accepted(decide(requested(), { notice: '尚待核实' })).case);
    expect(before?.due.dueAt).toEqual(new Date('2026-03-13T02:00:00.000Z'));
    expect(after?.due.dueAt).toEqual(new Date('2026-03-14T16:00:00.000Z'));
    expect(after?.due.counted.slice(0, before?.due.counted.length)).toEqual(before?.due.counted);
    expect([after?.state, after?.startedAt]).toEqual([before?.state, before?.startedAt]);
  });

  it('until a moment ends in that moment', () => {
    const until = new Date('2026-03-13T09:30:00.000Z');
    const current = accepted(
      decideRequest(situation(aCase(), AN_AGENT), { stage: 'acceptance', reason: '等待', until }, context),
    ).case;
    expect(acceptanceOf(accepted(decide(current, { notice: '尚待核实' })).case)?.due.dueAt).toEqual(until);
  });

  it.each<[string, Partial<RequestExtension>, string]>([
    ['without a reason', { reason: ' ' }, 'CASE_TEXT_MISSING'],
    ['both for so long and until then', { until: new Date('2026-03-14T00:00:00Z') }, 'CASE_DURATION_NOT_KNOWN'],
    ['for ages', { duration: { amount: 2_000_000_000, unit: 'WORKING_DAYS' } }, 'CASE_EXTENSION_TOO_LONG'],
    ['up to ages', { duration: { amount: 1, maximum: 11, unit: 'YEARS' } }, 'CASE_EXTENSION_TOO_LONG'],
    ['for a stage without a clock', { stage: 'no-such-stage' }, 'CASE_STAGE_NOT_IN_TURN'],
  ])('is not asked for %s', (_, changes, code) => {
    const outcome = decideRequest(situation(aCase(), AN_AGENT), { ...request, ...changes }, context);
    expect(codesOf(outcome)).toEqual([code]);
  });

  it('until a moment before the due date is none', () => {
    const until = new Date('2026-03-13T02:00:00.000Z');
    const outcome = decideRequest(situation(aCase(), AN_AGENT), { stage: 'acceptance', reason: '等', until }, context);
    expect(codesOf(outcome)).toEqual(['CASE_DATE_NOT_LATER']);
  });

  it('until the end of the calendar is none', () => {
    const until = new Date('9999-12-31T23:59:59.000Z');
    const outcome = decideRequest(situation(aCase(), AN_AGENT), { stage: 'acceptance', reason: '等', until }, context);
    expect(codesOf(outcome)).toEqual(['CASE_EXTENSION_TOO_LONG']);
  });

  it('is not given by whoever asked, by whom the text does not name, or twice', () => {
    const current = requested();
    expect(codesOf(decide(current, { notice: '尚待核实' }, AN_AGENT))).toEqual(['CASE_ROLE_NOT_ENTITLED']);
    const both = anActor('an', 'agent', 'manager');
    expect(codesOf(decide(current, { notice: '尚待核实' }, both))).toEqual(['REGULATION_FOUR_EYES']);
    const named = planWith({ approvers: ['manager'] });
    expect(codesOf(decide(current, { notice: '尚待核实' }, WU_SUPERVISOR, named))).toEqual(['CASE_ROLE_NOT_ENTITLED']);
    const given = accepted(decide(current, { notice: '尚待核实' })).case;
    expect(codesOf(decide(given, { notice: '尚待核实' }))).toEqual(['CASE_EXTENSION_NOT_OPEN']);
  });

  it('tells the complainant where the text asks for it, and need not elsewhere', () => {
    expect(codesOf(decide(requested(), {}))).toEqual(['CASE_TEXT_MISSING']);
    const told = accepted(decide(requested(), { notice: '尚待核实' })).facts;
    expect(told.map(({ type }) => type)).toEqual(['CLOCK_EXTENDED', 'REPLY_SENT']);
    const silent = accepted(decide(requested(), {}, QIN_MANAGER, planWith({ notice: false }))).facts;
    expect(silent.map(({ type }) => type)).toEqual(['CLOCK_EXTENDED']);
  });

  it('is refused with a reason, and the due date stays', () => {
    const current = requested();
    expect(codesOf(decide(current, { approved: false }))).toEqual(['CASE_TEXT_MISSING']);
    const after = accepted(decide(current, { approved: false, note: '可以按时完成' })).case;
    expect(acceptanceOf(after)).toEqual(acceptanceOf(current));
    expect(openExtensions(after)).toEqual([]);
  });
});

it.each([
  ['2026-03-14T16:00:00.000Z', '2026-03-14'],
  ['2026-03-13T09:30:00.000Z', '2026-03-13 17:30 (Asia/Shanghai)'],
])('a due date at %s is told as %s', (dueAt, told) => {
  expect(expectedBy({ dueAt: new Date(dueAt), timeZone: 'Asia/Shanghai' })).toBe(told);
});
