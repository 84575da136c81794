import type { Refusal } from '@redress/kernel';
import type { Settlement } from '../../settlement/model/settlement.model';
import type { ReturnAuthorisation } from './return-authorisation.model';
import type { ReturnRefusal } from './return.errors';

/** Only a return that is expected is looked at and reconciled. */
export function isNotExpected({ number, state, version }: ReturnAuthorisation): Refusal<ReturnRefusal> | undefined {
  if (state === 'AUTHORISED') return undefined;
  const details = { currentState: state, currentVersion: version };
  return { code: 'FINANCE_RETURN_NOT_OPEN', facts: { number, state }, details };
}

/** A decision is about the version that the decider saw. */
export function wasChangedSince(
  { version, state }: { readonly version: number; readonly state: string },
  expectedVersion: number,
): Refusal<ReturnRefusal> | undefined {
  if (version === expectedVersion) return undefined;
  return {
    code: 'VERSION_CONFLICT',
    path: ['input', 'expectedVersion'],
    retryable: true,
    facts: { currentVersion: version },
    details: { currentVersion: version, currentState: state },
  };
}

const PAID_STATES: readonly Settlement['state'][] = ['APPROVED', 'PAYING', 'COMPLETED', 'FAILED'];

/** Money that was approved before the goods came is not changed by them any more. */
export function isMoneyDecided({ state }: Pick<Settlement, 'state'>): boolean {
  return PAID_STATES.includes(state);
}
