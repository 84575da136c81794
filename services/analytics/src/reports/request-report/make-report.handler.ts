import { accept, newId, refuse, type Clock } from '@redress/kernel';
import { executeCommand, type CommandResult, type Database } from '@redress/persistence';
import { inForceAt } from '../model/report-adoption.model';
import type { ReportAdoptions } from '../model/report-adoption.repository';
import { reportsOf } from '../model/report-definition.model';
import type { ReportRefusal } from '../model/report.errors';
import type { ReportRepository } from '../model/report.repository';
import { standardReports } from '../templates/standard-reports.model';
import { requestReport } from './request-report.decide';

export interface MakeReport {
  readonly tenantId: string;
  readonly subject: string;
  readonly idempotencyKey: string;
  readonly report: string;
  readonly from: string;
  readonly until: string;
  /** Whether figures that single people out are for whoever asks. */
  readonly seesPersons: boolean;
}

export interface ReportDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly reports: ReportRepository;
  readonly adoptions: ReportAdoptions;
}

/** So many of one organisation wait at most; those that are made by themselves would wait behind them. */
export const REQUESTED_AT_MOST = 20;
/** Where no regulation is adopted, days are those of UTC. */
const NO_ZONE = 'UTC';

/** Asks for a report; a worker makes it at once. The answer is its id. */
export function makeReportOnRequest(
  { tenantId, subject, idempotencyKey, report, from, until, seesPersons }: MakeReport,
  { database, clock, reports, adoptions }: ReportDependencies,
): Promise<CommandResult<string, ReportRefusal>> {
  const command = { tenantId, operation: 'makeReport', subject, idempotencyKey, request: { report, from, until } };
  return executeCommand<string, ReportRefusal>(database, command, async (tx) => {
    const now = clock.now();
    const adoption = inForceAt(await adoptions.all(tx), now);
    const definitions = [...(adoption === undefined ? [] : reportsOf(adoption.regulation)), ...standardReports()];
    const timeZone = adoption?.settings.timeZone ?? NO_ZONE;
    const wanted = { code: report, from, until, requestedBy: subject, seesPersons };
    const decided = requestReport(wanted, definitions, timeZone, now);
    if (!decided.ok) return decided;
    if ((await reports.requested(tx)) >= REQUESTED_AT_MOST) {
      const limit = { limit: REQUESTED_AT_MOST };
      return refuse({ code: 'ANALYTICS_REPORTS_TOO_MANY', retryable: true, facts: limit, details: limit });
    }
    const id = newId();
    await reports.expect(tx, [{ ...decided.value, id }]);
    const kept = await reports.latest(tx, decided.value);
    if (kept?.id !== id)
      return refuse({ code: 'ANALYTICS_REPORT_EXISTS', path: ['input', 'report'], facts: { report } });
    return accept(id);
  });
}
