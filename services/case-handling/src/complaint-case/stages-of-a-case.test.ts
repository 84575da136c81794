import { newId } from '@redress/kernel';
import { aContext, anActor, LI_HANDLER, WU_SUPERVISOR } from '../test-bench/builders';
import { aPlanOf, aProvision, aSection, aStage, LABEL } from '../test-bench/own-regulation';
import { Run } from '../test-bench/run-of-a-case';
import { codesOf } from '../test-bench/story';
import { decideCompletion } from './complete-stage/complete-stage.decide';
import { decideApproval } from './decide-resolution/decide-resolution.decide';
import { decideSkipping, decideStageApproval, decideStageReturn } from './decide-stage/decide-stage.decide';
import { decideConfirmation, decideHandOver } from './hand-over/hand-over.decide';
import { possibleActions } from './model/case-actions.rules';
import type { CaseActor, Situation } from './model/case.rules';
import type { DecisionContext } from './model/course.model';
import { decideProposal } from './propose-resolution/propose-resolution.decide';
import { decideInvestigation } from './record-investigation/record-investigation.decide';
import { decideReply } from './send-reply/send-reply.decide';

const QA = { subject: 'qa', roles: ['handler' as const], parties: ['quality'] };
const party = (code: string) => aProvision({ party: code, label: LABEL, kind: 'UNIT', role: 'handler' });
const finding = { validity: 'VALID' as const, findings: '属实' };
const APOLOGY = { text: '道歉', remedies: [{ kind: 'APOLOGY' as const }] };

