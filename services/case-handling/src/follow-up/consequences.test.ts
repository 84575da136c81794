import { newId } from '@redress/kernel';
import { adoptionSettingsSchema, findRegulation, listRegulations } from '@redress/regulations';
import { decideArchiving } from '../archive/archive-case/archive-case.decide';
import { decideDestruction, decideDestructionProposal } from '../archive/destroy-case/destroy-case.decide';
import { archivedAtClosing } from '../archive/model/archived-at-closing.model';
import { fileOf } from '../archive/model/archive.model';
import { planOf, type CasePlan } from '../complaint-case/model/case-plan.model';
import { possibleActions } from '../complaint-case/model/case-actions.rules';
import type { ComplaintCase } from '../complaint-case/model/case.model';
import type { CaseActor, Situation } from '../complaint-case/model/case.rules';
import { courseOf, type DecisionContext } from '../complaint-case/model/course.model';
import { PLAIN_COMPLAINT } from '../complaint-case/model/matter.model';
import { stageStates } from '../complaint-case/model/stage-states.model';
import type { StageRecord } from '../complaint-case/model/stage-record.model';
import { decideCompletionOfAction } from '../corrective-actions/change-actions/complete-action.decide';
import { decideEffect } from '../corrective-actions/change-actions/confirm-effect.decide';
import { decidePlanning } from '../corrective-actions/change-actions/plan-action.decide';
import { actionsOf } from '../corrective-actions/model/corrective-action.model';
import { eightDOf } from '../eight-d/model/eight-d.model';
import { decideEightD, decideSignature } from '../eight-d/write-eight-d/write-eight-d.decide';
import { decideRiskAssessment, decideStep, decideTeam } from '../emergency/record-emergency/record-emergency.decide';
import { emergencyOf } from '../emergency/model/emergency.model';
import { publicationOf } from '../published/case.publication';
import {
  decideProposalOfSanction,
  decideSanctionApproval,
} from '../responsibility/decide-sanction/decide-sanction.decide';
import { decideDetermination } from '../responsibility/determine-responsibility/determine-responsibility.decide';
import { responsibilityOf } from '../responsibility/model/responsibility.model';
import { aCase, anActor } from '../test-bench/builders';
import { accepted, codesOf } from '../test-bench/story';
import { decideFollowUp } from './record-follow-up/record-follow-up.decide';

const NOW = new Date('2026-03-12T03:00:00.000Z');
const LATER = new Date('2026-03-20T03:00:00.000Z');
const LOSS_BASE = [
  { entry: '停机', amountMinor: '50000', currency: 'CNY' },
  { entry: '重检', amountMinor: '1250', currency: 'CNY' },
];
const DONE = (stage: string): StageRecord => ({ stage, state: 'DONE', at: NOW, by: 'x', approvals: [] });

/** The plan of a shipped regulation, with values that are good enough for what it leaves open. */
function planFor(regulationId: string, openValues: Record<string, unknown> = {}): CasePlan {
  const version = listRegulations().find(({ id }) => id === regulationId)?.version ?? 1;
  const regulation = findRegulation(regulationId, version);
  if (regulation === undefined) throw new Error(`no regulation ${regulationId}`);
  const durations = regulation.openValues.filter(({ type }) => type === 'DURATION');
  const settings = adoptionSettingsSchema.parse({
    timeZone: 'Asia/Shanghai',
    calendar: 'cn',
    numbering: { pattern: '{YYYY}{MM}-{SERIAL:5}', period: 'MONTH' },
    openValues: {
      ...Object.fromEntries(durations.map(({ key }) => [key, { amount: 3, unit: 'WORKING_DAYS' }])),
      ...openValues,
    },
  });
  return planOf({ id: newId(), regulationId, regulationVersion: version, settings });
}

const context = (plan: CasePlan, now = NOW): DecisionContext => ({ now, newId, plan });
const situation = (plan: CasePlan, current: ComplaintCase, actor: CaseActor, now = NOW): Situation => ({
  ...{ actor, plan, now },
  case: current,
});
/** Somebody of a party, with the role that it needs. */
function member(plan: CasePlan, subject: string, party: string): CaseActor {
  const role = plan.regulation.parties.find((each) => each.party === party)?.role;
  if (role === undefined) throw new Error(`${plan.regulation.id} has no party ${party}`);
  return { subject, roles: [role], parties: [party] };
}
const stateOf = (plan: CasePlan, current: ComplaintCase, stage: string) =>
  stageStates(plan, current, NOW).find(({ planned }) => planned.stage === stage)?.state;
