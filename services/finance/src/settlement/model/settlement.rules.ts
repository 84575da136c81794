import type { Refusal } from '@redress/kernel';
import type { SettlementRefusal } from './settlement.errors';
import type { Settlement } from './settlement.model';
import type { SettlementState } from './settlement.transitions';

const REFUSAL_BY_STATE: Readonly<Partial<Record<SettlementState, SettlementRefusal>>> = {
  PROPOSED: 'FINANCE_SETTLEMENT_AWAITS_CONSENT',
  APPROVED: 'FINANCE_SETTLEMENT_ALREADY_APPROVED',
  PAYING: 'FINANCE_SETTLEMENT_ALREADY_APPROVED',
  COMPLETED: 'FINANCE_SETTLEMENT_ALREADY_PAID',
};

/** Finance decides only what the complainant has agreed to and nobody has decided yet. */
export function isNotOpenToDecision(settlement: Settlement): Refusal<SettlementRefusal> | undefined {
  if (settlement.state === 'RELEASED') return undefined;
  return {
    code: REFUSAL_BY_STATE[settlement.state] ?? 'FINANCE_SETTLEMENT_NOT_OPEN',
    facts: { number: settlement.number, state: settlement.state },
    details: { currentState: settlement.state, currentVersion: settlement.version },
  };
}

/** A decision is about the version that the decider saw. */
export function wasChangedSince(
  settlement: Settlement,
  expectedVersion: number,
): Refusal<SettlementRefusal> | undefined {
  if (settlement.version === expectedVersion) return undefined;
  return {
    code: 'VERSION_CONFLICT',
    path: ['input', 'expectedVersion'],
    retryable: true,
    facts: { currentVersion: settlement.version },
    details: { currentVersion: settlement.version, currentState: settlement.state },
  };
}

/** Four eyes: who proposed or approved the resolution does not decide on its money. */
export function decidesOnOwnWork(
  {
    number,
    resolutionProposedBy,
    resolutionApprovedBy,
  }: Pick<Settlement, 'number' | 'resolutionProposedBy' | 'resolutionApprovedBy'>,
  subject: string,
): Refusal<SettlementRefusal> | undefined {
  if (subject !== resolutionProposedBy && subject !== resolutionApprovedBy) return undefined;
  return { code: 'FINANCE_SEPARATION_OF_DUTIES', facts: { number } };
}