describe('stages', () => {
  const plan = aPlanOf({
    parties: [party('quality'), party('business')],
    papers: [
      aProvision({
        paper: 'opinion-sheet',
        kind: 'OPINION',
        label: LABEL,
        sections: [aSection('cause'), aSection('remark', false)],
      }),
    ],
    stages: [
      aStage('investigation', 'INVESTIGATION'),
      aStage('opinion', 'OPINION', {
        performers: ['quality'],
        after: ['investigation'],
        paper: 'opinion-sheet',
        approvals: [aProvision({ approvers: ['supervisor'] }), aProvision({ approvers: ['manager'] })],
      }),
      aStage('meeting', 'MEETING', { performers: ['supervisor'], optional: true }),
      aStage('proposal', 'PROPOSAL', { after: ['opinion'] }),
    ],
  });
  const sections = [{ section: 'cause', text: '模具磨损' }];
  const complete =
    (stage: string, written = sections) =>
    (situation: Situation, context: DecisionContext) =>
      decideCompletion(situation, { stage, sections: written }, context);
  const approve = (stage: string) => (situation: Situation, context: DecisionContext) =>
    decideStageApproval(situation, { stage }, context);
  const investigated = Run.of(plan)
    .assigned()
    .do(LI_HANDLER, (situation, context) => decideInvestigation(situation, finding, context));

  it('wait for those that come before them, and say which', () => {
    const run = Run.of(plan).assigned();
    expect(run.state('opinion')).toBe('BLOCKED');
    const outcome = run.try(QA, complete('opinion'));
    expect(outcome).toMatchObject({
      refusals: [{ code: 'CASE_STAGE_BLOCKED', details: { allowed: ['investigation'] } }],
    });
    expect(investigated.state('investigation')).toBe('DONE');
    expect(investigated.state('opinion')).toBe('CURRENT');
  });

  it('block the acts of the case that rest on them', () => {
    const outcome = investigated.try(LI_HANDLER, (situation, context) => decideProposal(situation, APOLOGY, context));
    expect(outcome).toMatchObject({ refusals: [{ code: 'CASE_STAGE_BLOCKED', details: { allowed: ['opinion'] } }] });
  });

  it('are performed by members of the party alone', () => {
    expect(codesOf(investigated.try(LI_HANDLER, complete('opinion')))).toEqual(['CASE_ROLE_NOT_ENTITLED']);
    expect(codesOf(investigated.try({ ...QA, roles: ['agent'] }, complete('opinion')))).toEqual([
      'CASE_ROLE_NOT_ENTITLED',
    ]);
    expect(codesOf(investigated.try(QA, complete('opinion')))).toEqual([]);
  });

  it('have the sections of their paper, and no others', () => {
    expect(codesOf(investigated.try(QA, complete('opinion', [])))).toContain('CASE_SECTION_MISSING');
    const odd = [...sections, { section: 'weather', text: '晴' }];
    expect(codesOf(investigated.try(QA, complete('opinion', odd)))).toEqual(['CASE_SECTION_UNKNOWN']);
  });

  it('are finished by the last approval, in order, never by their author', () => {
    const submitted = investigated.do(QA, complete('opinion'));
    expect(submitted.state('opinion')).toBe('SUBMITTED');
    expect(codesOf(submitted.try(anActor('qin', 'manager'), approve('opinion')))).toEqual(['CASE_ROLE_NOT_ENTITLED']);
    expect(codesOf(submitted.try({ ...QA, roles: ['handler', 'supervisor'] }, approve('opinion')))).toEqual([
      'CASE_STAGE_OWN_WORK',
    ]);
    const both = anActor('wu', 'supervisor', 'manager');
    const once = submitted.do(both, approve('opinion'));
    expect(once.state('opinion')).toBe('SUBMITTED');
    expect(codesOf(once.try(both, approve('opinion')))).toEqual(['CASE_STAGE_OWN_WORK']);
    const done = once.do(anActor('qin', 'manager'), approve('opinion'));
    expect(done.state('opinion')).toBe('DONE');
    expect(done.state('proposal')).toBe('CURRENT');
    expect(codesOf(done.try(LI_HANDLER, (situation, context) => decideProposal(situation, APOLOGY, context)))).toEqual(
      [],
    );
  });

  it('are done anew when they are sent back', () => {
    const submitted = investigated.do(QA, complete('opinion'));
    const returned = submitted.do(WU_SUPERVISOR, (situation, context) =>
      decideStageReturn(situation, { stage: 'opinion', reason: '不够具体' }, context),
    );
    expect(returned.state('opinion')).toBe('CURRENT');
    expect(returned.do(QA, complete('opinion')).state('opinion')).toBe('SUBMITTED');
  });

  it('are left out only where the regulation permits it', () => {
    const skip = (stage: string) => (situation: Situation, context: DecisionContext) =>
      decideSkipping(situation, { stage, reason: '不必' }, context);
    expect(investigated.do(WU_SUPERVISOR, skip('meeting')).state('meeting')).toBe('SKIPPED');
    expect(codesOf(investigated.try(QA, skip('opinion')))).toEqual(['CASE_STAGE_NOT_IN_TURN']);
  });

  it('are offered to those who may perform them, each by its name', () => {
    const offered = (actor: CaseActor, run: Run) =>
      possibleActions(run.situation(actor)).filter(({ action }) => action.endsWith('_STAGE'));
    expect(offered(QA, investigated)).toEqual([{ action: 'COMPLETE_STAGE', stage: 'opinion' }]);
    expect(offered(WU_SUPERVISOR, investigated)).toEqual([
      { action: 'COMPLETE_STAGE', stage: 'meeting' },
      { action: 'SKIP_STAGE', stage: 'meeting' },
    ]);
    expect(offered(WU_SUPERVISOR, investigated.do(QA, complete('opinion')))).toContainEqual({
      action: 'APPROVE_STAGE',
      stage: 'opinion',
    });
  });
});

describe('approvals of a resolution', () => {
  const plan = aPlanOf({
    stages: [
      aStage('head', 'APPROVAL', { performers: ['supervisor'] }),
      aStage('general-manager', 'APPROVAL', { performers: ['manager'], after: ['head'] }),
    ],
    authority: { rows: [aProvision({ holder: 'manager', currency: 'CNY', maximum: '5000' })] },
  });
  const refund = (amountMinor: bigint) => ({
    text: '退款',
    remedies: [{ kind: 'REFUND' as const, amount: { amountMinor, currency: 'CNY' } }],
  });
  const proposed = (amount: bigint) =>
    Run.of(plan)
      .assigned()
      .do(LI_HANDLER, (situation, context) => decideProposal(situation, refund(amount), context));

  it('come one after the other; only the last makes the decision', () => {
    const endorsed = proposed(100n).do(WU_SUPERVISOR, decideApproval);
    expect(endorsed.facts.map(({ type }) => type)).toEqual(['RESOLUTION_ENDORSED']);
    expect(endorsed.current).toMatchObject({ state: 'RESOLUTION', resolution: { state: 'PROPOSED' } });
    const approved = endorsed.do(anActor('qin', 'manager'), decideApproval);
    expect(approved.current).toMatchObject({ state: 'REPLY', resolution: { state: 'APPROVED' } });
  });

  it('need the authority for the amount at the last, with what linked cases were granted', () => {
    const endorsed = proposed(400_000n).do(WU_SUPERVISOR, decideApproval);
    const manager = anActor('qin', 'manager');
    const linked = (amountMinor: bigint) =>
      endorsed.try(manager, (situation, context) =>
        decideApproval({ ...situation, linkedAmounts: [{ amountMinor, currency: 'CNY' }] }, context),
      );
    expect(codesOf(linked(100_000n))).toEqual([]);
    expect(codesOf(linked(100_001n))).toEqual(['REGULATION_SPLIT_EXCEEDS_AUTHORITY']);
    const tooMuch = proposed(500_001n).do(WU_SUPERVISOR, decideApproval);
    expect(codesOf(tooMuch.try(manager, decideApproval))).toEqual(['REGULATION_EXCEEDS_AUTHORITY']);
  });
});

