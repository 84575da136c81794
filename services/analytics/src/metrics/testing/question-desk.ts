import {
  buildEnvelope,
  caseClosed,
  complaintRegistered,
  followUpRecorded,
  settlementCompleted,
  type EventData,
  type EventDefinition,
} from '@redress/contracts';
import {
  buildSubgraph,
  containerOf,
  createCursorCodec,
  createLoaders,
  type GraphContext,
  type SubgraphSchema,
} from '@redress/graphql-runtime';
import { newId, type Role } from '@redress/kernel';
import { createLogger } from '@redress/observability';
import type { Database } from '@redress/persistence';
import { graphql } from 'graphql';
import { reportAdoptionsInMysql } from '../../reports/adapters/report-adoption.repository-mysql';
import { aComplaint } from '../../test-bench/complaints';
import { analyticsSchema, takeIn } from '../../test-bench/journal';
import { analyticsRefusalTexts } from '../analytics-refusal-texts';
import { AcrossResolver } from '../across/across.resolver';
import { askAcross } from '../across/ask-across.handler';
import { AnalysesResolver } from '../analyses/analyses.resolver';
import { Analyses } from '../analyses/ask-analyses.handler';
import { CasesBehindResolver } from '../cases-behind/cases-behind.resolver';
import { metricService } from '../composition-root';
import { figuresDownloadsInMysql } from '../export-figures/adapters/figures-downloads.repository-mysql';
import { ExportFiguresResolver } from '../export-figures/export-figures.resolver';
import { figuresFile } from '../export-figures/figures-file.mapper';
import { figuresLinks } from '../export-figures/figures-links.client';
import { openFigures } from '../export-figures/open-figures.handler';
import { PrepareFiguresResolver } from '../export-figures/prepare-figures.resolver';
import { MetricsResolver } from '../metrics.resolver';
import { askFigures } from '../questions/ask-figures.handler';
import { outsideFiguresInMysql } from '../scorecard/adapters/outside-figures.repository-mysql';
import { improvementPointsFound } from '../scorecard/improvement-points.query';
import { ScorecardResolver } from '../scorecard/scorecard.resolver';

const logger = createLogger({ service: 'analytics-test', level: 'silent' });
const DAY_MS = 86_400_000;

type Asked<Data> = Promise<{ readonly data: Data; readonly codes: readonly unknown[] }>;

/** Answers questions over facts that the test has happen, without messaging in between. */
export class QuestionDesk {
  now = new Date('2026-07-01T00:00:00.000Z');
  /** What answers told about themselves. */
  readonly remarks: NonNullable<GraphContext['remarks']> = new Map();
  readonly links = figuresLinks({ publicUrl: 'https://redress.test/' });
  private readonly schema: SubgraphSchema;

  private constructor(
    readonly database: Database,
    readonly close: () => Promise<void>,
  ) {
    const { clock, ask } = this.downloading;
    const scoring = { database, ask, figures: outsideFiguresInMysql, adoptions: reportAdoptionsInMysql(database) };
    const improvementPoints = improvementPointsFound(database);
    this.schema = buildSubgraph({
      resolvers: [
        MetricsResolver,
        AcrossResolver,
        AnalysesResolver,
        CasesBehindResolver,
        ExportFiguresResolver,
        PrepareFiguresResolver,
        ScorecardResolver,
      ],
      references: {},
      refusalTexts: analyticsRefusalTexts,
      container: containerOf([
        new MetricsResolver(database, clock, ask),
        new AcrossResolver(askAcross(ask), clock),
        new AnalysesResolver(new Analyses(ask), clock),
        new CasesBehindResolver(database, clock, ask),
        new ExportFiguresResolver(this.downloading, clock),
        new PrepareFiguresResolver(this.downloading),
        new ScorecardResolver({ ...scoring, improvementPoints }, clock),
      ]),
    });
  }

  private get downloading() {
    const { database, links } = this;
    const clock = { now: () => new Date(this.now) };
    const ask = askFigures(metricService(database, clock));
    return { database, clock, links, ask, fileOf: figuresFile, downloads: figuresDownloadsInMysql };
  }

  /** What an address of the graph leads to. */
  fetch(url: string): ReturnType<typeof openFigures> {
    return openFigures(url.split('/').at(-1) ?? '', this.downloading);
  }

  static async open(): Promise<QuestionDesk> {
    const { database, close } = await analyticsSchema();
    return new QuestionDesk(database, close);
  }

