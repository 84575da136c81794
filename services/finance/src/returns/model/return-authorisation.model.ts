import { stateMachine } from '@redress/kernel';
import type { ReturnLine } from './return-line.model';

/** Goods are expected until they are reconciled; a settlement that comes to nothing takes its authorisation with it. */
export const returnStates = stateMachine<ReturnState, 'reconcile' | 'cancel'>('AUTHORISED', {
  AUTHORISED: { reconcile: 'RECONCILED', cancel: 'CANCELLED' },
  RECONCILED: { cancel: 'CANCELLED' },
  CANCELLED: {},
});

export const RETURN_STATES = ['AUTHORISED', 'RECONCILED', 'CANCELLED'] as const;
export type ReturnState = (typeof RETURN_STATES)[number];

/** What a settlement lets come back (退货核定). */
export interface ReturnAuthorisation {
  readonly id: string;
  readonly number: string;
  readonly settlementId: string;
  readonly caseId: string;
  readonly customerId: string;
  readonly state: ReturnState;
  /** Code of the category of the complaint. */
  readonly cause?: string;
  /** Who sees to what does not fit. */
  readonly owner: string;
  readonly dueAt: Date;
  readonly createdAt: Date;
  readonly closedAt?: Date;
  readonly closedBy?: string;
  /** Grows by one with each event. */
  readonly version: number;
  readonly lines: readonly ReturnLine[];
}

/** `R2026-000017` for the settlement `S2026-000017`: there is one of each. */
export function returnNumberOf(settlementNumber: string): string {
  return `R${settlementNumber.replace(/^S/, '')}`;
}
