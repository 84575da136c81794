import type { Counted } from './control-total.model';

/** Languages in which the head of a file can be. */
export type FileLocale = 'en' | 'zh-CN';

/** `amount` and `count` are decimals as text; a `moment` is RFC 3339 in UTC. */
export type CellKind = 'text' | 'amount' | 'count' | 'moment' | 'day';
export type Cell = string | null;

/** One column of a file. */
export interface Column {
  /** Name in JSON Lines, the same in every language. */
  readonly key: string;
  readonly label: Readonly<Record<FileLocale, string>>;
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
