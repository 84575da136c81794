import { refuse, type Actor, type Refusal } from '@redress/kernel';
import { maySign } from '../model/report-definition.model';
import type { ReportRefusal } from '../model/report.errors';
import type { Report } from '../model/report.model';
import { reportStates } from '../model/report.transitions';

/** Why somebody may not sign a report; nothing when they may. */
export function signingRefusal(report: Report, signer: Actor): Refusal<ReportRefusal> | undefined {
  const path = ['input', 'reportId'];
  const { definition, state, requestedBy, correctedBy } = report;
  if (!maySign(signer, definition)) {
    const allowed = definition.signers.flatMap(({ role }) => role ?? []);
    return { code: 'ANALYTICS_REPORT_SIGNER_NOT_ENTITLED', path, details: { allowed: [...new Set(allowed)] } };
  }
  if (correctedBy !== null) return { code: 'ANALYTICS_REPORT_CORRECTED', path };
  if (reportStates.next(state, 'sign') === undefined) {
    return { code: 'ANALYTICS_REPORT_NOT_TO_BE_SIGNED', path, facts: { state }, details: { currentState: state } };
  }
  return requestedBy === signer.subject ? { code: 'ANALYTICS_REPORT_SIGNED_BY_MAKER', path } : undefined;
}

/** The refusal of a decision on what has changed since it was read. */
export function changedSince({ version }: Report, expectedVersion: number) {
  if (version === expectedVersion) return undefined;
  const details = { currentVersion: version };
  return refuse({ code: 'VERSION_CONFLICT' as const, path: ['input', 'expectedVersion'], details });
}
