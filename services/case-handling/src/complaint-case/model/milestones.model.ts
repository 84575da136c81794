import type { StageKind, StartEvent } from '@redress/regulations';
import type { CaseFact, FactType } from './case.events';
import type { StageClock } from './case.model';

/** What finishes a stage of each kind, and with it the stage's clock. */
const FINISHED_BY: Partial<Record<StageKind, (fact: CaseFact) => boolean>> = {
  ACCEPTANCE: (fact) => fact.type === 'CASE_ACCEPTED',
  INVESTIGATION: (fact) => fact.type === 'INVESTIGATION_RECORDED',
  // The texts ask for a solution agreed with the complainant, so a proposal alone does not stop the clock.
  RESOLUTION: (fact) => fact.type === 'CONSENT_RECORDED' && fact.decision === 'ACCEPTED',
};

/** Stages that begin after the case was closed, so that closing does not end their clocks. */
const AFTER_CLOSING: ReadonlySet<StageKind> = new Set(['FOLLOW_UP']);

const STARTS: Partial<Record<FactType, StartEvent>> = {
  CASE_OPENED: 'RECEIPT',
  CASE_ACCEPTED: 'ACCEPTANCE',
  RESOLUTION_EXECUTED: 'EXECUTION_FINISHED',
};

/** The start event of the regulations that a fact amounts to, if any. */
export function startEventOf(fact: CaseFact): StartEvent | undefined {
  return STARTS[fact.type];
}

/** Whether the fact finishes the stage that the clock measures. */
export function stopsClock(fact: CaseFact, clock: StageClock): boolean {
  return clock.state === 'RUNNING' && FINISHED_BY[clock.kind]?.(fact) === true;
}

/** Whether closing the case ends the clock unfinished. */
export function endsAtClosing(clock: StageClock): boolean {
  return clock.state === 'RUNNING' && !AFTER_CLOSING.has(clock.kind);
}

/** The kind of stage that a fact belongs to; the timeline cites its article. */
export const STAGE_OF_FACT: Partial<Record<FactType, StageKind>> = {
  CASE_ACCEPTED: 'ACCEPTANCE',
  INVESTIGATION_RECORDED: 'INVESTIGATION',
  RESOLUTION_PROPOSED: 'RESOLUTION',
  RESOLUTION_APPROVED: 'RESOLUTION',
  RESOLUTION_REJECTED: 'RESOLUTION',
  REPLY_SENT: 'RESOLUTION',
  CONSENT_RECORDED: 'RESOLUTION',
  SETTLEMENT_RETURNED: 'RESOLUTION',
  RESOLUTION_EXECUTED: 'RESOLUTION',
};
