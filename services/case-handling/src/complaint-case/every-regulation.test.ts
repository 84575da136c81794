import { money, newId, STAFF_ROLES, type Outcome } from '@redress/kernel';
import { checkAdoption, listRegulations, type Regulation } from '@redress/regulations';
import type { PersonalAction } from '../case-actions.model';
import { aComplaint, aContext, aStaffMember } from '../test-bench/builders';
import { accepted } from '../test-bench/story';
import { decideAcceptance } from './accept-case/accept-case.decide';
import { decideAssignment } from './assign-case/assign-case.decide';
import { decideClosing } from './close-case/close-case.decide';
import { decideCompletion } from './complete-stage/complete-stage.decide';
import { decideApproval } from './decide-resolution/decide-resolution.decide';
import { decideStageApproval } from './decide-stage/decide-stage.decide';
import { decideOnReport } from './follow-settlement/follow-settlement.decide';
import { decideConfirmation, decideHandOver } from './hand-over/hand-over.decide';
import { possibleActions } from './model/case-actions.rules';
import { planOf, type CasePlan } from './model/case-plan.model';
import type { ComplaintCase } from './model/case.model';
import type { CaseActor, Situation } from './model/case.rules';
import { courseOf, take, type Course, type DecisionContext } from './model/course.model';
import { PLAIN_COMPLAINT, type Matter } from './model/matter.model';
import { stageStates } from './model/stage-states.model';
import { decideOpening } from './open-case/open-case.decide';
import { decideProposal } from './propose-resolution/propose-resolution.decide';
import { decideConsent } from './record-consent/record-consent.decide';
import { decideInvestigation } from './record-investigation/record-investigation.decide';
import { waitingDraft } from '../reply-review/model/reply-review.model';
import { decideReview } from '../reply-review/review-reply/review-reply.decide';
import { decideReply } from './send-reply/send-reply.decide';

const OPEN_VALUES: Readonly<Record<Regulation['openValues'][number]['type'], unknown>> = {
  DURATION: { amount: 7, unit: 'WORKING_DAYS' },
  AUTHORITY: [{ holder: 'manager', currency: 'CNY', maximumMinor: null }],
  COUNT: 3,
  RATIO: '0.05',
  MONEY: { amountMinor: '50000', currency: 'CNY' },
  TEXT: '按公司规定',
  CHOICE: undefined,
  DATE: '2025-01-01',
  AMOUNT_TABLE: [{ entry: 'usual', amountMinor: '10000', currency: 'CNY' }],
  NUMBERING: { pattern: '{YY}{MM}{SERIAL:3}', period: 'MONTH' },
};

function planFor(regulation: Regulation): CasePlan {
  const openValues = Object.fromEntries(
    regulation.openValues.map(({ key, type, options = [] }) => [key, OPEN_VALUES[type] ?? options[0]?.code]),
  );
  const outcome = checkAdoption(regulation, {
    timeZone: 'Asia/Shanghai',
    calendar: 'cn',
    openingHours: {
      weekdays: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, windows: [{ from: '09:00', to: '18:00' }] })),
    },
    openValues,
  });
  const settings = accepted(
    outcome.ok ? outcome : checkAdoption(regulation, { timeZone: 'Asia/Shanghai', calendar: 'cn', openValues }),
  );
  return planOf({
    id: newId(),
    regulationId: regulation.id,
    regulationVersion: regulation.version,
    settings,
    document: regulation,
  });
}

type Act = (situation: Situation, context: DecisionContext) => Outcome<Course>;

