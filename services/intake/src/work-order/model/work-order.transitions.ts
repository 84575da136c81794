import { stateMachine } from '@redress/kernel';

/** Where a work order stands; one that was urged goes on from there as before. */
export const WORK_ORDER_STATES = [
  'RECEIVED',
  'ACCEPTED',
  'IN_PROCESS',
  'URGED',
  'TRANSFERRED',
  'ANSWERED',
  'CLOSED',
] as const;
export type WorkOrderState = (typeof WORK_ORDER_STATES)[number];

/** What either side does with a work order. */
export const WORK_ORDER_ACTS = ['ACCEPT', 'START', 'URGE', 'TRANSFER', 'ANSWER', 'CLOSE'] as const;
export type WorkOrderAct = (typeof WORK_ORDER_ACTS)[number];

const OPEN = { URGE: 'URGED', TRANSFER: 'TRANSFERRED', ANSWER: 'ANSWERED' } as const;

export const workOrderMachine = stateMachine<WorkOrderState, WorkOrderAct>('RECEIVED', {
  RECEIVED: { ACCEPT: 'ACCEPTED', ...OPEN },
  ACCEPTED: { START: 'IN_PROCESS', ...OPEN },
  IN_PROCESS: OPEN,
  URGED: { ACCEPT: 'ACCEPTED', START: 'IN_PROCESS', ...OPEN },
  TRANSFERRED: { ACCEPT: 'ACCEPTED', ...OPEN },
  ANSWERED: { CLOSE: 'CLOSED' },
  CLOSED: {},
});
