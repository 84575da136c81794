import type { Cell, CellKind } from '../model/row.model';
import type { FileFormat, FileShape, FileWriter } from './file-writer.model';

const BYTE_ORDER_MARK = '\uFEFF';
/** What a spreadsheet takes for a formula when a cell begins with it, after blanks as well. */
const FORMULA_BEGINS = /^\s*[=+\-@\t\r]/;

/**
 * RFC 4180 in UTF-8 with a byte order mark, by which spreadsheets know the encoding. A text that a spreadsheet would
 * take for a formula gets an apostrophe in front; numbers are our own and stay as they are.
 */
export const CSV: FileFormat = {
  ending: 'csv',
  mediaType: 'text/csv; charset=utf-8',
  rowsAtMost: Number.MAX_SAFE_INTEGER,
  writer: csvWriter,
};

function csvWriter({ columns, locale }: FileShape): FileWriter {
  const line = (cells: readonly Cell[], kinds: readonly CellKind[]): string =>
    `${cells.map((cell, index) => field(cell, kinds[index] ?? 'text')).join(',')}\r\n`;
  const kinds = columns.map(({ kind }) => kind);
  const head = line(
    columns.map(({ label }) => label[locale]),
    columns.map(() => 'text'),
  );
  return {
    begin: () => Promise.resolve(Buffer.from(BYTE_ORDER_MARK + head)),
    rows: (rows) => Promise.resolve(Buffer.from(rows.map(({ cells }) => line(cells, kinds)).join(''))),
    end: () => Promise.resolve(Buffer.alloc(0)),
    state: () => undefined,
  };
}

function field(cell: Cell, kind: CellKind): string {
  if (cell === null) return '';
  const text = kind === 'text' && FORMULA_BEGINS.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
