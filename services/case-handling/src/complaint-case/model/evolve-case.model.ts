import type { CaseOpened, FactOf, LaterFactType, StartedClock } from './case.events';
import type { ComplaintCase, Remedy, Resolution, StageClock } from './case.model';
import { caseMachine, type CaseAction } from './case.transitions';
import { endsAtClosing } from './milestones.model';
import { resolutionMachine, type ResolutionStep } from './resolution.transitions';

const CLOSING = {
  RESOLVED: 'CLOSE_AS_RESOLVED',
  NOT_ESTABLISHED: 'CLOSE_AS_NOT_ESTABLISHED',
  WITHDRAWN: 'CLOSE_AS_WITHDRAWN',
  IMPORTED: 'CLOSE_AS_IMPORTED',
} as const satisfies Record<string, CaseAction>;

type Effect<Type extends LaterFactType> = (current: ComplaintCase, fact: FactOf<Type>) => Partial<ComplaintCase>;

interface FactRule<Type extends LaterFactType> {
  /** The action of the transition table that the fact is; `undefined` leaves the state as it is. */
  readonly action: (fact: FactOf<Type>) => CaseAction | undefined;
  readonly effect: Effect<Type>;
}

const nothing = (): Partial<ComplaintCase> => ({});

const FACT_RULES: { readonly [Type in LaterFactType]: FactRule<Type> } = {
  CASE_ACCEPTED: { action: () => 'ACCEPT_CASE', effect: nothing },
  CASE_ASSIGNED: {
    action: () => 'ASSIGN_CASE',
    effect: (_, { assignee, unitId }) => ({ assignee, ...(unitId === undefined ? {} : { assigneeUnit: unitId }) }),
  },
  INVESTIGATION_RECORDED: { action: () => 'RECORD_INVESTIGATION', effect: (_, { validity }) => ({ validity }) },
  RESOLUTION_PROPOSED: {
    action: () => 'PROPOSE_RESOLUTION',
    effect: (current, { resolutionId, position, by, remedies }) => ({
      resolutions: current.resolutions + 1,
      resolution: { id: resolutionId, position, state: 'PROPOSED', proposedBy: by, remedies },
    }),
  },
  RESOLUTION_APPROVED: { action: () => 'APPROVE_RESOLUTION', effect: (current) => stepped(current, 'approve') },
  RESOLUTION_REJECTED: { action: () => 'REJECT_RESOLUTION', effect: (current) => stepped(current, 'reject') },
  REPLY_SENT: {
    action: ({ resolutionId }) => (resolutionId === undefined ? 'SEND_PROGRESS' : 'SEND_REPLY'),
    effect: (current, { at, resolutionId }) => ({
      firstReplyAt: current.firstReplyAt ?? at,
      ...(resolutionId === undefined ? {} : withResolution(current, { communicatedAt: at })),
    }),
  },
  CONSENT_RECORDED: {
    action: ({ decision }) => (decision === 'ACCEPTED' ? 'RECORD_CONSENT' : 'RECORD_OBJECTION'),
    effect: (current, { decision }) => stepped(current, decision === 'ACCEPTED' ? 'accept' : 'object'),
  },
  CLOCK_STARTED: {
    action: () => undefined,
    effect: (current, { clock }) => ({ clocks: [...current.clocks, runningClock(clock)] }),
  },
  CLOCK_COMPLETED: {
    action: () => undefined,
    effect: (current, { clockId, at }) => ({
      clocks: current.clocks.map((clock) =>
        clock.id === clockId ? { ...clock, state: 'COMPLETED', stoppedAt: at } : clock,
      ),
    }),
  },
  REMEDY_SETTLED: {
    action: () => 'SETTLE_REMEDY',
    effect: (current, { resolutionId, remedyId, settlementId }) =>
      current.resolution?.id === resolutionId
        ? withResolution(current, { remedies: settled(current.resolution.remedies, remedyId, settlementId) })
        : {},
  },
  SETTLEMENT_RETURNED: { action: () => 'RETURN_SETTLEMENT', effect: (current) => stepped(current, 'return') },
  RESOLUTION_EXECUTED: { action: () => 'EXECUTE_RESOLUTION', effect: (current) => stepped(current, 'execute') },
  CASE_CLOSED: {
    action: ({ outcome }) => CLOSING[outcome],
    effect: (current, { at, outcome, inTime, firstReplyAt, imported }) => ({
      outcome,
      closedAt: at,
      ...(inTime === undefined ? {} : { inTime }),
      ...(firstReplyAt === undefined ? {} : { firstReplyAt }),
      ...(imported === undefined ? {} : { imported }),
      clocks: current.clocks.map((clock) =>
        endsAtClosing(clock) ? { ...clock, state: 'DISCONTINUED', stoppedAt: at } : clock,
      ),
      ...dropped(current),
    }),
  },
};

/** The case that a registered complaint begins with. */
export function openedCase(fact: CaseOpened): ComplaintCase {
  return {
    ...fact.complaint,
    id: fact.caseId,
    version: 1,
    state: caseMachine.initial,
    openedAt: fact.at,
    ...(fact.firstReplyAt === undefined ? {} : { firstReplyAt: fact.firstReplyAt }),
    ...(fact.adoptionId === undefined ? {} : { adoptionId: fact.adoptionId }),
    clocks: fact.clocks.map(runningClock),
    resolutions: 0,
  };
}

/** The case after a fact. Throws `Error` for a fact that the transition table does not allow: a decision let it through. */
export function evolve<Type extends LaterFactType>(current: ComplaintCase, fact: FactOf<Type>): ComplaintCase {
  const rule: FactRule<Type> = FACT_RULES[fact.type];
  const action = rule.action(fact);
  const state = action === undefined ? current.state : caseMachine.next(current.state, action);
  if (state === undefined) throw new Error(`${fact.type} cannot happen to a case in ${current.state}`);
  return { ...current, ...rule.effect(current, fact), state, version: current.version + 1 };
}

function runningClock({ clockId, ...clock }: StartedClock): StageClock {
  return { ...clock, id: clockId, state: 'RUNNING' };
}

function withResolution(current: ComplaintCase, patch: Partial<Resolution>): Partial<ComplaintCase> {
  return current.resolution === undefined ? {} : { resolution: { ...current.resolution, ...patch } };
}

function stepped(current: ComplaintCase, step: ResolutionStep): Partial<ComplaintCase> {
  const { resolution } = current;
  const state = resolution === undefined ? undefined : resolutionMachine.next(resolution.state, step);
  if (state === undefined) throw new Error(`cannot ${step} a resolution in ${resolution?.state ?? 'no state'}`);
  return withResolution(current, { state });
}

/** A case that closes for another reason leaves no resolution waiting. */
function dropped(current: ComplaintCase): Partial<ComplaintCase> {
  const { resolution } = current;
  return resolution !== undefined && resolutionMachine.next(resolution.state, 'drop') !== undefined
    ? stepped(current, 'drop')
    : {};
}

function settled(remedies: readonly Remedy[], remedyId: string, settlementId: string): Remedy[] {
  return remedies.map((remedy) =>
    remedy.id === remedyId ? { ...remedy, settlementId, settlementState: 'COMPLETED' } : remedy,
  );
}