  private async happens<Definition extends EventDefinition>(
    tenantId: string,
    definition: Definition,
    data: EventData<Definition>,
    aggregateId: string,
  ): Promise<void> {
    const attributes = { id: newId(), time: this.now, tenantId, aggregateId, aggregateVersion: 1 };
    const event = buildEnvelope(definition, attributes, data);
    await takeIn(this.database, tenantId, [{ name: definition.type, event }]);
  }

  /** A complaint that was received, and closed so many days later where that is told. */
  async complaint(
    tenantId: string,
    change: Partial<EventData<typeof complaintRegistered>> & { readonly receivedAt: string },
    closedAfterDays?: number,
  ): Promise<string> {
    const data = aComplaint(change);
    await this.happens(tenantId, complaintRegistered, data, data.complaintId);
    if (closedAfterDays !== undefined)
      await this.closed(tenantId, data.complaintId, change.receivedAt, closedAfterDays);
    return data.complaintId;
  }

  async closed(tenantId: string, complaintId: string, receivedAt: string, days: number): Promise<void> {
    const closedAt = new Date(Date.parse(receivedAt) + days * DAY_MS).toISOString();
    const key = { caseId: newId(), complaintId, at: closedAt, by: 'wu', closedAt };
    await this.happens(tenantId, caseClosed, { ...key, outcome: 'RESOLVED', inTime: true }, key.caseId);
  }

  /** Money that was paid for a complaint. */
  async paid(
    tenantId: string,
    complaintId: string,
    moment: string,
    amount: EventData<typeof settlementCompleted>['amount'],
  ): Promise<void> {
    const settlementId = newId();
    const data: EventData<typeof settlementCompleted> = {
      ...{ settlementId, complaintId, caseId: newId(), resolutionId: newId(), remedyId: newId() },
      ...{ at: moment, instrument: 'REFUND', providerReference: settlementId, amount },
    };
    await this.happens(tenantId, settlementCompleted, data, settlementId);
  }

  /** What a complainant said when asked, with a score of the result or none. */
  async asked(tenantId: string, complaintId: string, moment: string, result?: number): Promise<void> {
    const key = { caseId: newId(), complaintId, at: moment, by: 'wu', followUpId: newId() };
    const told = { means: 'PHONE', reached: true, satisfied: true, leadsTo: 'NOTHING' } as const;
    const satisfaction = result === undefined ? {} : { satisfaction: { result } };
    await this.happens(tenantId, followUpRecorded, { ...key, ...told, ...satisfaction }, key.caseId);
  }

  async adopt(tenantId: string, regulation: string): Promise<void> {
    const settings = { timeZone: 'Asia/Shanghai', calendar: 'cn', openValues: {} };
    const moment = new Date('2020-01-01T00:00:00Z');
    await this.database.transaction(tenantId, (tx) =>
      reportAdoptionsInMysql(this.database).enter(tx, {
        ...{ id: newId(), regulation: { id: regulation, version: 1 }, settings, document: undefined },
        ...{ effectiveFrom: moment, adoptedAt: moment },
      }),
    );
  }

  /** Asks on the graph; answers data as text compares, and the codes of errors. */
  ask<Data>(tenantId: string, source: string, role: Role = 'manager', subject = 's'): Asked<Data> {
    return this.askAs({ tenantId, roles: [role], subject }, source);
  }

  /** The same as an operator of organisations. */
  askAsOperator<Data>(operates: readonly string[], source: string): Asked<Data> {
    return this.askAs({ tenantId: '@operator', roles: [], operates, subject: 's' }, source);
  }

  private async askAs<Data>(
    who: Pick<GraphContext['viewer'], 'tenantId' | 'roles' | 'operates' | 'subject'>,
    source: string,
  ): Asked<Data> {
    const viewer = { ...who, tokenId: 't', expiresAt: new Date(Date.now() + 60_000) };
    const contextValue: GraphContext = {
      ...{ viewer, locale: 'en', traceId: '0'.repeat(32), logger, loader: createLoaders() },
      ...{
        cursors: createCursorCodec(Buffer.alloc(32)),
        refusalTexts: this.schema.refusalTexts,
        remarks: this.remarks,
      },
    };
    const { data, errors = [] } = await graphql({ schema: this.schema.schema, source, contextValue });
    const codes = errors.map(({ extensions, message }) => extensions['code'] ?? message);
    return { data: JSON.parse(JSON.stringify(data ?? null)) as Data, codes };
  }
}