const aWork = { kind: 'CORRECTIVE', description: '更换夹具', owner: 'li', dueAt: LATER, permanent: true } as const;

describe('following up', () => {
  const closed = { state: 'CLOSED', outcome: 'RESOLVED', closedAt: NOW } as const;
  const scores = { result: 2, expectation: 2, attitude: 4, efficiency: 3 };

  it('asks what the regulation asks, and refuses a follow-up that leaves it out', () => {
    const plan = planFor('consumer-affairs');
    const asked = situation(plan, aCase(closed), member(plan, 'an', 'cs-department'));
    const outcome = decideFollowUp(
      asked,
      { means: 'PHONE', reached: true, satisfaction: { result: 6 } },
      context(plan),
    );
    expect(codesOf(outcome)).toEqual(['CASE_FOLLOW_UP_ANSWER_MISSING', 'CASE_SCORE_OUT_OF_RANGE']);
  });

  it('sends a dissatisfied complainant’s case back to the department in another round', () => {
    const plan = planFor('consumer-affairs');
    const asked = situation(plan, aCase(closed), member(plan, 'an', 'cs-department'));
    const heard = { means: 'PHONE', reached: true, satisfied: false, satisfaction: scores } as const;
    const course = accepted(decideFollowUp(asked, heard, context(plan)));
    expect(course.facts.map(({ type }) => type)).toContain('CASE_REOPENED');
    expect(course.case).toMatchObject({ state: 'INVESTIGATION', round: 2 });
    expect(course.case.outcome).toBeUndefined();
    for (const fact of course.facts) {
      const { definition, data } = publicationOf(course.case, fact);
      expect(definition.data.safeParse(data).success).toBe(true);
    }
  });

  it('leaves the stage open when the complainant is not reached, and finishes it when they are', () => {
    const plan = planFor('consumer-affairs');
    const actor = member(plan, 'an', 'cs-department');
    const missed = { means: 'PHONE', reached: false, satisfaction: {}, nextAt: LATER } as const;
    const first = accepted(decideFollowUp(situation(plan, aCase(closed), actor), missed, context(plan)));
    expect(stateOf(plan, first.case, 'follow-up')).toBe('CURRENT');
    const heard = { means: 'PHONE', reached: true, satisfied: true, satisfaction: scores } as const;
    const second = accepted(decideFollowUp(situation(plan, first.case, actor), heard, context(plan)));
    expect(stateOf(plan, second.case, 'follow-up')).toBe('DONE');
    expect(second.case.state).toBe('CLOSED');
  });

  it('is not done before anything was carried out', () => {
    const plan = planFor('consumer-affairs');
    const early = situation(plan, aCase({ state: 'EXECUTION' }), member(plan, 'an', 'cs-department'));
    const heard = { means: 'PHONE', reached: true, satisfied: true, satisfaction: scores } as const;
    expect(codesOf(decideFollowUp(early, heard, context(plan)))).toEqual(['CASE_STATE_FORBIDS']);
  });
});

