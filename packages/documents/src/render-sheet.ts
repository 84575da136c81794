import PDFDocument from 'pdfkit';
import { FONT, fontFile } from './font';
import { writeHead } from './head';
import { FAINT, FOOT, INK, MARGIN, RULE, widthOf, type Page } from './page';
import { writePart, writeSignatures } from './parts';
import type { Sheet, SheetCopy } from './sheet.model';

/** What the bytes of a rendering depend on beside its sheet. Two renderings of one sheet under one renderer are equal. */
export const RENDERER = `sheet/1 pdfkit/0.20.2 ${FONT}`;

interface CopyPages {
  readonly copy: SheetCopy;
  readonly first: number;
  readonly count: number;
}

/**
 * The sheet as a PDF, its copies one after the other. Nothing of the moment, the machine or the process is in it, and
 * nothing is compressed, because the bytes that a compressor makes depend on its version.
 */
export async function renderSheet(sheet: Sheet): Promise<Buffer> {
  const page = new PDFDocument({
    size: 'A4',
    margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: MARGIN },
    compress: false,
    bufferPages: true,
    autoFirstPage: false,
    lang: sheet.language,
    info: {
      Title: `${sheet.title} ${sheet.number}`,
      Creator: 'Redress',
      Producer: RENDERER,
      CreationDate: sheet.drawnUpAt,
    },
  });
  const finished = contentOf(page);
  page.registerFont('text', fontFile());
  page.font('text');
  const written = sheet.copies.map((copy) => writeCopy(page, sheet, copy));
  written.forEach((pages) => writeFeet(page, sheet, pages));
  page.end();
  return finished;
}

function writeCopy(page: Page, sheet: Sheet, copy: SheetCopy): CopyPages {
  const first = page.bufferedPageRange().count;
  page.addPage();
  writeHead(page, sheet, copy);
  sheet.parts.forEach((part) => writePart(page, part));
  writeSignatures(page, sheet.signatures);
  return { copy, first, count: page.bufferedPageRange().count - first };
}

function writeFeet(page: Page, { pageOf }: Sheet, { copy, first, count }: CopyPages): void {
  for (let index = 0; index < count; index += 1) {
    page.switchToPage(first + index);
    const top = page.page.height - MARGIN - FOOT + 8;
    const width = widthOf(page);
    // What is written below the margin would otherwise begin another page.
    page.page.margins.bottom = 0;
    page
      .moveTo(MARGIN, top)
      .lineTo(MARGIN + width, top)
      .strokeColor(RULE)
      .lineWidth(0.5)
      .stroke();
    page
      .fillColor(FAINT)
      .fontSize(7.5)
      .text(copy.foot, MARGIN, top + 5, { width });
    page.text(pageOf(index + 1, count), MARGIN, page.y, { width, align: 'right' });
    page.fillColor(INK).page.margins.bottom = MARGIN;
  }
}

function contentOf(page: Page): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    page.on('data', (chunk: Buffer) => chunks.push(chunk));
    page.once('end', () => resolve(Buffer.concat(chunks)));
    page.once('error', reject);
  });
}
