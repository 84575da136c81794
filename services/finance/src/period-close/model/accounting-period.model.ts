import { accept, refuse, type Outcome } from '@redress/kernel';
import type { Period, PeriodState } from '../../ledger/model/period.model';
import type { PeriodCheck, SeenFinding } from './period-check.model';
import { obstaclesIn } from './period-check.rules';
import type { PeriodRefusal } from './period.errors';

/** A month of the books. */
export interface AccountingPeriod {
  readonly id: string;
  readonly period: Period;
  readonly state: PeriodState;
  /** Who closed it last, and when. */
  readonly closedBy?: string;
  readonly closedAt?: Date;
  readonly version: number;
}

/** What a person wants to do with a month, as they saw it. */
export interface PeriodDecision {
  readonly subject: string;
  readonly expectedVersion: number;
  readonly now: Date;
}

/** What must be known before a month is closed. */
export interface ClosingSituation {
  /** The month that is running in the organisation's calendar. */
  readonly running: Period;
  /** The earliest month before it that is open. */
  readonly earlierOpen: Period | undefined;
  readonly checks: readonly PeriodCheck[];
  /** What the person says to have seen of them. */
  readonly acknowledged: readonly SeenFinding[];
}

/** Closes a month that is over, after all months before it, when nothing stands in the way. */
export function closePeriod(
  period: AccountingPeriod,
  { subject, expectedVersion, now }: PeriodDecision,
  { running, earlierOpen, checks, acknowledged }: ClosingSituation,
): Outcome<AccountingPeriod, PeriodRefusal> {
  if (period.state === 'CLOSED') {
    const details = { currentState: period.state, currentVersion: period.version };
    return refuse({ code: 'FINANCE_PERIOD_CLOSED', facts: { period: period.period }, details });
  }
  if (period.version !== expectedVersion) return refuse(versionConflict(period));
  if (period.period >= running) return refuse({ code: 'FINANCE_PERIOD_NOT_OVER', path: ['input', 'period'] });
  if (earlierOpen !== undefined) {
    return refuse({ code: 'FINANCE_PERIOD_EARLIER_OPEN', facts: { period: earlierOpen }, path: ['input', 'period'] });
  }
  const [first, ...others] = obstaclesIn(checks, acknowledged);
  if (first !== undefined) return refuse(first, ...others);
  return accept({ ...period, state: 'CLOSED', closedBy: subject, closedAt: now, version: period.version + 1 });
}

const LONGEST_REASON = 500;

/** Opens a closed month again: for a reason that is kept, and by another person than the one who closed it. */
export function reopenPeriod(
  period: AccountingPeriod,
  { subject, expectedVersion }: PeriodDecision,
  reason: string,
): Outcome<AccountingPeriod, PeriodRefusal> {
  if (reason.trim() === '' || reason.length > LONGEST_REASON) {
    return refuse({
      code: 'FINANCE_PERIOD_REASON_REQUIRED',
      path: ['input', 'reason'],
      details: { limit: LONGEST_REASON },
    });
  }
  if (period.state !== 'CLOSED') {
    const details = { currentState: period.state, currentVersion: period.version };
    return refuse({ code: 'FINANCE_PERIOD_NOT_CLOSED', facts: { period: period.period }, details });
  }
  if (period.version !== expectedVersion) return refuse(versionConflict(period));
  if (period.closedBy === subject) return refuse({ code: 'FINANCE_PERIOD_FOUR_EYES' });
  return accept({ ...period, state: 'REOPENED', version: period.version + 1 });
}

function versionConflict({ version, state }: AccountingPeriod) {
  return {
    code: 'VERSION_CONFLICT' as const,
    path: ['input', 'expectedVersion'],
    retryable: true,
    details: { currentVersion: version, currentState: state },
  };
}