describe('measures, their effect and the 8D report', () => {
  const plan = planFor('manufacturer-8d');
  const production = member(plan, 'pan', 'production');
  const team = member(plan, 'tang', 'team');
  const analysed = aCase({
    state: 'RESOLUTION',
    stages: ['confirmation', 'problem-confirmation', 'cause-analysis'].map(DONE),
  });
  const planned = (current: ComplaintCase) =>
    accepted(
      decidePlanning(situation(plan, current, production), aWork, { ownerIsStaff: true, context: context(plan) }),
    ).case;
  const carriedOut = (current: ComplaintCase) => {
    const actionId = actionsOf(current).find(({ state }) => state === 'PLANNED')?.id ?? '';
    const done = { actionId, outcome: '已更换' };
    return accepted(decideCompletionOfAction(situation(plan, current, production), done, context(plan))).case;
  };
  const checked = (current: ComplaintCase, effective: boolean) =>
    accepted(decideEffect(situation(plan, current, team), { effective, findings: '复测' }, context(plan))).case;
  const DISCIPLINES = {
    team: '质量、生产',
    problem: '开裂',
    cause: '夹具',
    countermeasures: '更换',
    verification: '复测合格',
  };

  it('waits for the cause, containment excepted', () => {
    const early = aCase({ state: 'INVESTIGATION', stages: ['confirmation', 'problem-confirmation'].map(DONE) });
    const at = situation(plan, early, production);
    const staff = { ownerIsStaff: true, context: context(plan) };
    expect(codesOf(decidePlanning(at, aWork, staff))).toEqual(['CASE_STAGE_BLOCKED']);
    expect(codesOf(decidePlanning(at, { ...aWork, kind: 'CONTAINMENT' }, staff))).toEqual([]);
  });

  it('is possible before a resolution is approved, and the last action finishes its stage', () => {
    const current = carriedOut(planned(analysed));
    expect(stateOf(plan, current, 'measures')).toBe('DONE');
    expect(stateOf(plan, current, 'verification')).toBe('CURRENT');
    expect(stateOf(plan, checked(current, true), 'verification')).toBe('DONE');
  });

  it('finishes their stage by the last of them, containment included, but not by containment alone', () => {
    const staff = { ownerIsStaff: true, context: context(plan) };
    const contained = (current: ComplaintCase) =>
      accepted(decidePlanning(situation(plan, current, production), { ...aWork, kind: 'CONTAINMENT' }, staff)).case;
    const both = carriedOut(contained(planned(analysed)));
    expect(stateOf(plan, both, 'measures')).toBe('CURRENT');
    expect(stateOf(plan, carriedOut(both), 'measures')).toBe('DONE');
    expect(stateOf(plan, carriedOut(contained(analysed)), 'measures')).toBe('CURRENT');
  });

  it('leads back to the cause when there is no effect', () => {
    const current = checked(carriedOut(planned(analysed)), false);
    expect(stateOf(plan, current, 'cause-analysis')).toBe('CURRENT');
    expect(stateOf(plan, current, 'measures')).toBe('BLOCKED');
    expect(actionsOf(current).map(({ state }) => state)).toEqual(['NOT_EFFECTIVE']);
  });

  it('signs only a report on verified measures, by the quality manager, never by its author', () => {
    const open = situation(plan, carriedOut(planned(analysed)), team);
    expect(codesOf(decideEightD(open, DISCIPLINES, context(plan)))).toContain('CASE_STAGE_BLOCKED');
    const verified = checked(carriedOut(planned(analysed)), true);
    const submitted = accepted(decideEightD(situation(plan, verified, team), DISCIPLINES, context(plan))).case;
    expect(stateOf(plan, submitted, 'report')).toBe('SUBMITTED');
    const manager = member(plan, 'qiu', 'quality-manager');
    const reportId = eightDOf(submitted)?.id ?? '';
    expect(codesOf(decideSignature(situation(plan, submitted, production), { reportId }, context(plan)))).toEqual([
      'CASE_ROLE_NOT_ENTITLED',
    ]);
    const author = situation(plan, submitted, { ...manager, subject: 'tang' });
    expect(codesOf(decideSignature(author, { reportId }, context(plan)))).toEqual(['CASE_STAGE_OWN_WORK']);
    const signed = accepted(decideSignature(situation(plan, submitted, manager), { reportId }, context(plan))).case;
    expect(eightDOf(signed)).toMatchObject({ version: 1, state: 'SIGNED' });
    expect(stateOf(plan, signed, 'report')).toBe('DONE');
  });

  it('begins again at the cause when the customer is not satisfied', () => {
    const verified = checked(carriedOut(planned(analysed)), true);
    const submitted = accepted(decideEightD(situation(plan, verified, team), DISCIPLINES, context(plan))).case;
    const closed: ComplaintCase = {
      ...submitted,
      state: 'CLOSED',
      stages: [...submitted.stages.filter(({ stage }) => stage !== 'report'), DONE('report'), DONE('reply')],
    };
    const asked = situation(plan, closed, member(plan, 'bei', 'business-market'));
    const heard = { means: 'PHONE', reached: true, satisfied: false, satisfaction: { result: 1 } } as const;
    const { case: after } = accepted(decideFollowUp(asked, heard, context(plan)));
    expect(eightDOf(after)?.state).toBe('RETURNED');
    expect(stateOf(plan, after, 'cause-analysis')).toBe('CURRENT');
  });

  it('verifies without a measure where the correction was left out', () => {
    const tobacco = planFor('tobacco-wholesale');
    const matter = { ...PLAIN_COMPLAINT, assessment: { workOrService: true } };
    const skipped: StageRecord = { ...DONE('correction'), state: 'SKIPPED' };
    const current = aCase({ state: 'RESOLUTION', matter, stages: [skipped] });
    const actor = member(tobacco, 'ding', 'order-department');
    const outcome = decideEffect(
      situation(tobacco, current, actor),
      { effective: true, findings: '已核实' },
      context(tobacco),
    );
    expect(stateOf(tobacco, accepted(outcome).case, 'verification')).toBe('DONE');
  });
});

