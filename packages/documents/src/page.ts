import type PDFDocument from 'pdfkit';

/** A document that is being written. */
export type Page = InstanceType<typeof PDFDocument>;

export const MARGIN = 48;
/** What stays free at the foot of a page for what identifies it. */
export const FOOT = 56;
export const INK = '#111111';
export const FAINT = '#666666';
export const RULE = '#999999';

/** How wide what is written may be. */
export function widthOf(page: Page): number {
  return page.page.width - 2 * MARGIN;
}

/** Goes on to the next page when so much does not fit any more; answers whether it did. */
export function makeRoom(page: Page, height: number): boolean {
  if (page.y + height <= page.page.height - MARGIN - FOOT) return false;
  page.addPage();
  return true;
}

/** How high a text is within a width. */
export function heightOf(page: Page, text: string, width: number, size: number): number {
  return page.fontSize(size).heightOfString(text === '' ? ' ' : text, { width });
}
