import type { Cell, CellKind } from '../model/row.model';
import type { FileFormat, FileShape, FileWriter } from './file-writer.model';
import { ZipWriter, type ZipState } from './zip.mapper';

/** Rows that a sheet can have, less its head. */
const ROWS_AT_MOST = 1_048_575;
/** Longer texts are refused by spreadsheets. */
const LONGEST_TEXT = 32_767;
/** Digits that a spreadsheet keeps; a longer number is written as text, so that none of them is lost. */
const EXACT_DIGITS = 15;

/** One sheet. Texts are stored as texts, whatever they begin with, so that none of them is a formula. */
export const XLSX: FileFormat = {
  ending: 'xlsx',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  rowsAtMost: ROWS_AT_MOST,
  writer: xlsxWriter,
};

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const FRAME: readonly (readonly [string, string])[] = [
  [
    '[Content_Types].xml',
    `<Types xmlns="${PACKAGE}/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>` +
      `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/></Types>`,
  ],
  [
    '_rels/.rels',
    `<Relationships xmlns="${PACKAGE}/relationships">` +
      `<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ],
  [
    'xl/workbook.xml',
    `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">` +
      '<sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>',
  ],
  [
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="${PACKAGE}/relationships">` +
      `<Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  ],
];

/** What the writer of a sheet remembers: the archive, and how many rows the sheet has. */
interface SheetState {
  readonly zip: ZipState;
  readonly rows: number;
}

function xlsxWriter({ columns, locale, state }: FileShape): FileWriter {
  const before = state as SheetState | undefined;
  const zip = new ZipWriter(before?.zip);
  const letters = columns.map((_, index) => lettersOf(index));
  let rowNumber = before?.rows ?? 0;
  const row = (cells: readonly Cell[], kindOf: (index: number) => CellKind): string => {
    rowNumber += 1;
    const filled = cells.map((cell, index) => xmlCell(cell, kindOf(index), `${letters[index] ?? ''}${rowNumber}`));
    return `<row r="${rowNumber}">${filled.join('')}</row>`;
  };

  return {
    async begin() {
      const pieces: Buffer[] = [];
      for (const [name, content] of FRAME) {
        pieces.push(zip.open(name), await zip.write(Buffer.from(XML + content)), await zip.close());
      }
      const head = row(
        columns.map(({ label }) => label[locale]),
        () => 'text',
      );
      pieces.push(zip.open('xl/worksheets/sheet1.xml'));
      pieces.push(await zip.write(Buffer.from(`${XML}<worksheet xmlns="${MAIN}"><sheetData>${head}`)));
      return Buffer.concat(pieces);
    },
    rows: (rows) =>
      zip.write(Buffer.from(rows.map(({ cells }) => row(cells, (index) => columns[index]?.kind ?? 'text')).join(''))),
    async end() {
      const pieces = [await zip.write(Buffer.from('</sheetData></worksheet>')), await zip.close()];
      return Buffer.concat([...pieces, zip.finish()]);
    },
    state: (): SheetState => ({ zip: zip.state(), rows: rowNumber }),
  };
}

/** 0 is A, 26 is AA. */
function lettersOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : `${lettersOf(Math.floor(index / 26) - 1)}${last}`;
}

function xmlCell(cell: Cell, kind: CellKind, address: string): string {
  if (cell === null) return '';
  if ((kind === 'amount' || kind === 'count') && isExact(cell)) return `<c r="${address}"><v>${cell}</v></c>`;
  const text = escaped(cell.slice(0, LONGEST_TEXT));
  return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}

function isExact(number: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(number) && number.replace(/[-.]/g, '').replace(/^0+/, '').length <= EXACT_DIGITS;
}

/** XML has no place for most control characters, and none for halves of characters. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