describe('responsibility and sanctions', () => {
  const plan = planFor('manufacturer-yymmcc', { lossBase: LOSS_BASE });
  const office = member(plan, 'gu', 'gm-office');
  const manager = member(plan, 'gao', 'general-manager');
  const found = aCase({ state: 'RESOLUTION', stages: [DONE('investigation')] });
  const determine = (changes: object) =>
    decideDetermination(
      situation(plan, found, office),
      { responsible: 'PERSON', person: 'mo', reasons: '未首检', lossEntries: [], ...changes },
      { personIsStaff: true, context: context(plan) },
    );

  it('takes no department that could not be kept, and no loss', () => {
    const department = '部'.repeat(256);
    expect(codesOf(determine({ responsible: 'DEPARTMENT', department }))).toEqual(['CASE_RESPONSIBLE_NOT_NAMED']);
    const lossEntries = Array.from({ length: 100_000 }, () => ({ entry: '停机', quantity: 1_000_000 }));
    expect(codesOf(determine({ lossEntries }))).toEqual(['INPUT_INVALID']);
  });

  it('computes the loss of a department from the base of the organisation', () => {
    const lossEntries = [
      { entry: '停机', quantity: 2 },
      { entry: '重检', quantity: 3 },
    ];
    const course = accepted(determine({ responsible: 'DEPARTMENT', department: 'manufacturing', lossEntries }));
    expect(course.facts[0]).toMatchObject({ loss: { total: { amountMinor: 103_750n, currency: 'CNY' } } });
  });

  it('refuses an entry that the base does not have, and somebody who is not named', () => {
    expect(codesOf(determine({ lossEntries: [{ entry: '加班', quantity: 1 }] }))).toEqual(['CASE_LOSS_ENTRY_UNKNOWN']);
    expect(codesOf(determine({ responsible: 'SUPPLIER', thirdParty: ' ' }))).toEqual(['CASE_RESPONSIBLE_NOT_NAMED']);
  });

  it('has sanctions of the ladder approved by somebody else than who proposed them or is concerned', () => {
    const determined = accepted(determine({})).case;
    const determinationId = responsibilityOf(determined).determinations[0]?.id ?? '';
    const request = { determinationId, sanction: 'performance-bonus-penalty', reason: '未按规定首检' };
    const at = situation(plan, determined, office);
    expect(codesOf(decideProposalOfSanction(at, { ...request, sanction: 'dismissal' }, context(plan)))).toEqual([
      'CASE_SANCTION_UNKNOWN',
    ]);
    const proposed = accepted(decideProposalOfSanction(at, request, context(plan))).case;
    const sanctionId = responsibilityOf(proposed).sanctions[0]?.id ?? '';
    const approve = (actor: CaseActor) =>
      decideSanctionApproval(situation(plan, proposed, actor), { sanctionId }, context(plan));
    expect(codesOf(approve(office))).toEqual(['CASE_ROLE_NOT_ENTITLED']);
    expect(codesOf(approve({ ...manager, subject: 'mo' }))).toEqual(['CASE_SANCTION_NOT_YOURS_TO_DECIDE']);
    expect(codesOf(approve({ ...manager, subject: 'gu' }))).toEqual(['CASE_SANCTION_NOT_YOURS_TO_DECIDE']);
    const course = accepted(approve(manager));
    expect(course.facts[0]).toMatchObject({
      published: true,
      paper: 'penalty-notice',
      paperNumber: `${found.number}/1`,
    });
    // Finance takes it from the bonus of the person, by the subject of the token; why stays here.
    const { data } = publicationOf(course.case, course.facts[0] ?? never());
    expect(data).toMatchObject({ person: 'mo' });
    expect(JSON.stringify(data)).not.toContain('首检');
  });
});

