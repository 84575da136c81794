import {
  fromGlobalId,
  toGlobalId,
  toUserErrors,
  type GraphContext,
  type ResolveReferences,
} from '@redress/graphql-runtime';
import { hasRole } from '@redress/kernel';
import type { Clock } from '@redress/kernel';
import type { CommandResult, Database } from '@redress/persistence';
import { mayRead, REPORT_READERS } from '../model/report-access.rules';
import type { Report } from '../model/report.model';
import type { ReportRepository } from '../model/report.repository';
import type { Report as ReportView, ReportPayload, ReportSection } from './report.gql';
import { toReportView, toSections } from './report.mapper';

/** Finds the reports of the viewer’s organisation that the viewer may read. */
export class ReportLoader {
  constructor(
    private readonly database: Database,
    private readonly reports: ReportRepository,
    private readonly clock: Clock,
  ) {}

  async find({ viewer }: GraphContext, id: string): Promise<ReportView | null> {
    const reportId = fromGlobalId('Report', id);
    if (reportId === undefined) return null;
    const [report] = await this.reports.find(this.database.reader(viewer.tenantId), [reportId]);
    return report === undefined || !mayRead(viewer, report) ? null : this.view(report);
  }

  /** For those who read reports only, as anybody may ask for anything by its id. One statement for all of a request. */
  async byId(context: GraphContext, id: unknown): Promise<ReportView | null> {
    const { viewer } = context;
    const reportId = fromGlobalId('Report', id);
    if (reportId === undefined || !hasRole(viewer, ...REPORT_READERS)) return null;
    const loader = context.loader<string, Report>('report', async (ids) => {
      const found = await this.reports.find(this.database.reader(viewer.tenantId), ids);
      const byId = new Map(found.map((report) => [report.id, report]));
      return ids.map((each) => byId.get(each) ?? null);
    });
    const report = await loader.load(reportId);
    return report === null || !mayRead(viewer, report) ? null : this.view(report);
  }

  async editions(context: GraphContext, id: string): Promise<ReportView[]> {
    const reportId = fromGlobalId('Report', id);
    const reader = this.database.reader(context.viewer.tenantId);
    const loader = context.loader<string, Report[]>('report-editions', (ids) => this.reports.editions(reader, ids));
    const editions = reportId === undefined ? [] : ((await loader.load(reportId)) ?? []);
    return editions.map((report) => this.view(report));
  }

  /** Null before the report is made. */
  async sections(context: GraphContext, id: string): Promise<ReportSection[] | null> {
    const reportId = fromGlobalId('Report', id);
    const reader = this.database.reader(context.viewer.tenantId);
    const loader = context.loader<string, Buffer | null>('report-content', (ids) => this.reports.contents(reader, ids));
    const content = reportId === undefined ? null : await loader.load(reportId);
    return content === null ? null : toSections(content);
  }

  async answer({ outcome, replayed }: CommandResult<string>, context: GraphContext): Promise<ReportPayload> {
    if (!outcome.ok) return { report: null, replayed, userErrors: toUserErrors(outcome.refusals, context) };
    return { report: await this.find(context, toGlobalId('Report', outcome.value)), replayed, userErrors: [] };
  }

  view(report: Report): ReportView {
    return toReportView(report, this.clock.now());
  }
}

/** Reports by id; null for what does not exist, and for everybody who may not see them. */
export const reportReferences =
  (reports: ReportLoader): ResolveReferences =>
  (representations, context) =>
    Promise.all(representations.map(({ id }) => reports.byId(context, id)));
