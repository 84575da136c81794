import { stateMachine } from '@redress/kernel';

/** What people make of a signal; whether the rise goes on is another matter, and found by the chart. */
export const signalStates = stateMachine<SignalState, SignalAction>('OPEN', {
  OPEN: { acknowledge: 'ACKNOWLEDGED', dismiss: 'DISMISSED', address: 'ADDRESSED' },
  ACKNOWLEDGED: { dismiss: 'DISMISSED', address: 'ADDRESSED' },
  DISMISSED: {},
  ADDRESSED: {},
});

export const SIGNAL_STATES = ['OPEN', 'ACKNOWLEDGED', 'DISMISSED', 'ADDRESSED'] as const;

export type SignalState = (typeof SIGNAL_STATES)[number];
export type SignalAction = 'acknowledge' | 'dismiss' | 'address';
