import { stateMachine } from '@redress/kernel';

export const EXPORT_STATES = ['QUEUED', 'RUNNING', 'COMPLETED', 'CANCELLED', 'FAILED', 'EXPIRED'] as const;
export type ExportState = (typeof EXPORT_STATES)[number];
export type ExportAction = 'run' | 'complete' | 'cancel' | 'fail' | 'expire';

export const exportStates = stateMachine<ExportState, ExportAction>('QUEUED', {
  QUEUED: { run: 'RUNNING', cancel: 'CANCELLED', fail: 'FAILED' },
  RUNNING: { run: 'RUNNING', complete: 'COMPLETED', cancel: 'CANCELLED', fail: 'FAILED' },
  COMPLETED: { expire: 'EXPIRED' },
  CANCELLED: {},
  FAILED: {},
  EXPIRED: {},
});
