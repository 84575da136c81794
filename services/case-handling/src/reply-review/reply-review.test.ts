import { money } from '@redress/kernel';
import type { ReplyForm } from '../complaint-case/model/case.model';
import type { SendReply } from '../complaint-case/send-reply/send-reply.command';
import { decideReply } from '../complaint-case/send-reply/send-reply.decide';
import { decideApproval } from '../complaint-case/decide-resolution/decide-resolution.decide';
import { anActor, LI_HANDLER, WU_SUPERVISOR } from '../test-bench/builders';
import { aPlanOf, aProvision, aStage } from '../test-bench/own-regulation';
import { investigated, proposed } from '../test-bench/rounds';
import { Run } from '../test-bench/run-of-a-case';
import { codesOf } from '../test-bench/story';
import { waitingDraft, type ReplyDraft } from './model/reply-review.model';
import { decideReview } from './review-reply/review-reply.decide';

const planWith = (reply: object, rest: object = {}) =>
  aPlanOf({ reply: aProvision(reply), consent: aProvision({ required: true }), ...rest });
const decided = (plan: ReturnType<typeof aPlanOf>) =>
  proposed(investigated(Run.of(plan).assigned())).do(WU_SUPERVISOR, decideApproval);
const send =
  (request: Partial<SendReply> = {}) =>
  (...[situation, context]: Parameters<Parameters<Run['do']>[1]>) =>
    decideReply(situation, { purpose: 'DECISION', text: '我们将退款', ...request }, context);

describe('the form of a reply', () => {
  it.each<[ReplyForm[], ReplyForm, string[]]>([
    [['WRITTEN', 'PHONE'], 'LETTER', []],
    [['WRITTEN', 'PHONE'], 'ORAL', []],
    [['WRITTEN', 'PHONE'], 'VISIT', ['CASE_REPLY_FORM_NOT_KNOWN']],
    [['LETTER', 'PHONE'], 'WRITTEN', []],
    [['LETTER', 'PHONE'], 'EMAIL', ['CASE_REPLY_FORM_NOT_KNOWN']],
    [['WRITTEN'], 'PHONE', ['CASE_REPLY_FORM_NOT_KNOWN']],
  ])('is one of %j: %s', (forms, form, codes) => {
    expect(codesOf(decided(planWith({ forms })).try(LI_HANDLER, send({ form })))).toEqual(codes);
  });

  it('is the usual one of the regulation, and another one needs a reason where writing is the rule', () => {
    const run = decided(planWith({ forms: ['PHONE', 'WRITTEN'], default: 'WRITTEN' }));
    expect(run.do(LI_HANDLER, send()).facts[0]).toMatchObject({ type: 'REPLY_SENT', form: 'WRITTEN' });
    expect(codesOf(run.try(LI_HANDLER, send({ form: 'PHONE' })))).toEqual(['CASE_ORAL_REASON_MISSING']);
    expect(codesOf(run.try(LI_HANDLER, send({ form: 'PHONE', reason: '客户不识字' })))).toEqual([]);
    const byPhone = decided(planWith({ forms: ['PHONE', 'VISIT'] })).do(LI_HANDLER, send());
    expect(byPhone.facts[0]).toMatchObject({ form: 'PHONE' });
  });
});

