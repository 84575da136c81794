import type { Refusal } from '@redress/kernel';
import type { ReportRefusal } from '../model/report.errors';
import type { ExpectedReport, Report } from '../model/report.model';
import { isOut } from '../model/report.transitions';

const LONGEST_REASON = 1_000;

/** Why a report cannot be corrected; nothing when it can. */
export function correctionRefusal({ state, correctedBy }: Report, reason: string): Refusal<ReportRefusal> | undefined {
  const path = ['input', 'reportId'];
  if (reason.trim() === '' || reason.length > LONGEST_REASON) {
    return { code: 'INPUT_INVALID', path: ['input', 'reason'], details: { limit: LONGEST_REASON } };
  }
  if (correctedBy !== null) return { code: 'ANALYTICS_REPORT_CORRECTED', path };
  return state === 'EXPECTED' ? { code: 'ANALYTICS_REPORT_NOT_MADE', path } : undefined;
}

/** The next edition. What was out in time is not late because it is corrected; what was not out stays due. */
export function nextEdition(report: Report, reason: string, by: string, now: Date): Omit<ExpectedReport, 'id'> {
  const { definition, period, timeZone, edition, personal, state, dueOn, overdueAt } = report;
  return {
    ...{ definition, period, timeZone, personal, edition: edition + 1, corrects: report.id },
    ...{ correctionReason: reason.trim(), requestedBy: by, expectedAt: now, makeAt: now },
    ...(isOut(state) ? { dueOn: null, overdueAt: null } : { dueOn, overdueAt }),
  };
}