describe('a case under a regulation that rules little', () => {
  const plan = aPlanOf({ stages: [] });

  it('is accepted by itself, needs no investigation and no consent', () => {
    const opened = Run.of(plan);
    expect(opened.current.state).toBe('ACCEPTED');
    const replied = opened
      .assigned()
      .do(LI_HANDLER, (situation, context) => decideProposal(situation, APOLOGY, context))
      .do(WU_SUPERVISOR, decideApproval)
      .do(LI_HANDLER, (situation, context) =>
        decideReply(situation, { purpose: 'DECISION', form: 'WRITTEN', text: '致歉' }, context),
      );
    expect(replied.current).toMatchObject({ state: 'CLOSED', outcome: 'RESOLVED' });
    expect(replied.facts.map(({ type }) => type)).toEqual([
      'REPLY_SENT',
      'CONSENT_RECORDED',
      'RESOLUTION_EXECUTED',
      'CASE_CLOSED',
    ]);
    expect(replied.facts[1]).toMatchObject({ decision: 'NOT_REQUIRED', by: 'system:case-handling' });
  });
});

describe('hand-overs', () => {
  const plan = aPlanOf({
    parties: [party('claims')],
    handOvers: [
      aProvision({
        handOver: 'to-claims',
        label: LABEL,
        from: ['agent'],
        to: ['claims'],
        records: ['TIME', 'FROM', 'TO'],
      }),
    ],
    stages: [
      aStage('hand-over', 'HAND_OVER', { performers: ['agent'] }),
      aStage('opinion', 'OPINION', {
        performers: ['claims'],
        deadline: aProvision({ amount: 3, unit: 'WORKING_DAYS', startsAt: 'STAGE:hand-over' }),
      }),
    ],
  });
  const agent = anActor('an', 'agent');
  const receiver = { subject: 'chen', roles: ['handler' as const], parties: ['claims'] };
  const given = { handOver: 'to-claims', to: 'claims', documents: ['合同原件'] };
  const handed = Run.of(plan).do(agent, (situation, context) =>
    decideHandOver(situation, given, { isStaff: false, context }),
  );
  const [fact] = handed.facts;
  if (fact?.type !== 'HANDED_OVER') throw new Error('nothing was handed over');
  const recorded = { id: fact.handOverId, handOver: 'to-claims', receiver: 'claims' };

  it('finish their stage once the receiver confirms, and start what is counted from it', () => {
    expect(handed.state('hand-over')).toBe('CURRENT');
    expect(
      codesOf(handed.try(LI_HANDLER, (situation, context) => decideConfirmation(situation, recorded, context))),
    ).toEqual(['CASE_NOT_THE_RECEIVER']);
    const confirmed = handed.do(receiver, (situation, context) => decideConfirmation(situation, recorded, context));
    expect(confirmed.state('hand-over')).toBe('DONE');
    expect(confirmed.facts).toMatchObject([
      { type: 'HAND_OVER_CONFIRMED', stage: 'hand-over' },
      { type: 'CLOCK_STARTED', clock: { stage: 'opinion', startedAt: aContext().now } },
    ]);
  });

  it('go only to whom the regulation names, or to registered staff', () => {
    const elsewhere = { ...given, to: newId() };
    expect(
      codesOf(
        Run.of(plan).try(agent, (situation, context) =>
          decideHandOver(situation, elsewhere, { isStaff: false, context }),
        ),
      ),
    ).toEqual(['CASE_ASSIGNEE_UNKNOWN']);
  });
});
