import type { ControlTotal } from '../model/control-total.model';
import type { Export, ExportFormat, ExportKind, ExportRequest } from '../model/export.model';
import type { FileLocale } from '../model/row.model';
import type { ExportState } from '../model/export.transitions';

/** One row of `export_job`, as a query reads it. */
export interface ExportRow {
  readonly id: string;
  readonly kind: ExportKind;
  readonly format: ExportFormat;
  readonly locale: FileLocale;
  readonly request: string;
  readonly requestedBy: string;
  readonly requestedAt: Date;
  readonly belowId: string;
  readonly toPosition: number | null;
  readonly state: ExportState;
  readonly rowsEstimated: string | null;
  readonly rowsDone: string;
  readonly partsDone: number;
  readonly bytesDone: string;
  readonly totals: string;
  readonly sha256: string | null;
  readonly reason: string | null;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly expiresAt: Date | null;
}

export const EXPORT_COLUMNS = `j.id, j.kind, j.format, j.locale, j.request, j.requested_by AS requestedBy,
  j.requested_at AS requestedAt, j.below_id AS belowId, j.to_position AS toPosition, j.state, j.rows_estimated AS rowsEstimated,
  j.rows_done AS rowsDone, j.parts_done AS partsDone, j.bytes_done AS bytesDone, j.totals, j.sha256, j.reason,
  j.started_at AS startedAt, j.finished_at AS finishedAt, j.expires_at AS expiresAt`;

/** Totals as JSON text; amounts as decimal integers, because JSON numbers end at 2^53. */
export function totalsToJson(totals: readonly ControlTotal[]): readonly object[] {
  return totals.map((total) => ({ ...total, amountMinor: total.amountMinor.toString() }));
}

/** The export behind its row. */
export function restoredExport(row: ExportRow): Export {
  const { toPosition, rowsEstimated, sha256, reason, startedAt, finishedAt, expiresAt, ...plain } = row;
  const totals = JSON.parse(row.totals) as readonly (Omit<ControlTotal, 'amountMinor'> & { amountMinor: string })[];
  return {
    ...plain,
    request: JSON.parse(row.request) as ExportRequest,
    rowsDone: Number(row.rowsDone),
    bytesDone: Number(row.bytesDone),
    totals: totals.map((total) => ({ ...total, amountMinor: BigInt(total.amountMinor) })),
    ...(toPosition === null ? {} : { toPosition }),
    ...(rowsEstimated === null ? {} : { rowsEstimated: Number(rowsEstimated) }),
    ...(sha256 === null ? {} : { sha256 }),
    ...(reason === null ? {} : { reason }),
    ...(startedAt === null ? {} : { startedAt }),
    ...(finishedAt === null ? {} : { finishedAt }),
    ...(expiresAt === null ? {} : { expiresAt }),
  };
}
