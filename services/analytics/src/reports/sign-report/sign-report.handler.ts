import { accept, refuse, type Actor } from '@redress/kernel';
import { executeCommand, type CommandResult } from '@redress/persistence';
import { mayRead } from '../model/report-access.rules';
import type { ReportRefusal } from '../model/report.errors';
import type { ReportDependencies } from '../request-report/make-report.handler';
import { changedSince, signingRefusal } from './sign-report.decide';

export interface SignReport {
  readonly signer: Actor;
  readonly idempotencyKey: string;
  readonly reportId: string;
  readonly expectedVersion: number;
}

/** Signs a report that was made: figures as they are frozen, by somebody who did not ask for them. */
export function signReport(
  { signer, idempotencyKey, reportId, expectedVersion }: SignReport,
  { database, clock, reports }: ReportDependencies,
): Promise<CommandResult<string, ReportRefusal>> {
  const { tenantId, subject } = signer;
  const request = { reportId, expectedVersion };
  const command = { tenantId, operation: 'signReport', subject, idempotencyKey, request };
  return executeCommand<string, ReportRefusal>(database, command, async (tx) => {
    const report = await reports.lock(tx, reportId);
    if (report === undefined || !mayRead(signer, report)) {
      return refuse({ code: 'NOT_FOUND', path: ['input', 'reportId'] });
    }
    const refusal = signingRefusal(report, signer);
    if (refusal !== undefined) return refuse(refusal);
    const changed = changedSince(report, expectedVersion);
    if (changed !== undefined) return changed;
    await reports.sign(tx, reportId, subject, clock.now());
    return accept(reportId);
  });
}
