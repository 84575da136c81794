import type { Money } from '@redress/kernel';
import type { ComplaintCase, SettlementState } from '../model/case.model';
import { caseMachine } from '../model/case.transitions';
import { executedIfComplete } from '../model/closing.model';
import { courseOf, take, type Course, type DecisionContext } from '../model/course.model';

/** What finance says of a settlement. */
export interface SettlementReport {
  readonly settlementId: string;
  readonly resolutionId: string;
  readonly remedyId: string;
  readonly state: SettlementState;
  readonly reason?: string;
  readonly maximum?: Money;
}

/** Reports after which the resolution cannot be carried out as it is. */
const RETURNING: ReadonlySet<SettlementState> = new Set(['REFUSED', 'REJECTED', 'FAILED']);
const BY = 'system:case-handling';

/** What a report of finance means for the case. A report on a resolution that was superseded changes nothing. */
export function decideOnReport(current: ComplaintCase, report: SettlementReport, context: DecisionContext): Course {
  const course = courseOf(current);
  if (report.state === 'COMPLETED') return onCompletion(course, report, context);
  return RETURNING.has(report.state) ? onReturn(course, report, context) : course;
}

function onCompletion(course: Course, report: SettlementReport, context: DecisionContext): Course {
  if (caseMachine.next(course.case.state, 'SETTLE_REMEDY') === undefined) return course;
  const { settlementId, resolutionId, remedyId } = report;
  const settled = take(
    course,
    { type: 'REMEDY_SETTLED', at: context.now, by: BY, resolutionId, remedyId, settlementId },
    context,
  );
  const isAccepted = settled.case.resolution?.id === resolutionId && settled.case.resolution.state === 'ACCEPTED';
  return isAccepted ? executedIfComplete(settled, BY, context) : settled;
}

function onReturn(course: Course, report: SettlementReport, context: DecisionContext): Course {
  const { state, resolution } = course.case;
  const concernsTheCurrent = resolution?.id === report.resolutionId && AWAITING.has(resolution.state);
  if (!concernsTheCurrent || caseMachine.next(state, 'RETURN_SETTLEMENT') === undefined) return course;
  return take(
    course,
    {
      type: 'SETTLEMENT_RETURNED',
      at: context.now,
      by: BY,
      resolutionId: report.resolutionId,
      settlementId: report.settlementId,
      reason: report.reason ?? report.state,
      ...(report.maximum === undefined ? {} : { maximum: report.maximum }),
    },
    context,
  );
}

/** A resolution whose settlements still matter; a second return only adds its reason. */
const AWAITING: ReadonlySet<string> = new Set(['APPROVED', 'ACCEPTED', 'RETURNED']);
