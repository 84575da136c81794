import { FAINT, INK, MARGIN, RULE, widthOf, type Page } from './page';
import type { Sheet, SheetCopy } from './sheet.model';

const STAMP_INK = '#b00020';

/** The corner that says whose copy it is, the title and the number. */
export function writeHead(page: Page, sheet: Sheet, copy: SheetCopy): void {
  const width = widthOf(page);
  page.fillColor(INK).fontSize(10);
  page.text(copy.mark, MARGIN, MARGIN, { width, align: 'right' });
  page.moveDown(0.6);
  page.fontSize(20).text(sheet.title, MARGIN, page.y, { width, align: 'center' });
  page.fillColor(FAINT).fontSize(11).text(sheet.number, MARGIN, page.y, { width, align: 'center' });
  if (sheet.stamp !== undefined) {
    page.fillColor(STAMP_INK).fontSize(22).text(sheet.stamp, MARGIN, page.y, { width, align: 'center' });
  }
  page.moveDown(0.6);
  const { y } = page;
  page
    .moveTo(MARGIN, y)
    .lineTo(MARGIN + width, y)
    .strokeColor(RULE)
    .lineWidth(0.75)
    .stroke();
  page.fillColor(INK).y = y + 10;
}
