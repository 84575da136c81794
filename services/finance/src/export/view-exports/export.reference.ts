import { fromGlobalId, toGlobalId, toMoney, toUserErrors, type GraphContext } from '@redress/graphql-runtime';
import type { CommandResult, Database } from '@redress/persistence';
import type { Export, ExportPart } from '../model/export.model';
import type { ExportLinks } from '../model/export-links.client';
import type { ExportRepository } from '../model/export.repository';
import type { Export as ExportView, ExportPayload } from './export.gql';

/** Finds the exports of the viewer's organisation. */
export class ExportLoader {
  constructor(
    private readonly database: Database,
    private readonly exports: ExportRepository,
    private readonly links: ExportLinks,
  ) {}

  async find({ viewer }: GraphContext, id: string): Promise<ExportView | null> {
    const exportId = fromGlobalId('Export', id);
    if (exportId === undefined) return null;
    const [job] = await this.exports.find(this.database.reader(viewer.tenantId), [exportId]);
    return job === undefined ? null : this.view(job, viewer.tenantId);
  }

  async parts(context: GraphContext, id: string): Promise<readonly ExportPart[]> {
    const exportId = fromGlobalId('Export', id);
    const reader = this.database.reader(context.viewer.tenantId);
    const loader = context.loader<string, ExportPart[]>('export-parts', (ids) => this.exports.partsOf(reader, ids));
    return exportId === undefined ? [] : ((await loader.load(exportId)) ?? []);
  }

  async answer({ outcome, replayed }: CommandResult<string>, context: GraphContext): Promise<ExportPayload> {
    if (!outcome.ok) return { export: null, replayed, userErrors: toUserErrors(outcome.refusals, context) };
    return { export: await this.find(context, toGlobalId('Export', outcome.value)), replayed, userErrors: [] };
  }

  view(job: Export, tenantId: string): ExportView {
    return {
      id: toGlobalId('Export', job.id),
      ...{ kind: job.kind, format: job.format, state: job.state, requestedBy: job.requestedBy, asOf: job.requestedAt },
      ...{ afterPosition: job.request.afterPosition ?? null, toPosition: job.toPosition ?? null },
      startedAt: job.startedAt ?? null,
      finishedAt: job.finishedAt ?? null,
      expiresAt: job.expiresAt ?? null,
      rowsDone: BigInt(job.rowsDone),
      rowsEstimated: job.rowsEstimated === undefined ? null : BigInt(job.rowsEstimated),
      bytes: BigInt(job.bytesDone),
      controlTotals: job.totals.map(({ measure, rows, ...amount }) => ({ measure, rows, amount: toMoney(amount) })),
      sha256: job.sha256 ?? null,
      reason: job.reason ?? null,
      downloadUrl: job.state === 'COMPLETED' ? this.links.download(tenantId, job.id) : null,
    };
  }
}