/** How an action is carried out; what is not listed is never needed to bring a case to its end. */
const ACTS: Partial<Record<PersonalAction, (money: boolean) => Act>> = {
  ACCEPT_CASE: () => decideAcceptance,
  ASSIGN_CASE: () => (situation, context) => {
    const parties = situation.plan?.regulation.parties.map(({ party }) => party) ?? [];
    const assignee = aStaffMember({ subject: 'p1', roles: STAFF_ROLES, parties });
    return decideAssignment(situation, assignee, context);
  },
  COMPLETE_STAGE: () => (situation, context) => {
    const { plan, stage = '' } = situation;
    const paper = plan?.stages.find((planned) => planned.stage === stage)?.paper;
    const sections = plan?.regulation.papers.find((each) => each.paper === paper)?.sections ?? [];
    const written = sections.map(({ section }) => ({ section, text: '已填写' }));
    return decideCompletion(situation, { stage, sections: written, note: '完成' }, context);
  },
  APPROVE_STAGE: () => (situation, context) =>
    decideStageApproval(situation, { stage: situation.stage ?? '' }, context),
  RECORD_INVESTIGATION: () => (situation, context) => {
    const { plan } = situation;
    const stages = stageStates(plan, situation.case, situation.now);
    const papers = stages.filter(({ planned }) => planned.kind === 'INVESTIGATION').map(({ planned }) => planned.paper);
    const sections = plan?.regulation.papers
      .filter(({ paper }) => papers.includes(paper))
      .flatMap((each) => each.sections ?? []);
    const written = (sections ?? []).map(({ section }) => ({ section, text: '已查明' }));
    const validity = plan?.regulation.validity?.values[0]?.validity ?? 'VALID';
    const heard = { heardComplainant: true, heardComplainee: true };
    const withSections = decideInvestigation(
      situation,
      { validity, findings: '属实', sections: written, ...heard },
      context,
    );
    return withSections.ok
      ? withSections
      : decideInvestigation(situation, { validity, findings: '属实', ...heard }, context);
  },
  PROPOSE_RESOLUTION: (costs) => (situation, context) => {
    const refund = { kind: 'REFUND' as const, amount: money(5_000n, 'CNY') };
    return decideProposal(situation, { text: '处理意见', remedies: [costs ? refund : { kind: 'APOLOGY' }] }, context);
  },
  APPROVE_RESOLUTION: () => decideApproval,
  SEND_PROGRESS: () => (situation, context) =>
    decideReply(situation, { purpose: 'PROGRESS', form: 'WRITTEN', text: '进展' }, context),
  SEND_REPLY: () => (situation, context) =>
    decideReply(situation, { purpose: 'DECISION', form: 'WRITTEN', text: '答复' }, context),
  SEND_ANSWER: () => (situation, context) =>
    decideReply(situation, { purpose: 'ANSWER', form: 'WRITTEN', text: '答复' }, context),
  REVIEW_REPLY: () => (situation, context) => {
    const waiting = waitingDraft(situation.case);
    const { state, matter } = situation.case;
    const early = matter.itemType === 'COMPLAINT' ? 'PROGRESS' : 'ANSWER';
    const purpose = state === 'REPLY' ? 'DECISION' : early;
    const written = { purpose, form: 'WRITTEN', text: '答复', reason: null } as const;
    const draft = waiting === undefined ? undefined : { ...written, id: waiting.id, submittedBy: waiting.by };
    return decideReview(situation, { approve: true }, { draft, context });
  },
  RECORD_CONSENT: () => (situation, context) => decideConsent(situation, { decision: 'ACCEPTED' }, context),
  CLOSE_AS_ANSWERED: () => (situation, context) => decideClosing(situation, { outcome: 'ANSWERED' }, context),
};
const ORDER = Object.keys(ACTS) as PersonalAction[];

/** Whether the action would only repeat what is done. */
function isIdle(action: PersonalAction, current: ComplaintCase, plan: CasePlan): boolean {
  const current_ = (kind: string) =>
    stageStates(plan, current, aContext().now).some(
      ({ planned, state }) => planned.kind === kind && state === 'CURRENT',
    );
  if (action === 'ASSIGN_CASE') return current.assignee !== undefined && !current_('ASSIGNMENT');
  if (action === 'RECORD_INVESTIGATION') return current.state === 'RESOLUTION' && !current_('INVESTIGATION');
  if (action === 'SEND_PROGRESS') return !current_('PROGRESS') && !current_('FIRST_RESPONSE');
  if (action === 'SEND_ANSWER') return current.moments['ANSWERED'] !== undefined && !current_('ANSWER');
  return false;
}

/** Five people who may do everything, so that only the order of the regulation and the four eyes hold them back. */
function everybody({ regulation }: CasePlan): CaseActor[] {
  const parties = regulation.parties.map(({ party }) => party);
  return ['p1', 'p2', 'p3', 'p4', 'p5'].map((subject) => ({ subject, roles: [...STAFF_ROLES], parties }));
}

function handedOver(current: ComplaintCase, plan: CasePlan, context: DecisionContext): ComplaintCase | undefined {
  const waits = stageStates(plan, current, context.now).find(
    ({ planned, state }) => planned.kind === 'HAND_OVER' && state === 'CURRENT',
  );
  const [actor] = everybody(plan);
  const provision =
    plan.regulation.handOvers.find(({ handOver }) => handOver === waits?.planned.stage) ?? plan.regulation.handOvers[0];
  if (waits === undefined || actor === undefined || provision === undefined) return undefined;
  const on = (of: ComplaintCase): Situation => ({ actor, case: of, plan, now: context.now });
  const request = { handOver: provision.handOver, to: 'p1', documents: [] };
  const handed = accepted(decideHandOver(on(current), request, { isStaff: true, context }));
  const recorded = { id: newId(), handOver: provision.handOver, receiver: 'p1' };
  return accepted(decideConfirmation(on(handed.case), recorded, context)).case;
}

