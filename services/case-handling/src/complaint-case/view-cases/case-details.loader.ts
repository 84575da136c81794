import { standingOf, type Standing } from '../../staff/view-staff/parties-of.query';
import type { GraphContext } from '@redress/graphql-runtime';
import type { Money } from '@redress/kernel';
import type { Database, TenantReader } from '@redress/persistence';
import { ownCustomer } from '../model/case.rules';
import { restoredClock, restoredResolution, restoredStage, type StoredCase } from '../model/stored-case.model';
import type { Resolution, StageClock } from '../model/case.model';
import type { StageRecord } from '../model/stage-record.model';
import { readExtensions, type ExtensionRow } from '../../extension/view-extensions/extension-rows.query';
import { readOverduePapers, type OverduePaperRow } from '../../overdue/view-papers/overdue-paper-rows.query';
import { linkedAmount, readLinkedAmounts } from './linked-amounts.query';
import { readCases, readClocks, readStages, type CaseKey } from './case-rows.query';
import {
  readConsents,
  readInvestigations,
  readReplies,
  readResolutions,
  type ConsentRow,
  type InvestigationRow,
  type ReplyRow,
  type ResolutionRow,
} from './resolution-rows.query';
import { readTimeline, type TimelineRow } from './timeline-rows.query';

/** What belongs to cases, read once for all cases of a request that ask for it. */
export class CaseDetails {
  /** How often the cases of a request were changed by it; what was read before must not be shown again. */
  private readonly renewals = new WeakMap<GraphContext, number>();

  constructor(private readonly database: Database) {}

  /** Forgets what the request has read; for a mutation, which others may follow in the same document. */
  renew(context: GraphContext): void {
    this.renewals.set(context, this.round(context) + 1);
  }

  /** A case by one of its keys; null when there is none or the viewer may not see it. */
  case(context: GraphContext, key: CaseKey, value: string): Promise<StoredCase | null> {
    const loader = context.loader<string, StoredCase>(`case-by-${key}-${this.round(context)}`, async (values) => {
      const found = await readCases(this.reader(context), key, values, ownCustomer(context.viewer));
      const byKey = new Map(found.map((stored) => [stored[key], stored]));
      return values.map((each) => byKey.get(each) ?? null);
    });
    return loader.load(value);
  }

  async clocks(context: GraphContext, caseId: string): Promise<readonly StageClock[]> {
    const rows = await this.of(context, 'clocks', caseId, readClocks);
    return rows.map(restoredClock);
  }

  async stages(context: GraphContext, caseId: string): Promise<readonly StageRecord[]> {
    return (await this.of(context, 'stages', caseId, readStages)).map(restoredStage);
  }

  /** What was granted for the same harm in linked cases. */
  async linkedAmounts(context: GraphContext, caseId: string): Promise<readonly Money[]> {
    return (await this.of(context, 'linked-amounts', caseId, readLinkedAmounts)).map(linkedAmount);
  }

  /** As whom the viewer acts: for which parties of the regulation, and of which unit. */
  async viewerStanding(context: GraphContext, now: Date): Promise<Standing> {
    const loader = context.loader<string, Standing>('viewer-standing', (subjects) =>
      Promise.all(subjects.map((subject) => standingOf(this.reader(context), subject, now))),
    );
    return (await loader.load(context.viewer.subject)) ?? { parties: [] };
  }

  /** Every resolution of a case, a row for each remedy. */
  resolutionRows(context: GraphContext, caseId: string): Promise<readonly ResolutionRow[]> {
    return this.of(context, 'resolutions', caseId, readResolutions);
  }

  /** The newest resolution of a case, as decisions see it. */
  async newestResolution(context: GraphContext, caseId: string): Promise<Resolution | undefined> {
    const rows = await this.resolutionRows(context, caseId);
    const newest = rows.at(-1);
    if (newest === undefined) return undefined;
    const remedies = rows.filter(({ id }) => id === newest.id);
    return restoredResolution(
      newest,
      remedies.map(({ remedy_id, ...row }) => ({ ...row, resolution_id: row.id, id: remedy_id })),
    );
  }

  consents(context: GraphContext, caseId: string): Promise<readonly ConsentRow[]> {
    return this.of(context, 'consents', caseId, readConsents);
  }

  investigations(context: GraphContext, caseId: string): Promise<readonly InvestigationRow[]> {
    return this.of(context, 'investigations', caseId, readInvestigations);
  }

  replies(context: GraphContext, caseId: string): Promise<readonly ReplyRow[]> {
    return this.of(context, 'replies', caseId, readReplies);
  }

  /** Reminders, and inquiries into delays. */
  overduePapers(context: GraphContext, caseId: string): Promise<readonly OverduePaperRow[]> {
    return this.of(context, 'overdue-papers', caseId, readOverduePapers);
  }

  /** More time that was asked for. */
  extensions(context: GraphContext, caseId: string): Promise<readonly ExtensionRow[]> {
    return this.of(context, 'extensions', caseId, readExtensions);
  }

  timeline(
    context: GraphContext,
    caseId: string,
    span: { readonly after: number; readonly first: number },
  ): Promise<readonly TimelineRow[]> {
    return this.of(context, `timeline-${span.after}-${span.first}`, caseId, (reader, caseIds) =>
      readTimeline(reader, caseIds, span),
    );
  }

  /** Rows of a case that `read` reads for many cases at once; one statement for all cases of a request. */
  async of<Row extends { readonly case_id: string }>(
    context: GraphContext,
    name: string,
    caseId: string,
    read: (reader: TenantReader, caseIds: readonly string[]) => Promise<Row[]>,
  ): Promise<readonly Row[]> {
    const loader = context.loader<string, readonly Row[]>(`case-${name}-${this.round(context)}`, async (caseIds) => {
      const byCase = new Map<string, Row[]>(caseIds.map((id) => [id, []]));
      for (const row of await read(this.reader(context), caseIds)) byCase.get(row.case_id)?.push(row);
      return caseIds.map((id) => byCase.get(id) ?? []);
    });
    return (await loader.load(caseId)) ?? [];
  }

  private round(context: GraphContext): number {
    return this.renewals.get(context) ?? 0;
  }

  private reader({ viewer }: GraphContext): TenantReader {
    return this.database.reader(viewer.tenantId);
  }
}
