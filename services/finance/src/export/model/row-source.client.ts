import type { TenantReader } from '@redress/persistence';
import type { ExportRequest } from './export.model';
import type { Column, ExportRow, RowPosition } from './row.model';

/** What rows are asked for by. */
export interface RowRequest {
  readonly request: ExportRequest;
  readonly belowId: string;
  /** Of the journal; there it says instead of an id what is left out. */
  readonly toPosition?: number;
}

/** Rows of one kind in the order of a key that never changes, so that none is read twice. */
export interface RowSource {
  /** Name of the file, without its ending. */
  readonly name: string;
  columns(request: ExportRequest): readonly Column[];
  page(
    reader: TenantReader,
    request: RowRequest,
    after: RowPosition | undefined,
    limit: number,
  ): Promise<readonly ExportRow[]>;
  count(reader: TenantReader, request: RowRequest): Promise<number>;
}
