import { stateMachine } from '@redress/kernel';

/**
 * REQUESTED is never stored: a settlement is drawn up within its ceiling (PROPOSED) or is not (REFUSED). It is released
 * by the complainant's consent, approved or rejected by finance, and paid by the provider, or cancelled when the
 * resolution behind it falls away. Money that is on its way cannot be called back; what is certain not to have moved is
 * paid in another way, or given up (FAILED).
 */
export const settlementStates = stateMachine<SettlementState | 'REQUESTED', SettlementAction>('REQUESTED', {
  REQUESTED: { propose: 'PROPOSED', refuse: 'REFUSED' },
  PROPOSED: { release: 'RELEASED', cancel: 'CANCELLED' },
  RELEASED: { adjust: 'RELEASED', plan: 'RELEASED', approve: 'APPROVED', reject: 'REJECTED', cancel: 'CANCELLED' },
  APPROVED: { pay: 'PAYING', fail: 'FAILED' },
  PAYING: { complete: 'COMPLETED', fail: 'FAILED' },
  COMPLETED: {},
  FAILED: {},
  REFUSED: {},
  REJECTED: {},
  CANCELLED: {},
});

export const SETTLEMENT_STATES = [
  'PROPOSED',
  'RELEASED',
  'APPROVED',
  'PAYING',
  'COMPLETED',
  'REFUSED',
  'REJECTED',
  'CANCELLED',
  'FAILED',
] as const;

export type SettlementState = (typeof SETTLEMENT_STATES)[number];

export type SettlementAction =
  'propose' | 'refuse' | 'release' | 'adjust' | 'plan' | 'cancel' | 'approve' | 'reject' | 'pay' | 'complete' | 'fail';

/** States in which the amount is reserved under its ceiling. */
export const RESERVING_STATES: readonly SettlementState[] = ['PROPOSED', 'RELEASED', 'APPROVED', 'PAYING'];
