import { stateMachine } from '@redress/kernel';

/** From what the figures suggest to what the measure has done to them. */
export const improvementStates = stateMachine<ImprovementState, ImprovementAction>('PROPOSED', {
  PROPOSED: { adopt: 'ADOPTED', reject: 'REJECTED' },
  ADOPTED: { complete: 'DONE', reject: 'REJECTED' },
  REJECTED: {},
  DONE: { measure: 'EFFECT_MEASURED' },
  EFFECT_MEASURED: {},
});

export const IMPROVEMENT_STATES = ['PROPOSED', 'ADOPTED', 'REJECTED', 'DONE', 'EFFECT_MEASURED'] as const;

export type ImprovementState = (typeof IMPROVEMENT_STATES)[number];
export type ImprovementAction = 'adopt' | 'reject' | 'complete' | 'measure';
