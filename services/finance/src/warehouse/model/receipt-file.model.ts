/** The columns of a file of receipts, by the names in its first row. */
export interface ReceiptColumns {
  readonly reference: string;
  readonly receivedAt: string;
  readonly quantity: string;
  readonly warehouse?: string;
  readonly returnNumber?: string;
  readonly orderNumber?: string;
  readonly lineNumber?: string;
  readonly product?: string;
  readonly damaged?: string;
  readonly complete?: string;
}

export const FILE_FORMATS = ['CSV', 'XLSX'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

/** How a file is read. */
export interface ReceiptFileReading {
  readonly format: FileFormat;
  readonly columns: ReceiptColumns;
  /** Where the file has no column for it. */
  readonly warehouse?: string;
}

/** A row of a table as texts; the first row of the file is 1. */
export interface FileRow {
  readonly row: number;
  readonly values: readonly string[];
}

export const MOST_FILE_ROWS = 2_000;
export const MOST_FILE_BYTES = 2 * 1024 * 1024;
/** What a compressed file may unfold to. */
export const MOST_UNFOLDED_BYTES = 32 * 1024 * 1024;
