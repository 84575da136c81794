import { aCaseIn } from '../../test-bench/story';
import { aPlan, aSituation, anActor, LI_HANDLER, QIN_MANAGER, WU_SUPERVISOR } from '../../test-bench/builders';
import { performersOf, possibleActions, possiblePerformersOf, refusalsOf } from './case-actions.rules';
import type { ComplaintCase, Resolution } from './case.model';
import type { CasePlan } from './case-plan.model';
import type { Situation } from './case.rules';
import type { ResolutionState } from './resolution.transitions';
import { CASE_ACTIONS, type PERSONAL_ACTIONS } from '../../case-actions.model';
import { CASE_STATES, caseMachine, type CaseAction, type CaseState } from './case.transitions';

const AGENT = anActor('an', 'agent');
const codes = (action: (typeof PERSONAL_ACTIONS)[number], situation: Situation): string[] =>
  refusalsOf(action, situation).map(({ code }) => code);

/** Whether the transition table knows the action; what capabilities add beside it is shown by their own tests. */
function movesCases(action: (typeof PERSONAL_ACTIONS)[number]): boolean {
  return CASE_STATES.some((state) => caseMachine.next(state, action as CaseAction) !== undefined);
}

function aResolution({ resolution }: ComplaintCase, state: ResolutionState): Resolution {
  if (resolution === undefined) throw new Error('the case has no resolution');
  return { ...resolution, state };
}

describe('the actions of a case', () => {
  it.each<[CaseState | 'PROPOSED', Situation['actor'], string[]]>([
    ['REGISTERED', AGENT, ['ACCEPT_CASE', 'SEND_PROGRESS']],
    ['ACCEPTED', WU_SUPERVISOR, ['ASSIGN_CASE', 'SEND_PROGRESS', 'CLOSE_AS_WITHDRAWN']],
    ['INVESTIGATION', LI_HANDLER, ['RECORD_INVESTIGATION', 'SEND_PROGRESS', 'CLOSE_AS_WITHDRAWN']],
    ['RESOLUTION', LI_HANDLER, ['RECORD_INVESTIGATION', 'PROPOSE_RESOLUTION', 'SEND_PROGRESS', 'CLOSE_AS_WITHDRAWN']],
    ['PROPOSED', LI_HANDLER, ['SEND_PROGRESS', 'CLOSE_AS_WITHDRAWN']],
    ['PROPOSED', QIN_MANAGER, ['APPROVE_RESOLUTION', 'REJECT_RESOLUTION']],
    ['REPLY', LI_HANDLER, ['SEND_REPLY', 'SEND_PROGRESS', 'CLOSE_AS_WITHDRAWN']],
    ['CONSENT', AGENT, ['SEND_PROGRESS', 'RECORD_CONSENT', 'RECORD_OBJECTION']],
    ['EXECUTION', LI_HANDLER, ['SEND_PROGRESS']],
    ['CLOSED', WU_SUPERVISOR, []],
  ])('in %s are, for %p, %p', (state, actor, actions) => {
    const possible = possibleActions(aSituation(aCaseIn(state), actor)).map(({ action }) => action);
    expect(possible.filter(movesCases)).toEqual(actions);
  });

  it('are none for somebody who only reads', () => {
    for (const state of CASE_STATES) {
      expect(possibleActions(aSituation(aCaseIn(state), anActor('shen', 'auditor', 'analyst')))).toEqual([]);
    }
  });

  it('are refused with CASE_STATE_FORBIDS and the state where the transition table has no way', () => {
    for (const state of CASE_STATES) {
      const impossible = CASE_ACTIONS.filter(
        (each) =>
          !('states' in each) &&
          !('targets' in each) &&
          caseMachine.next(state, each.action as CaseAction) === undefined,
      );
      for (const { action } of impossible) {
        const everybody = anActor('li', 'customer', 'agent', 'handler', 'supervisor', 'manager');
        const [refusal] = refusalsOf(action, aSituation(aCaseIn(state), everybody));
        expect(refusal).toMatchObject({ code: 'CASE_STATE_FORBIDS', details: { currentState: state } });
      }
    }
  });

  it('are refused with CASE_ROLE_NOT_ENTITLED before anything else is told', () => {
    expect(codes('ACCEPT_CASE', aSituation(aCaseIn('CLOSED'), anActor('shen', 'auditor')))).toEqual([
      'CASE_ROLE_NOT_ENTITLED',
    ]);
  });

  it('belong to the performers whom the regulation names', () => {
    const plan: CasePlan = {
      ...aPlan,
      stages: aPlan.stages.map((stage) =>
        stage.kind === 'INVESTIGATION' ? { ...stage, performers: ['manager'] } : stage,
      ),
    };
    const situation = { ...aSituation(aCaseIn('INVESTIGATION')), plan };
    expect(performersOf('RECORD_INVESTIGATION', situation)).toEqual(['manager']);
    expect(codes('RECORD_INVESTIGATION', situation)).toEqual(['CASE_ROLE_NOT_ENTITLED']);
    expect(possiblePerformersOf('ACCEPT_CASE')).toContain('manager');
    expect(possiblePerformersOf('ACCEPT_CASE')).not.toContain('customer');
  });
});