describe('a written reply that is reviewed', () => {
  const plan = () => planWith({ forms: ['WRITTEN', 'PHONE'], reviewedBy: ['supervisor'] });
  const submitted = () => decided(plan()).do(LI_HANDLER, send());
  const draftOf = (run: Run): ReplyDraft => ({
    id: waitingDraft(run.current)?.id ?? '',
    purpose: 'DECISION',
    form: 'WRITTEN',
    text: '我们将退款',
    reason: null,
    submittedBy: 'li',
  });
  const review =
    (run: Run, approve: boolean, reason?: string, draft: ReplyDraft | undefined = draftOf(run)) =>
    (...[situation, context]: Parameters<Parameters<Run['do']>[1]>) =>
      decideReview(situation, { approve, ...(reason === undefined ? {} : { reason }) }, { draft, context });

  it('is told only after its review, in the name of its author', () => {
    const run = submitted();
    expect(run.current.state).toBe('REPLY');
    expect(codesOf(run.try(LI_HANDLER, send()))).toEqual(['CASE_REPLY_AWAITS_REVIEW']);
    expect(codesOf(run.try(anActor('li', 'supervisor'), review(run, true)))).toEqual(['CASE_OWN_REPLY']);
    expect(codesOf(run.try(LI_HANDLER, review(run, true)))).toEqual(['CASE_ROLE_NOT_ENTITLED']);
    const sent = run.do(WU_SUPERVISOR, review(run, true));
    expect(sent.current.state).toBe('CONSENT');
    expect(sent.facts.find(({ type }) => type === 'REPLY_SENT')).toMatchObject({ by: 'li', reviewedBy: 'wu' });
    expect(codesOf(sent.try(WU_SUPERVISOR, review(sent, true)))).toEqual(['CASE_NO_REPLY_TO_REVIEW']);
  });

  it('goes back to its author with a reason, who writes another', () => {
    const run = submitted();
    expect(codesOf(run.try(WU_SUPERVISOR, review(run, false)))).toEqual(['CASE_TEXT_MISSING']);
    const returned = run.do(WU_SUPERVISOR, review(run, false, '语气不妥'));
    expect(returned.current.state).toBe('REPLY');
    expect(codesOf(returned.try(LI_HANDLER, send()))).toEqual([]);
  });

  it('by telephone needs none', () => {
    expect(decided(plan()).do(LI_HANDLER, send({ form: 'PHONE' })).current.state).toBe('CONSENT');
  });

  it('is not told once the resolution no longer stands', () => {
    const run = submitted();
    const { resolution } = run.current;
    const returned = run.after({
      case: { ...run.current, resolution: resolution && { ...resolution, state: 'RETURNED' }, state: 'RESOLUTION' },
      facts: [],
    } as never);
    expect(codesOf(returned.try(WU_SUPERVISOR, review(returned, true)))).toEqual(['CASE_NO_APPROVED_RESOLUTION']);
  });
});

describe('no promise before the decision', () => {
  const remedies = [{ kind: 'REFUND' as const, amount: money(123_450n, 'CNY') }];
  const waiting = (rule: string) =>
    proposed(investigated(Run.of(aPlanOf({ conduct: [aProvision({ rule })] })).assigned()), remedies);
  const progress = (text: string) => send({ purpose: 'PROGRESS', text });

  it.each(['我们拟退您1234.50元', 'You get CNY 1,234.5 back', '退款１２３４．５０', '1234.500'])(
    'refuses “%s”, whose amount nobody has approved',
    (text) => {
      expect(codesOf(waiting('NO_PROMISE_BEFORE_DECISION').try(LI_HANDLER, progress(text)))).toEqual([
        'CASE_PROMISE_BEFORE_DECISION',
      ]);
    },
  );

  it.each(['正在调查，预计3天内答复', '订单 11234.50', '您要求退1234元'])('lets “%s” pass', (text) => {
    expect(codesOf(waiting('NO_REPLY_BEYOND_AUTHORITY').try(LI_HANDLER, progress(text)))).toEqual([]);
  });

  it('is a rule of the texts that say so', () => {
    expect(codesOf(waiting('NO_QUARREL').try(LI_HANDLER, progress('退1234.50元')))).toEqual([]);
  });
});

describe('the consent of leaders', () => {
  it('is given by them alone, whoever else has the authority', () => {
    const plan = aPlanOf({
      stages: [aStage('consent', 'APPROVAL', { performers: ['manager'] })],
      conduct: [aProvision({ rule: 'CONSENT_OF_LEADERS_FIRST' })],
      authority: {
        rows: ['supervisor', 'manager'].map((holder) => aProvision({ holder, currency: 'CNY', maximum: null })),
      },
    });
    const run = proposed(investigated(Run.of(plan).assigned()));
    expect(codesOf(run.try(WU_SUPERVISOR, decideApproval))).toEqual(['CASE_ROLE_NOT_ENTITLED']);
    expect(codesOf(run.try(anActor('qin', 'manager'), decideApproval))).toEqual([]);
  });
});
