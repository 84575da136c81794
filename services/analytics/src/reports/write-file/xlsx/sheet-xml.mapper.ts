import type { ShownCell } from '../shown-cell.mapper';
import type { WorkbookSheet } from './workbook-sheet.mapper';
import { escaped, lettersOf, MAIN, OFFICE, XML } from './xml.mapper';

/** Digits that a spreadsheet keeps; a longer number is written as text, so that none of them is lost. */
const EXACT_DIGITS = 15;
const WIDEST = 60;

/** The part of a sheet. Texts are stored as texts, whatever they begin with, so that none of them is a formula. */
export function sheetXml({ lines, shaded, chart }: WorkbookSheet): string {
  const rows = lines.map(({ cells, bold }, index) => {
    const filled = cells.map((cell, column) => cellXml(cell, `${lettersOf(column)}${index + 1}`, bold));
    return `<row r="${index + 1}">${filled.join('')}</row>`;
  });
  return (
    `${XML}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">${columnsXml(lines)}<sheetData>${rows.join('')}</sheetData>` +
    (shaded === undefined ? '' : shadeXml(shaded)) +
    (chart === undefined ? '' : '<drawing r:id="rId1"/>') +
    '</worksheet>'
  );
}

function columnsXml(lines: WorkbookSheet['lines']): string {
  const count = Math.max(1, ...lines.map(({ cells }) => cells.length));
  const widths = Array.from({ length: count }, (_, index) => {
    // The title and the note may run over; they do not make the first column wide.
    const longest = Math.max(6, ...lines.slice(2).map(({ cells }) => widthOf(cells[index] ?? null)));
    return `<col min="${index + 1}" max="${index + 1}" width="${Math.min(WIDEST, longest + 2)}" customWidth="1"/>`;
  });
  return `<cols>${widths.join('')}</cols>`;
}

/** Chinese characters are twice as wide as digits. */
function widthOf(cell: ShownCell): number {
  return [...(cell?.text ?? '')].reduce((sum, sign) => sum + (sign > '\u2E80' ? 2 : 1), 0);
}

function cellXml(cell: ShownCell, address: string, bold: boolean): string {
  if (cell === null) return '';
  const style = bold ? ' s="1"' : '';
  if (cell.kind === 'number' && isExact(cell.text)) return `<c r="${address}"${style}><v>${cell.text}</v></c>`;
  return `<c r="${address}"${style} t="inlineStr"><is><t xml:space="preserve">${escaped(cell.text)}</t></is></c>`;
}

function isExact(number: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(number) && number.replace(/[-.]/g, '').replace(/^0+/, '').length <= EXACT_DIGITS;
}

function shadeXml({ lines: [top, bottom], columns: [left, right] }: NonNullable<WorkbookSheet['shaded']>): string {
  const range = `${lettersOf(left)}${top + 1}:${lettersOf(right)}${bottom + 1}`;
  return (
    `<conditionalFormatting sqref="${range}"><cfRule type="colorScale" priority="1"><colorScale>` +
    '<cfvo type="num" val="0"/><cfvo type="max"/><color rgb="FFFFFFFF"/><color rgb="FF174E80"/>' +
    '</colorScale></cfRule></conditionalFormatting>'
  );
}
