import { createHash } from 'node:crypto';
import { canonicalJson, type Clock } from '@redress/kernel';
import { reportStates } from '../model/report.transitions';
import type { Report } from '../model/report.model';
import type { LeasedReport, ReportRepository } from '../model/report.repository';
import { fillSections, tellsOfImprovements, type FillingDependencies } from './fill-sections.handler';
import { contentOf } from './report-content.decide';
import { sectionQuery } from './section-query.decide';

export interface MakingDependencies extends FillingDependencies {
  readonly clock: Clock;
  readonly reports: ReportRepository;
}

/** How an attempt to make a report ended. */
export type MakingEnd = 'made' | 'put-off' | 'lost';

/**
 * While an event is known to be missing, or improvement points are still to be proposed, a report waits this long between
 * looks, and no longer than until the day before it is late.
 */
const WAIT_MS = 10 * 60_000;
const DAY_MS = 86_400_000;

/**
 * Makes a report and freezes it: every figure is that of one position of the change feed. Whoever lost the lease changes
 * nothing.
 */
export async function makeReport(leased: LeasedReport, dependencies: MakingDependencies): Promise<MakingEnd> {
  const { database, clock, reports, askMetrics } = dependencies;
  const [report] = await reports.find(database.reader(leased.tenantId), [leased.reportId]);
  if (report === undefined) return 'lost';
  const { period, timeZone, definition } = report;
  const first = await askMetrics(
    leased.tenantId,
    sectionQuery({ metrics: ['COMPLAINTS_RECEIVED'], groupBy: [] }, period, timeZone),
  );
  if (!first.ok) throw new Error(`a report could not be begun: ${first.refusals[0]?.code ?? ''}`);
  const { asOf } = first.value;
  const now = clock.now();
  if (mayWait(report, now) && (!asOf.complete || (await lacksImprovements(leased.tenantId, report, dependencies)))) {
    await reports.putOff(leased, new Date(now.getTime() + WAIT_MS));
    return 'put-off';
  }
  const sections = await fillSections(leased.tenantId, report, asOf, dependencies);
  const content = Buffer.from(canonicalJson(contentOf(report, asOf, sections)));
  const action = definition.signers.length > 0 ? 'makeForSignature' : 'make';
  const state = reportStates.next(report.state, action);
  if (state === undefined) return 'lost';
  const sha256 = createHash('sha256').update(content).digest('hex');
  return (await reports.freeze(leased, { state, madeAt: now, asOf, sha256, content })) ? 'made' : 'lost';
}

function mayWait({ overdueAt }: Report, now: Date): boolean {
  return overdueAt !== null && now.getTime() < overdueAt.getTime() - DAY_MS;
}

async function lacksImprovements(
  tenantId: string,
  { definition, period, timeZone }: Report,
  { database, improvements }: MakingDependencies,
): Promise<boolean> {
  return tellsOfImprovements(definition) && improvements.awaited(database.reader(tenantId), period, timeZone);
}
