import { FAINT, heightOf, INK, makeRoom, MARGIN, RULE, widthOf, type Page } from './page';
import type { SheetColumn, SheetPart } from './sheet.model';

type Table = Extract<SheetPart, { kind: 'table' }>;

const SIZE = 9;
const PADDING = 4;

/** A table with its head, which is repeated on each page that the table reaches. */
export function writeTable(page: Page, { columns, rows }: Table): void {
  const labels = columns.map(({ label }) => label);
  writeRow(page, columns, labels, FAINT);
  for (const row of rows) {
    if (makeRoom(page, rowHeight(page, columns, row))) writeRow(page, columns, labels, FAINT);
    writeRow(page, columns, row, INK);
  }
}

function writeRow(page: Page, columns: readonly SheetColumn[], cells: readonly string[], ink: string): void {
  const height = rowHeight(page, columns, cells);
  makeRoom(page, height);
  const top = page.y;
  let left = MARGIN;
  columns.forEach((column, index) => {
    const width = cellWidth(page, columns, column);
    page.rect(left, top, width, height).strokeColor(RULE).lineWidth(0.5).stroke();
    page
      .fillColor(ink)
      .fontSize(SIZE)
      .text(cells[index] ?? '', left + PADDING, top + PADDING, {
        width: width - 2 * PADDING,
        align: column.align ?? 'left',
      });
    left += width;
  });
  page.fillColor(INK).y = top + height;
}

function rowHeight(page: Page, columns: readonly SheetColumn[], cells: readonly string[]): number {
  const heights = columns.map((column, index) =>
    heightOf(page, cells[index] ?? '', cellWidth(page, columns, column) - 2 * PADDING, SIZE),
  );
  return Math.max(...heights) + 2 * PADDING;
}

function cellWidth(page: Page, columns: readonly SheetColumn[], { share }: SheetColumn): number {
  const whole = columns.reduce((sum, column) => sum + column.share, 0);
  return (widthOf(page) * share) / whole;
}
