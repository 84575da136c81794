import { createHash } from 'node:crypto';
import { join } from 'node:path';
import {
  createCursorCodec,
  createLoaders,
  buildSubgraph,
  containerOf,
  type SubgraphSchema,
} from '@redress/graphql-runtime';
import type { ServedFile, UnservedFile } from '@redress/files';
import { accept, newId, type Role } from '@redress/kernel';
import { messagingMigrations } from '@redress/messaging';
import { createLogger } from '@redress/observability';
import { migrate, openDatabase, persistenceMigrations, type Database } from '@redress/persistence';
import { migratedDatabase } from '@redress/testkit';
import { graphql } from 'graphql';
import type { AskMetrics } from '../../metrics/answer-metrics.handler';
import { pointsAwaited, pointsOfPeriod } from '../../signals/improvement-points/view/points-of-period.query';
import { reportAdoptionsInMysql } from '../adapters/report-adoption.repository-mysql';
import { reportsInMysql } from '../adapters/report.repository-mysql';
import { CorrectReportResolver } from '../correct-report/correct-report.resolver';
import { drawingReports, type DrawReport } from '../download-report/draw-report.handler';
import { openDownload } from '../download-report/open-download.handler';
import { expectDueReports } from '../expect-reports/expect-reports.handler';
import { makeReport, type MakingEnd } from '../make-report/make-report.handler';
import { workOnReports } from '../make-report/reports.job';
import { reportLinks, type ReportLinks } from '../model/report-links.client';
import { reportRefusalTexts } from '../report-refusal-texts';
import { MakeReportResolver } from '../request-report/make-report.resolver';
import { SignReportResolver } from '../sign-report/sign-report.resolver';
import { ReportLoader, reportReferences } from '../view-reports/report.reference';
import { ReportsResolver } from '../view-reports/reports.resolver';
import { REPORT_FILE_FORMATS } from '../write-file/report-formats.mapper';

const logger = createLogger({ service: 'reports-test', level: 'silent' });
const LEASE_MS = 60_000;
export const improvements = { ofPeriod: pointsOfPeriod, awaited: pointsAwaited };

export interface Person {
  readonly tenantId: string;
  readonly role: Role;
  readonly subject?: string;
}

/** Organisations with reports over a database, at a time and with figures that the test says. */
export class ReportOffice {
  now = new Date('2026-10-05T02:00:00Z');
  /** Complaints that there are, up to which change, and whether one is missing. */
  figures = { received: 7, position: 100n, complete: true };
  /** Throws for an organisation whose figures cannot be had. */
  broken = new Set<string>();
  readonly asked: Parameters<AskMetrics>[] = [];
  private readonly schema: SubgraphSchema;
  private readonly links: ReportLinks;
  private readonly draw: DrawReport;

  private constructor(
    readonly database: Database,
    private readonly drop: () => Promise<void>,
  ) {
    const { reports, adoptions, clock } = this;
    const loader = new ReportLoader(database, reports, clock);
    const dependencies = { database, clock, reports, adoptions };
    this.links = reportLinks({ publicUrl: 'http://redress.test' }, clock);
    this.draw = drawingReports({
      formats: REPORT_FILE_FORMATS,
      contentOf: async (tenantId, reportId) =>
        (await reports.contents(database.reader(tenantId), [reportId]))[0] ?? null,
    });
    this.schema = buildSubgraph({
      resolvers: [ReportsResolver, MakeReportResolver, SignReportResolver, CorrectReportResolver],
      references: { Report: reportReferences(loader) },
      refusalTexts: reportRefusalTexts,
      container: containerOf([
        new ReportsResolver(database, clock, adoptions, loader, this.links),
        new MakeReportResolver(dependencies, loader),
        new SignReportResolver(dependencies, loader),
        new CorrectReportResolver(dependencies, loader),
      ]),
    });
  }

  readonly clock = { now: () => new Date(this.now) };

  get reports() {
    return reportsInMysql(this.database);
  }

  get adoptions() {
    return reportAdoptionsInMysql(this.database);
  }

