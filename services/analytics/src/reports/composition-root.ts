import { regulationAdopted } from '@redress/contracts';
import { fileRoutes } from '@redress/files';
import { onEvent } from '@redress/messaging';
import { Counter } from '@redress/observability';
import { repeat, type Foundations } from '@redress/service-host';
import type { Capability } from '../capability';
import { tellingEarlierAdoptions } from '../earlier-adoptions/composition-root';
import { pointsAwaited, pointsOfPeriod } from '../signals/improvement-points/view/points-of-period.query';
import { reportAdoptionsInMysql } from './adapters/report-adoption.repository-mysql';
import { reportsInMysql } from './adapters/report.repository-mysql';
import { CorrectReportResolver } from './correct-report/correct-report.resolver';
import { drawingReports } from './download-report/draw-report.handler';
import { openDownload } from './download-report/open-download.handler';
import { expectDueReports } from './expect-reports/expect-reports.handler';
import { onRegulationWithReports } from './follow-regulations/regulation-adopted.consumer';
import { makeReport, type MakingDependencies } from './make-report/make-report.handler';
import { workOnReports, type ReportsRound } from './make-report/reports.job';
import type { ReportImprovements } from './model/improvements.client';
import { reportLinks, REPORTS_PATH } from './model/report-links.client';
import { MakeReportResolver } from './request-report/make-report.resolver';
import { SignReportResolver } from './sign-report/sign-report.resolver';
import { ReportLoader, reportReferences } from './view-reports/report.reference';
import { ReportsResolver } from './view-reports/reports.resolver';
import { REPORT_FILE_FORMATS } from './write-file/report-formats.mapper';

/** What signals suggested and people made of it. */
const improvements: ReportImprovements = { ofPeriod: pointsOfPeriod, awaited: pointsAwaited };

const ROUND_EVERY_MS = 1_000;
/** Longer than any report takes; whoever loses it changes nothing. */
const LEASE_MS = 180_000;

/** What regulations have the organisation report, made by itself and frozen. */
export const REPORTS: Capability = {
  resolvers: [ReportsResolver, MakeReportResolver, SignReportResolver, CorrectReportResolver],
  entities: ['Report'],
  compose({ foundations, settings, ask }) {
    const { database, clock } = foundations;
    const reports = reportsInMysql(database);
    const adoptions = reportAdoptionsInMysql(database);
    const linkSettings = { publicUrl: settings.REDRESS_PUBLIC_URL, secret: settings.REDRESS_CURSOR_KEY };
    const links = reportLinks(linkSettings, clock);
    const loader = new ReportLoader(database, reports, clock);
    const dependencies = { database, clock, reports, adoptions };
    const hear = onRegulationWithReports(adoptions);
    const draw = drawingReports({
      formats: REPORT_FILE_FORMATS,
      contentOf: async (tenantId, reportId) => {
        const [content = null] = await reports.contents(database.reader(tenantId), [reportId]);
        return content;
      },
    });
    const download = { database, clock, reports, links, formats: REPORT_FILE_FORMATS, draw };
    return {
      instances: [
        new ReportsResolver(database, clock, adoptions, loader, links),
        new MakeReportResolver(dependencies, loader),
        new SignReportResolver(dependencies, loader),
        new CorrectReportResolver(dependencies, loader),
      ],
      references: { Report: reportReferences(loader) },
      handlers: { 'case-handling': onEvent(regulationAdopted, hear) },
      workers: [
        tellingEarlierAdoptions(foundations, { name: 'reports', hear }),
        reportsWorker(foundations, { ...dependencies, improvements, askMetrics: ask }),
      ],
      routes: fileRoutes({
        path: REPORTS_PATH,
        sizeBytesAtMost: 0,
        open: (link, query) => openDownload(link, query, download),
      }),
    };
  },
};

function reportsWorker({ logger, metrics }: Foundations, making: MakingDependencies) {
  const { clock, reports } = making;
  const ended = new Counter({
    name: 'analytics_reports_total',
    help: 'Attempts to make reports by how they ended.',
    labelNames: ['end'],
    registers: [metrics],
  });
  const round: ReportsRound = {
    expect: () => expectDueReports(making),
    lease: () => reports.lease(clock.now(), LEASE_MS),
    make: (leased) => makeReport(leased, making),
    putOff: (leased, until) => reports.putOff(leased, until),
    ended: (end) => ended.inc({ end }),
    ...{ clock, logger },
  };
  let repetition: ReturnType<typeof repeat> | undefined;
  return {
    name: 'reports',
    start: () => {
      repetition = repeat('reports', ROUND_EVERY_MS, logger, () => workOnReports(round));
      return Promise.resolve();
    },
    stop: () => repetition?.stop() ?? Promise.resolve(),
  };
}
