import { stateMachine } from '@redress/kernel';

export const REPORT_STATES = ['EXPECTED', 'MADE', 'AWAITING_SIGNATURE', 'SIGNED'] as const;
export type ReportState = (typeof REPORT_STATES)[number];
export type ReportAction = 'make' | 'makeForSignature' | 'sign';

export const reportStates = stateMachine<ReportState, ReportAction>('EXPECTED', {
  EXPECTED: { make: 'MADE', makeForSignature: 'AWAITING_SIGNATURE' },
  MADE: {},
  AWAITING_SIGNATURE: { sign: 'SIGNED' },
  SIGNED: {},
});

/** Whether a report is out: made, and signed where it has to be. */
export function isOut(state: ReportState): boolean {
  return reportStates.isFinal(state);
}