  static async open(): Promise<ReportOffice> {
    const migrations = join(__dirname, '..', '..', '..', 'migrations');
    const own = await migratedDatabase([persistenceMigrations, messagingMigrations, migrations], migrate);
    return new ReportOffice(await openDatabase({ url: own.url, rows: [] }), () => own.drop());
  }

  async close(): Promise<void> {
    await this.database.close();
    await this.drop();
  }

  /** An organisation that adopts a regulation now. */
  async adopt(
    regulation: string,
    {
      tenantId = `t-${newId().slice(-12)}`,
      effectiveFrom = '2011-01-01T00:00:00Z',
      document = undefined as object | undefined,
    } = {},
  ): Promise<string> {
    const settings = { timeZone: 'Asia/Shanghai', calendar: 'cn', openValues: {} };
    await this.database.transaction(tenantId, (tx) =>
      this.adoptions.enter(tx, {
        ...{ id: newId(), regulation: { id: regulation, version: 1 }, settings, document },
        ...{ effectiveFrom: new Date(effectiveFrom), adoptedAt: this.now },
      }),
    );
    return tenantId;
  }

  /** One round of one worker; answers how its attempts ended. */
  async round(): Promise<(MakingEnd | 'failed')[]> {
    const ends: (MakingEnd | 'failed')[] = [];
    const { database, clock, reports, adoptions } = this;
    const making = { database, clock, reports, adoptions, improvements, askMetrics: this.ask };
    await workOnReports({
      expect: () => expectDueReports(making),
      lease: () => reports.lease(clock.now(), LEASE_MS),
      make: (leased) => makeReport(leased, making),
      putOff: (leased, until) => reports.putOff(leased, until),
      ended: (end) => ends.push(end),
      ...{ clock, logger },
    });
    return ends;
  }

  async at(moment: string): Promise<(MakingEnd | 'failed')[]> {
    this.now = new Date(moment);
    return this.round();
  }

  readonly ask: AskMetrics = (tenantId, query, at) => {
    this.asked.push([tenantId, query, at]);
    if (this.broken.has(tenantId)) return Promise.reject(new Error('no figures'));
    const { received, position, complete } = this.figures;
    const keys = query.groupBy.map((dimension) => (dimension === 'MONTH' ? '2026-10' : `${dimension}-1`));
    const figures = query.metrics.map((metric) => ({
      metric,
      statistic: 'COUNT' as const,
      unit: 'COUNT' as const,
      value: String(received),
    }));
    const asOf = { position: at?.position ?? position, time: at?.time ?? this.clock.now(), complete, metricVersion: 2 };
    return Promise.resolve(accept({ rows: [{ keys, figures }], asOf, engine: 'facts' as const }));
  };

  async request<Data>(
    person: Person,
    source: string,
    variables: Record<string, unknown> = {},
  ): Promise<{ data: Data; codes: unknown[] }> {
    const { tenantId, role, subject = `${role}@${tenantId}` } = person;
    const viewer = { tenantId, subject, roles: [role], tokenId: 't', expiresAt: new Date(Date.now() + 60_000) };
    const { data, errors = [] } = await graphql({
      schema: this.schema.schema,
      source,
      variableValues: variables,
      contextValue: {
        ...{ viewer, locale: 'en', traceId: '0'.repeat(32), logger, loader: createLoaders() },
        ...{ cursors: createCursorCodec(Buffer.alloc(32)), refusalTexts: this.schema.refusalTexts },
      },
    });
    return {
      data: JSON.parse(JSON.stringify(data ?? null)) as Data,
      codes: errors.map(({ extensions }) => extensions['code']),
    };
  }

  /** What an address of the graph leads to. */
  fetch(url: string): Promise<ServedFile | UnservedFile | number> {
    const { pathname, searchParams } = new URL(url);
    const { database, clock, reports, links, draw } = this;
    const link = pathname.split('/').at(-1) ?? '';
    const query = Object.fromEntries(searchParams);
    return openDownload(link, query, { database, clock, reports, links, draw, formats: REPORT_FILE_FORMATS });
  }
}

export function sha256Of(content: ServedFile['content']): string {
  if (!Buffer.isBuffer(content)) throw new Error('the file is not in memory');
  return createHash('sha256').update(content).digest('hex');
}