/** Measures and checks of their effect have their own capability; here they only count as done. */
function corrected(current: ComplaintCase, plan: CasePlan, { now: at }: DecisionContext): ComplaintCase | undefined {
  const kinds = ['CORRECTIVE_ACTION', 'EFFECT_CHECK'];
  const waits = stageStates(plan, current, at).find(
    ({ planned, state }) => kinds.includes(planned.kind) && state === 'CURRENT',
  );
  if (waits === undefined) return undefined;
  const done = { stage: waits.planned.stage, state: 'DONE', at, by: 'p1', approvals: [] } as const;
  return { ...current, stages: [...current.stages, done] };
}

function step(current: ComplaintCase, plan: CasePlan, costs: boolean): ComplaintCase | undefined {
  const context = { ...aContext(), plan };
  const measured = corrected(current, plan, context);
  if (measured !== undefined) return measured;
  const handed = handedOver(current, plan, context);
  if (handed !== undefined) return handed;
  const offers = everybody(plan).map((actor) => {
    const situation = { actor, case: current, plan, now: context.now };
    return { situation, actions: possibleActions(situation) };
  });
  for (const action of ORDER.filter((each) => !isIdle(each, current, plan))) {
    for (const { situation, actions } of offers) {
      const possible = actions.find((each) => each.action === action);
      if (possible === undefined) continue;
      const stage = possible.stage === undefined ? {} : { stage: possible.stage };
      const outcome = ACTS[action]?.(costs)({ ...situation, ...stage }, context);
      if (outcome?.ok !== true)
        throw new Error(`${action} was offered in ${current.state}: ${JSON.stringify(outcome)}`);
      return outcome.value.case;
    }
  }
  return paid(current, plan);
}

function paid(current: ComplaintCase, plan: CasePlan): ComplaintCase | undefined {
  const { resolution } = current;
  const remedy = resolution?.remedies.find(({ settlementState }) => settlementState !== 'COMPLETED');
  if (current.state !== 'EXECUTION' || resolution === undefined || remedy === undefined) return undefined;
  const report = {
    settlementId: newId(),
    resolutionId: resolution.id,
    remedyId: remedy.id,
    state: 'COMPLETED' as const,
  };
  return decideOnReport(current, report, { ...aContext(), plan }).case;
}

function lived(plan: CasePlan, matter: Matter, categoryCode: string, costs: boolean): ComplaintCase {
  const context = { ...aContext(), plan };
  const { course } = decideOpening(aComplaint({ matter, categoryCode }), context);
  const known = { type: 'CASE_ACKNOWLEDGED', at: context.now, by: 'an' } as const;
  let current = take(courseOf(course.case), known, context).case;
  for (let steps = 0; steps < 60 && current.state !== 'CLOSED'; steps += 1) {
    const next = step(current, plan, costs);
    if (next === undefined) break;
    current = next;
  }
  return current;
}

function matters({ itemTypes, assessment, classification }: Regulation): { matter: Matter; name: string }[] {
  const types = itemTypes.length === 0 ? (['COMPLAINT'] as const) : itemTypes.map(({ type }) => type);
  const axes = Object.fromEntries(
    classification.flatMap(({ axis, values }) => (values[0] === undefined ? [] : [[axis, values[0].code]])),
  );
  const grave = Object.fromEntries(assessment.filter(({ type }) => type === 'BOOLEAN').map(({ key }) => [key, true]));
  return types.flatMap((itemType) =>
    [{}, grave].map((judged, index) => ({
      name: `${itemType} ${index === 0 ? 'plain' : 'grave'}`,
      matter: { ...PLAIN_COMPLAINT, itemType, classification: axes, assessment: judged },
    })),
  );
}

describe('under every regulation that ships', () => {
  it.each(listRegulations().map((regulation) => [regulation.id, regulation] as const))(
    '%s: a case can reach its end',
    (_, regulation) => {
      const plan = planFor(regulation);
      const axis = regulation.classification.find((each) => each.axis === 'category');
      const categories =
        axis === undefined || axis.values.length === 0 ? ['service'] : axis.values.map(({ code }) => code);
      for (const { matter, name } of matters(regulation)) {
        for (const category of categories) {
          for (const costs of matter.itemType === 'COMPLAINT' ? [false, true] : [false]) {
            const end = lived(plan, matter, category, costs);
            const stages = stageStates(plan, end, aContext().now).map(
              ({ planned, state, missing }) => `${planned.kind} ${planned.stage} ${state} ${missing.join()}`,
            );
            expect({
              name,
              category,
              costs,
              state: end.state,
              ...(end.state === 'CLOSED'
                ? {}
                : { stages, resolution: end.resolution?.state, answered: end.moments['ANSWERED'] }),
            }).toEqual({ name, category, costs, state: 'CLOSED' });
          }
        }
      }
    },
  );
});
