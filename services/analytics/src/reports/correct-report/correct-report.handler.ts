import { accept, newId, refuse, type Actor } from '@redress/kernel';
import { executeCommand, type CommandResult } from '@redress/persistence';
import { mayRead } from '../model/report-access.rules';
import type { ReportRefusal } from '../model/report.errors';
import type { ReportDependencies } from '../request-report/make-report.handler';
import { changedSince } from '../sign-report/sign-report.decide';
import { correctionRefusal, nextEdition } from './correct-report.decide';

export interface CorrectReport {
  readonly corrector: Actor;
  readonly idempotencyKey: string;
  readonly reportId: string;
  readonly expectedVersion: number;
  readonly reason: string;
}

/** Has a report made anew, by what is known now; the edition before stays as it is. The answer is the new one’s id. */
export function correctReport(
  { corrector, idempotencyKey, reportId, expectedVersion, reason }: CorrectReport,
  { database, clock, reports }: ReportDependencies,
): Promise<CommandResult<string, ReportRefusal>> {
  const { tenantId, subject } = corrector;
  const request = { reportId, expectedVersion, reason };
  const command = { tenantId, operation: 'correctReport', subject, idempotencyKey, request };
  return executeCommand<string, ReportRefusal>(database, command, async (tx) => {
    const report = await reports.lock(tx, reportId);
    if (report === undefined || !mayRead(corrector, report)) {
      return refuse({ code: 'NOT_FOUND', path: ['input', 'reportId'] });
    }
    const refusal = correctionRefusal(report, reason);
    if (refusal !== undefined) return refuse(refusal);
    const changed = changedSince(report, expectedVersion);
    if (changed !== undefined) return changed;
    const id = newId();
    await reports.expect(tx, [{ ...nextEdition(report, reason, subject, clock.now()), id }]);
    await reports.markCorrected(tx, reportId, id);
    return accept(id);
  });
}
