import type { Locale } from '@redress/graphql-runtime';
import type { TenantReader } from '@redress/persistence';
import type { Counted } from './control-total.model';
import type { ExportRequest } from './export.model';

/** `amount` and `count` are decimals as text; a `moment` is RFC 3339 in UTC. */
export type CellKind = 'text' | 'amount' | 'count' | 'moment' | 'day';
export type Cell = string | null;

/** One column of a file. */
export interface Column {
  /** Name in JSON Lines, the same in every language. */
  readonly key: string;
  readonly label: Readonly<Record<Locale, string>>;
  readonly kind: CellKind;
}

/** One row of a file. */
export interface ExportRow {
  readonly cells: readonly Cell[];
  readonly counted: readonly Counted[];
  readonly position: RowPosition;
}

/** The values of the source's key, by which the rows after it are found. */
export type RowPosition = readonly (string | number)[];

/** What rows are asked for by. */
export interface RowRequest {
  readonly request: ExportRequest;
  readonly belowId: string;
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
