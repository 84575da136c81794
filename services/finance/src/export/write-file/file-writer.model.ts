import type { RowFormat } from '../model/export.model';
import type { Column, ExportRow, FileLocale } from '../model/row.model';

/** Writes a file piece by piece. What it must remember between two pieces is its state, plain JSON, so that another process can go on. */
export interface FileWriter {
  begin(): Promise<Buffer>;
  rows(rows: readonly ExportRow[]): Promise<Buffer>;
  end(): Promise<Buffer>;
  state(): unknown;
}

/** What a file is made of. */
export interface FileShape {
  readonly columns: readonly Column[];
  readonly locale: FileLocale;
  /** As {@link FileWriter.state} told it; absent at the beginning of a file. */
  readonly state?: unknown;
}

/** How a format is written, named and announced. */
export interface FileFormat {
  readonly ending: string;
  readonly mediaType: string;
  /** Rows that fit into one file. */
  readonly rowsAtMost: number;
  writer(shape: FileShape): FileWriter;
}

export type FileFormats = Readonly<Record<RowFormat, FileFormat>>;
