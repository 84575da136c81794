import { money, newId } from '@redress/kernel';
import fc from 'fast-check';
import { publicationOf } from '../published/case.publication';
import { aComplaint, aContext, aStaffMember, anActor, aPlan } from '../test-bench/builders';
import { decideAcceptance } from './accept-case/accept-case.decide';
import { decideAssignment } from './assign-case/assign-case.decide';
import { decideClosing } from './close-case/close-case.decide';
import { decideApproval, decideRejection } from './decide-resolution/decide-resolution.decide';
import { decideOnReport, type SettlementReport } from './follow-settlement/follow-settlement.decide';
import type { ComplaintCase } from './model/case.model';
import { possibleActions } from './model/case-actions.rules';
import { PERSONAL_ACTIONS, type PersonalAction } from '../case-actions.model';
import { caseMachine } from './model/case.transitions';
import type { Situation } from './model/case.rules';
import type { Course, DecisionContext } from './model/course.model';
import { decideOpening } from './open-case/open-case.decide';
import { decideProposal } from './propose-resolution/propose-resolution.decide';
import { decideConsent } from './record-consent/record-consent.decide';
import { decideInvestigation } from './record-investigation/record-investigation.decide';
import { decideReply } from './send-reply/send-reply.decide';

// Found at random, the same in each run.
fc.configureGlobal({ seed: 4_711 });

type Attempt = (situation: Situation, context: DecisionContext) => { ok: boolean; value?: Course };

const REMEDIES = [{ kind: 'REFUND' as const, amount: money(100n, 'CNY') }, { kind: 'APOLOGY' as const }];
const ATTEMPTS = {
  ACCEPT_CASE: decideAcceptance,
  ASSIGN_CASE: (situation, context) => decideAssignment(situation, aStaffMember(), context),
  RECORD_INVESTIGATION: (situation, context) =>
    decideInvestigation(situation, { validity: 'UNDETERMINED', findings: 'x' }, context),
  PROPOSE_RESOLUTION: (situation, context) => decideProposal(situation, { text: 'x', remedies: REMEDIES }, context),
  APPROVE_RESOLUTION: decideApproval,
  REJECT_RESOLUTION: (situation, context) => decideRejection(situation, { reason: 'x' }, context),
  SEND_REPLY: (situation, context) => decideReply(situation, { purpose: 'DECISION', form: 'ORAL', text: 'x' }, context),
  SEND_PROGRESS: (situation, context) =>
    decideReply(situation, { purpose: 'PROGRESS', form: 'ORAL', text: 'x' }, context),
  RECORD_CONSENT: (situation, context) => decideConsent(situation, { decision: 'ACCEPTED' }, context),
  RECORD_OBJECTION: (situation, context) => decideConsent(situation, { decision: 'OBJECTED' }, context),
  CLOSE_AS_RESOLVED: (situation, context) => decideClosing(situation, { outcome: 'RESOLVED' }, context),
  CLOSE_AS_NOT_ESTABLISHED: (situation, context) => decideClosing(situation, { outcome: 'NOT_ESTABLISHED' }, context),
  CLOSE_AS_WITHDRAWN: (situation, context) => decideClosing(situation, { outcome: 'WITHDRAWN' }, context),
} as const satisfies Partial<Record<PersonalAction, Attempt>>;
type Tried = keyof typeof ATTEMPTS;
const TRIED = PERSONAL_ACTIONS.filter((action): action is Tried => action in ATTEMPTS);

const aReportState = fc.constantFrom<SettlementReport['state']>(
  'REFUSED',
  'REJECTED',
  'CANCELLED',
  'FAILED',
  'COMPLETED',
  'PROPOSED',
);
const anAttempt = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ action: fc.constantFrom(...TRIED), actor: fc.constantFrom('li', 'wu') }),
  },
  { weight: 1, arbitrary: aReportState.map((report) => ({ report })) },
);
type TriedAttempt = { readonly action: Tried; readonly actor: string } | { readonly report: SettlementReport['state'] };

const everybody = (subject: string) => anActor(subject, 'agent', 'handler', 'supervisor', 'manager');

function step(current: ComplaintCase, attempt: TriedAttempt, context: DecisionContext): Course | undefined {
  if ('report' in attempt) {
    const { resolution } = current;
    const remedy = resolution?.remedies[0];
    if (resolution === undefined || remedy === undefined) return undefined;
    return decideOnReport(
      current,
      { settlementId: newId(), resolutionId: resolution.id, remedyId: remedy.id, state: attempt.report },
      context,
    );
  }
  const situation = { actor: everybody(attempt.actor), case: current, plan: aPlan, now: context.now };
  const { action } = attempt;
  const attempted: Attempt = ATTEMPTS[action];
  const outcome = attempted(situation, context);
  expect(outcome.ok).toBe(possibleActions(situation).some((possible) => possible.action === action));
  return outcome.ok ? outcome.value : undefined;
}

describe('any sequence of attempts on a case', () => {
  it('stays within the transition table, offers exactly what it accepts, and leaves contiguous events that fit their contracts', () => {
    fc.assert(
      fc.property(fc.array(anAttempt, { maxLength: 60 }), (attempts) => {
        const context = aContext();
        let current = decideOpening(aComplaint(), context).course.case;
        for (const attempt of attempts) {
          const course = step(current, attempt, context);
          if (course === undefined) continue;
          const wasFinal = current.state === 'CLOSED';
          expect(course.case.version).toBe(current.version + course.facts.length);
          if (wasFinal) expect(course.case.state).toBe('CLOSED');
          else if (course.case.state !== current.state) {
            const reachable = caseMachine
              .actionsIn(current.state)
              .map((action) => caseMachine.next(current.state, action));
            const closedOnTheWay =
              course.case.state === 'CLOSED' && course.facts.some(({ type }) => type === 'RESOLUTION_EXECUTED');
            expect(reachable.includes(course.case.state) || closedOnTheWay).toBe(true);
          }
          for (const fact of course.facts) {
            const { definition, data } = publicationOf(course.case, fact);
            expect(definition.data.safeParse(data).success).toBe(true);
          }
          if (course.case.state === 'CLOSED') {
            expect(course.case.closedAt).toBeDefined();
            expect(course.case.clocks.every(({ state, kind }) => state !== 'RUNNING' || kind === 'FOLLOW_UP')).toBe(
              true,
            );
          }
          current = course.case;
        }
      }),
      { numRuns: 300 },
    );
  });
});
