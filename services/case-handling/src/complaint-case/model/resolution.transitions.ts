import { stateMachine } from '@redress/kernel';

/** Where a proposed resolution stands. */
export const RESOLUTION_STATES = [
  'PROPOSED',
  'APPROVED',
  'REJECTED',
  'ACCEPTED',
  'OBJECTED',
  'RETURNED',
  'EXECUTED',
  'DROPPED',
] as const;
export type ResolutionState = (typeof RESOLUTION_STATES)[number];

export type ResolutionStep = 'approve' | 'reject' | 'accept' | 'object' | 'return' | 'execute' | 'drop';

/** `drop` happens to what is still open when the case is closed for another reason. */
export const resolutionMachine = stateMachine<ResolutionState, ResolutionStep>('PROPOSED', {
  PROPOSED: { approve: 'APPROVED', reject: 'REJECTED', drop: 'DROPPED' },
  APPROVED: { accept: 'ACCEPTED', object: 'OBJECTED', return: 'RETURNED', execute: 'EXECUTED', drop: 'DROPPED' },
  ACCEPTED: { return: 'RETURNED', execute: 'EXECUTED' },
  RETURNED: { return: 'RETURNED' },
  REJECTED: {},
  OBJECTED: {},
  EXECUTED: {},
  DROPPED: {},
});
