import { accept, refuse, stateMachine, type Money, type Outcome } from '@redress/kernel';

/** A penalty on a performance bonus (绩效奖金处罚), from the sanction that case handling approved. */
export interface Penalty {
  /** That of the sanction. */
  readonly id: string;
  readonly caseId: string;
  readonly sanction: string;
  /** On whom it falls: a department by its code, or a member of staff by subject. */
  readonly department?: string;
  readonly person?: string;
  readonly state: PenaltyState;
  /** By the organisation's standard of deductions; known once it is approved. */
  readonly amount?: Money;
  readonly sanctionedBy: string;
  readonly sanctionedAt: Date;
  readonly decidedBy?: string;
  readonly decidedAt?: Date;
  readonly reason?: string;
  /** The month of the bonus from which it is taken. */
  readonly bonusPeriod?: string;
  readonly version: number;
}

export const PENALTY_STATES = ['DRAWN_UP', 'APPROVED', 'REJECTED', 'DEDUCTED'] as const;
export type PenaltyState = (typeof PENALTY_STATES)[number];

export const penaltyStates = stateMachine<PenaltyState, 'approve' | 'reject' | 'deduct'>('DRAWN_UP', {
  DRAWN_UP: { approve: 'APPROVED', reject: 'REJECTED' },
  APPROVED: { deduct: 'DEDUCTED' },
  REJECTED: {},
  DEDUCTED: {},
});

export const FALLS_ON = ['DEPARTMENT', 'PERSON'] as const;
export type FallsOn = (typeof FALLS_ON)[number];

/** 罚扣标准: what a sanction costs whoever it falls on. */
export interface DeductionStandard {
  readonly id: string;
  readonly sanction: string;
  readonly fallsOn: FallsOn;
  readonly validFrom: string;
  readonly amount: Money;
  readonly setBy: string;
  readonly setAt: Date;
}

export type PenaltyRefusal =
  | 'NOT_FOUND'
  | 'INPUT_INVALID'
  | 'VERSION_CONFLICT'
  | 'FINANCE_AMOUNT_NOT_POSITIVE'
  | 'FINANCE_PENALTY_NOT_OPEN'
  | 'FINANCE_PENALTY_OWN'
  | 'FINANCE_PENALTY_REASON_REQUIRED'
  | 'FINANCE_DEDUCTION_STANDARD_OPEN';

export interface PenaltyDecision {
  readonly by: string;
  readonly at: Date;
  readonly expectedVersion: number;
}

/** On whom the penalty falls. */
export function fallsOn({ person }: Penalty): FallsOn {
  return person === undefined ? 'DEPARTMENT' : 'PERSON';
}

/** Who is charged, as the books name them. */
export function chargedTo({ person, department }: Penalty): string {
  return (person ?? department ?? '').slice(0, 64);
}

/** The general manager approves the notice; its amount is that of the organisation's standard, never a guess. */
export function approvePenalty(
  penalty: Penalty,
  decision: PenaltyDecision & { readonly bonusPeriod: string },
  standard: DeductionStandard | undefined,
): Outcome<Penalty, PenaltyRefusal> {
  const refused = cannotDecide(penalty, decision);
  if (refused !== undefined) return refused;
  if (standard === undefined) {
    const { sanction } = penalty;
    return refuse({ code: 'FINANCE_DEDUCTION_STANDARD_OPEN', facts: { sanction } });
  }
  const { by: decidedBy, at: decidedAt, bonusPeriod } = decision;
  const { amount } = standard;
  return accept({
    ...penalty,
    state: 'APPROVED',
    amount,
    decidedBy,
    decidedAt,
    bonusPeriod,
    version: penalty.version + 1,
  });
}

const LONGEST_REASON = 500;

/** The notice is not approved, for a reason. */
export function rejectPenalty(
  penalty: Penalty,
  decision: PenaltyDecision,
  reason: string,
): Outcome<Penalty, PenaltyRefusal> {
  const refused = cannotDecide(penalty, decision);
  if (refused !== undefined) return refused;
  if (reason.trim() === '' || reason.length > LONGEST_REASON) {
    const details = { limit: LONGEST_REASON };
    return refuse({ code: 'FINANCE_PENALTY_REASON_REQUIRED', path: ['input', 'reason'], details });
  }
  const { by: decidedBy, at: decidedAt } = decision;
  return accept({ ...penalty, state: 'REJECTED', reason, decidedBy, decidedAt, version: penalty.version + 1 });
}

function cannotDecide(
  { state, version, person }: Penalty,
  { by, expectedVersion }: PenaltyDecision,
): Outcome<never, PenaltyRefusal> | undefined {
  const details = { currentVersion: version, currentState: state };
  if (penaltyStates.next(state, 'approve') === undefined)
    return refuse({ code: 'FINANCE_PENALTY_NOT_OPEN', facts: { state }, details });
  if (version !== expectedVersion) {
    return refuse({ code: 'VERSION_CONFLICT', path: ['input', 'expectedVersion'], retryable: true, details });
  }
  return person === by ? refuse({ code: 'FINANCE_PENALTY_OWN' }) : undefined;
}