describe('the rules of an action', () => {
  it('refuse another handler than the assigned one with CASE_NOT_ASSIGNED_TO_YOU', () => {
    const other = anActor('zhao', 'handler');
    expect(codes('RECORD_INVESTIGATION', aSituation(aCaseIn('INVESTIGATION'), other))).toEqual([
      'CASE_NOT_ASSIGNED_TO_YOU',
    ]);
    expect(codes('PROPOSE_RESOLUTION', aSituation(aCaseIn('RESOLUTION'), other))).toEqual(['CASE_NOT_ASSIGNED_TO_YOU']);
    expect(codes('SEND_REPLY', aSituation(aCaseIn('REPLY'), other))).toEqual(['CASE_NOT_ASSIGNED_TO_YOU']);
  });

  it('refuse a second proposal beside a waiting one with CASE_PROPOSAL_PENDING', () => {
    expect(codes('PROPOSE_RESOLUTION', aSituation(aCaseIn('PROPOSED')))).toEqual(['CASE_PROPOSAL_PENDING']);
  });

  it('refuse a decision without a proposal with CASE_NO_PROPOSAL_PENDING', () => {
    expect(codes('APPROVE_RESOLUTION', aSituation(aCaseIn('RESOLUTION'), WU_SUPERVISOR))).toContain(
      'CASE_NO_PROPOSAL_PENDING',
    );
  });

  it('refuse the proposer with REGULATION_FOUR_EYES', () => {
    const both = anActor('li', 'handler', 'supervisor');
    expect(codes('APPROVE_RESOLUTION', aSituation(aCaseIn('PROPOSED'), both))).toEqual(['REGULATION_FOUR_EYES']);
    expect(codes('REJECT_RESOLUTION', aSituation(aCaseIn('PROPOSED'), both))).toEqual(['REGULATION_FOUR_EYES']);
  });

  it('refuse an amount above the role with REGULATION_EXCEEDS_AUTHORITY and the maximum, also when it was split', () => {
    const half = { kind: 'REFUND' as const, amount: { amountMinor: 60_000n, currency: 'CNY' } };
    const current = aCaseIn('PROPOSED', [half, half]);
    expect(refusalsOf('APPROVE_RESOLUTION', aSituation(current, WU_SUPERVISOR))).toMatchObject([
      { code: 'REGULATION_EXCEEDS_AUTHORITY', details: { maximum: { amountMinor: 100_000n, currency: 'CNY' } } },
    ]);
    expect(codes('APPROVE_RESOLUTION', aSituation(current, QIN_MANAGER))).toEqual([]);
  });

  it('refuse a decision on a case that no regulation binds with CASE_WITHOUT_REGULATION', () => {
    const situation = { ...aSituation(aCaseIn('PROPOSED'), QIN_MANAGER), plan: undefined };
    expect(codes('APPROVE_RESOLUTION', situation)).toEqual(['CASE_WITHOUT_REGULATION']);
  });

  it('refuse to close as resolved what is not paid with CASE_SETTLEMENT_OUTSTANDING', () => {
    expect(codes('CLOSE_AS_RESOLVED', aSituation(aCaseIn('CONSENT'), WU_SUPERVISOR))).toEqual([
      'CASE_SETTLEMENT_OUTSTANDING',
    ]);
    expect(codes('CLOSE_AS_RESOLVED', aSituation(aCaseIn('EXECUTION'), WU_SUPERVISOR))).toEqual([
      'CASE_SETTLEMENT_OUTSTANDING',
    ]);
  });

  it('refuse to close a valid complaint as not established with CASE_COMPLAINT_FOUND_VALID', () => {
    expect(codes('CLOSE_AS_NOT_ESTABLISHED', aSituation(aCaseIn('RESOLUTION'), WU_SUPERVISOR))).toEqual([
      'CASE_COMPLAINT_FOUND_VALID',
    ]);
  });

  it('refuse to close as not established without an investigation with CASE_INVESTIGATION_MISSING', () => {
    const { validity: _, ...uninvestigated } = aCaseIn('RESOLUTION');
    expect(codes('CLOSE_AS_NOT_ESTABLISHED', aSituation(uninvestigated, WU_SUPERVISOR))).toEqual([
      'CASE_INVESTIGATION_MISSING',
    ]);
  });

  it('refuse the consent of another complainant as if the case did not exist', () => {
    const current = aCaseIn('CONSENT');
    const other = { subject: 'zhou', roles: ['customer' as const], customerId: 'somebody-else' };
    expect(codes('RECORD_CONSENT', aSituation(current, other))).toEqual(['NOT_FOUND']);
    expect(codes('RECORD_OBJECTION', aSituation(current, { ...other, customerId: current.customerId }))).toEqual([]);
  });

  it('refuse a reply before the resolution is approved with CASE_NO_APPROVED_RESOLUTION', () => {
    const current = aCaseIn('REPLY');
    const rejected = { ...current, resolution: aResolution(current, 'REJECTED') };
    expect(codes('SEND_REPLY', aSituation(rejected))).toEqual(['CASE_NO_APPROVED_RESOLUTION']);
  });
});
