import type { SettlementColumn } from '../../settlement/model/settlement-column.model';
import type { ControlTotal } from './control-total.model';
import type { ExportState } from './export.transitions';
import type { FileLocale, RowPosition } from './row.model';

export const EXPORT_KINDS = [
  'SETTLEMENTS',
  'PAYMENTS',
  'JOURNAL',
  'PURCHASES',
  'RETURNS',
  'MONTH_END_PACKAGE',
] as const;
export type ExportKind = (typeof EXPORT_KINDS)[number];
/** Kinds whose file is a list of rows. */
export type RowKind = Exclude<ExportKind, 'MONTH_END_PACKAGE'>;

export const EXPORT_FORMATS = ['CSV', 'XLSX', 'JSONL', 'ZIP'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
/** Formats of a list of rows. */
export type RowFormat = Exclude<ExportFormat, 'ZIP'>;

/** What is to be in the file; what a kind does not know is refused when it is asked for. */
export interface ExportRequest {
  /** Conditions in the shape of `SettlementWhereInput`, as JSON. */
  readonly settlements?: Readonly<Record<string, unknown>>;
  readonly columns?: readonly SettlementColumn[];
  readonly from?: string;
  readonly to?: string;
  readonly currency?: string;
  readonly bookedIn?: string;
  /** Of the journal: entries up to this position are left out. */
  readonly afterPosition?: number;
}

/** One file to be written from many rows. */
export interface Export {
  readonly id: string;
  readonly kind: ExportKind;
  readonly format: ExportFormat;
  readonly locale: FileLocale;
  readonly request: ExportRequest;
  readonly requestedBy: string;
  readonly requestedAt: Date;
  /** Rows with this id or a later one were begun after the request and are left out. */
  readonly belowId: string;
  /** Of the journal: up to which position every entry is in the file. */
  readonly toPosition?: number;
  readonly state: ExportState;
  readonly rowsEstimated?: number;
  readonly rowsDone: number;
  readonly partsDone: number;
  readonly bytesDone: number;
  readonly totals: readonly ControlTotal[];
  readonly sha256?: string;
  readonly reason?: string;
  readonly startedAt?: Date;
  readonly finishedAt?: Date;
  readonly expiresAt?: Date;
}

/** Where the next part of an export begins. */
export interface ExportProgress {
  /** The last row that is in the file; absent before the first. */
  readonly after?: RowPosition;
  /** Whether every row is in the file, and its end. */
  readonly written: boolean;
  /** What the writer of the file must know to go on. */
  readonly file: unknown;
}

/** A finished part of an export. */
export interface ExportPart {
  readonly part: number;
  readonly rowCount: number;
  readonly bytes: number;
  readonly sha256: string;
}

/** A file is kept so long, and then asked for again. */
export const KEPT_DAYS = 7;
/** What an organisation may have under way at a time. */
export const UNFINISHED_AT_MOST = 20;
