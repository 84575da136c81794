import { workbookOf } from '../../reports/write-file/xlsx.mapper';
import type { FiguresFile, FiguresFormat } from './figures-format.model';
import { NUMBERS, type FiguresTable } from './figures-table.model';

/** What a spreadsheet takes for a formula when a cell begins with it, after blanks as well. */
const FORMULA_BEGINS = /^\s*[=+\-@\t\r]/;
const BYTE_ORDER_MARK = '\uFEFF';
const isNumber = (column: string | undefined): boolean => column !== undefined && NUMBERS.includes(column);

function csvField(cell: string | null, column: string | undefined): string {
  if (cell === null) return '';
  const text = !isNumber(column) && FORMULA_BEGINS.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function csv({ head, lines }: FiguresTable): string {
  const all = [head, ...lines].map((cells) => cells.map((cell, index) => csvField(cell, head[index])).join(','));
  return `${BYTE_ORDER_MARK}${all.join('\r\n')}\r\n`;
}

function json({ head, lines }: FiguresTable, about: object): string {
  const figures = lines.map((cells) => Object.fromEntries(head.map((name, index) => [name, cells[index] ?? null])));
  return `${JSON.stringify({ ...about, figures }, null, 2)}\n`;
}

function sheet({ head, lines }: FiguresTable): Buffer {
  const shown = (cell: string | null, column: string | undefined) =>
    cell === null ? null : { kind: isNumber(column) ? ('number' as const) : ('text' as const), text: cell };
  const body = lines.map((cells) => ({ bold: false, cells: cells.map((cell, index) => shown(cell, head[index])) }));
  const top = { bold: true, cells: head.map((name) => shown(name, undefined)) };
  return workbookOf([{ name: 'Figures', width: head.length, lines: [top, ...body] }]);
}

/** Writes a table in a format; the same table is the same bytes. */
export function figuresFile(table: FiguresTable, format: FiguresFormat, about: object): FiguresFile {
  switch (format) {
    case 'CSV':
      return { mediaType: 'text/csv; charset=utf-8', content: Buffer.from(csv(table)) };
    case 'JSON':
      return { mediaType: 'application/json', content: Buffer.from(json(table, about)) };
    case 'XLSX':
      return {
        mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        content: sheet(table),
      };
  }
}
