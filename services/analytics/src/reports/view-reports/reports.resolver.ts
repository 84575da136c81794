import {
  compileWhere,
  fromGlobalId,
  ListCost,
  LocaleName,
  readConnection,
  requireRole,
  type Connection,
  type GraphContext,
  type Locale,
} from '@redress/graphql-runtime';
import type { Clock } from '@redress/kernel';
import type { Database } from '@redress/persistence';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { REPORT_READERS, seesPersonalReports } from '../model/report-access.rules';
import { inForceAt } from '../model/report-adoption.model';
import type { ReportAdoptions } from '../model/report-adoption.repository';
import { reportsOf } from '../model/report-definition.model';
import { REPORT_FORMATS } from '../model/report-format.model';
import type { ReportLinks } from '../model/report-links.client';
import { standardReports } from '../templates/standard-reports.model';
import { reportConditions } from './report-conditions.query';
import { ReportConnection, ReportsArgs } from './report-list.gql';
import { ReportFile } from './report-file.gql';
import { Report, ReportDefinition, ReportSection } from './report.gql';
import { toDefinitionView } from './report.mapper';
import { REPORT_COLUMNS, restoredReport, type ReportRow } from './report.query';
import type { ReportLoader } from './report.reference';

@Resolver(() => Report)
export class ReportsResolver {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly adoptions: ReportAdoptions,
    private readonly loader: ReportLoader,
    private readonly links: ReportLinks,
  ) {}

  @Directive('@authenticated')
  @Query(() => Report, { nullable: true, description: 'A report of the organisation. For those who read figures.' })
  async report(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() context: GraphContext,
  ): Promise<Report | null> {
    requireRole(context, ...REPORT_READERS);
    return this.loader.byId(context, id);
  }

  @Directive('@authenticated')
  @ListCost()
  @Query(() => ReportConnection, {
    description:
      'The reports of the organisation, those of the latest periods first; expected ones too. For those who read figures; ' +
      'reports that single out people only for supervisors, managers, auditors and administrators.',
  })
  async reports(@Args(() => ReportsArgs) args: ReportsArgs, @Ctx() context: GraphContext): Promise<Connection<Report>> {
    const viewer = requireRole(context, ...REPORT_READERS);
    const conditions = compileWhere(args.where, reportConditions(this.clock.now()));
    const readable = seesPersonalReports(viewer) ? 'TRUE' : 'r.personal = 0';
    const list = {
      name: 'reports',
      order: { name: 'PERIOD_DESC', column: 'r.period_to', direction: 'descending' as const },
      idColumn: 'r.id',
      select: REPORT_COLUMNS,
      from: 'report r',
      where: `r.tenant_id = :tenantId AND ${readable} AND ${conditions.sql}`,
      params: conditions.params,
    };
    return readConnection(context, this.database.reader(viewer.tenantId), list, args, (row: ReportRow) =>
      this.loader.view(restoredReport(row)),
    );
  }

  @Directive('@authenticated')
  @Query(() => [ReportDefinition], {
    description: 'The reports that the regulation in force asks for, and those that can be asked for anyhow.',
  })
  async reportDefinitions(@Ctx() context: GraphContext): Promise<ReportDefinition[]> {
    const { tenantId } = requireRole(context, ...REPORT_READERS);
    const adoption = inForceAt(await this.adoptions.all(this.database.reader(tenantId)), this.clock.now());
    const own = adoption === undefined ? [] : reportsOf(adoption.regulation);
    return [...own, ...standardReports()].map(toDefinitionView);
  }

  @FieldResolver(() => [Report], { description: 'All editions of the report of this period, the first one first.' })
  editions(@Root() { id }: Report, @Ctx() context: GraphContext): Promise<Report[]> {
    return this.loader.editions(context, id);
  }

  @FieldResolver(() => [ReportSection], {
    nullable: true,
    description: 'What it says, exactly as in its files; none before it is made.',
  })
  sections(@Root() { id }: Report, @Ctx() context: GraphContext): Promise<ReportSection[] | null> {
    return this.loader.sections(context, id);
  }

  @FieldResolver(() => [ReportFile], {
    description:
      'Where its files can be fetched, for ten minutes; empty before it is made. The address is the authority.',
  })
  files(
    @Root() { id, madeAt }: Report,
    @Arg('language', () => LocaleName, {
      nullable: true,
      description: 'Language of the workbook and the PDF; that of the request unless told. The JSON has both.',
    })
    language: Locale | null | undefined,
    @Ctx() context: GraphContext,
  ): ReportFile[] {
    const reportId = fromGlobalId('Report', id);
    if (madeAt === null || reportId === undefined) return [];
    const { locale, viewer } = context;
    const address = this.links.download(viewer.tenantId, reportId);
    return REPORT_FORMATS.map((format) => ({
      format,
      url: `${address}?format=${format.toLowerCase()}&language=${language ?? locale}`,
    }));
  }
}