describe('emergencies', () => {
  const plan = planFor('company-case-library');
  const current = aCase({ state: 'INVESTIGATION', level: 'major' });

  it('are shown and acted upon only where the condition of the regulation holds', () => {
    expect(emergencyOf(plan, current, NOW)?.does).toEqual(['REPORT_UP', 'RISK_ASSESSMENT', 'CRISIS_HANDLING']);
    const ordinary = aCase({ state: 'INVESTIGATION', level: 'ordinary' });
    expect(emergencyOf(plan, ordinary, NOW)).toBeUndefined();
    const offered = possibleActions(situation(plan, ordinary, anActor('wu', 'supervisor'))).map(({ action }) => action);
    expect(offered).not.toContain('RECORD_RISK_ASSESSMENT');
  });

  it('grade a risk by probability and impact, and take no step that the regulation does not ask for', () => {
    const at = situation(plan, current, anActor('wu', 'supervisor'));
    const graded = decideRiskAssessment(at, { probability: 4, impact: 5, measures: '公开说明' }, context(plan));
    expect(accepted(graded).facts[0]).toMatchObject({ riskScore: 20 });
    expect(
      codesOf(decideRiskAssessment(at, { probability: 0, impact: 5, measures: '公开说明' }, context(plan))),
    ).toEqual(['CASE_SCORE_OUT_OF_RANGE']);
    expect(codesOf(decideStep(at, { step: 'MEETING', note: '会议' }, context(plan)))).toEqual(['CASE_NO_EMERGENCY']);
  });

  it('have a team of 50 at most, of whom nobody is left out in silence', () => {
    const at = situation(plan, current, anActor('wu', 'supervisor'));
    const [party = 'none'] = emergencyOf(plan, current, NOW)?.team ?? [];
    const formed = (size: number) =>
      decideTeam(
        at,
        Array.from({ length: size }, (_, index) => ({ party, subject: `member-${index}` })),
        { unknown: [], context: context(plan) },
      );
    expect(codesOf(formed(50))).not.toContain('INPUT_INVALID');
    expect(codesOf(formed(51))).toContain('INPUT_INVALID');
  });
});

describe('the archive', () => {
  const plan = planFor('law-firm', { retention: { amount: 10, unit: 'YEARS' } });
  const closed = aCase({ state: 'CLOSED', outcome: 'RESOLVED', closedAt: NOW });
  const wu = anActor('wu', 'supervisor');
  const AFTER = new Date('2036-03-14T00:00:00.000Z');

  it('files a case by itself when it is closed, with its year and its retention', () => {
    const { case: filed } = archivedAtClosing(courseOf(closed), 'system:case-handling', context(plan));
    expect(fileOf(filed)).toMatchObject({ number: `2026/${closed.number}`, holds: [] });
    expect(fileOf(filed)?.keepUntil.slice(0, 10)).toBe('2036-03-12');
  });

  it('lets two persons destroy the texts, and nobody before the time or alone', () => {
    const filed = accepted(decideArchiving(situation(plan, closed, wu), context(plan))).case;
    const reason = { reason: '保存期满' };
    expect(codesOf(decideDestructionProposal(situation(plan, filed, wu), reason, context(plan)))).toEqual([
      'CASE_KEPT_UNTIL',
    ]);
    const then = context(plan, AFTER);
    const proposed = accepted(decideDestructionProposal(situation(plan, filed, wu, AFTER), reason, then)).case;
    expect(codesOf(decideDestruction(situation(plan, proposed, wu, AFTER), then))).toEqual(['REGULATION_FOUR_EYES']);
    const qin = situation(plan, proposed, anActor('qin', 'manager'), AFTER);
    const destroyed = accepted(decideDestruction(qin, then));
    expect(destroyed.facts).toMatchObject([{ type: 'CASE_DESTROYED', proposedBy: 'wu' }]);
    for (const actor of [wu, anActor('qin', 'manager'), anActor('li', 'handler')]) {
      expect(possibleActions(situation(plan, destroyed.case, actor, AFTER))).toEqual([]);
    }
  });
});

function never(): never {
  throw new Error('a course without facts');
}
