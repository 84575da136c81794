import { chartHeight, writeChart } from './charts/write-chart';
import { FAINT, heightOf, INK, makeRoom, MARGIN, RULE, widthOf, type Page } from './page';
import type { SheetField, SheetPart, SignatureBox } from './sheet.model';
import { writeTable } from './table';

const SIZE = 10;
const LABEL_SHARE = 0.28;
const BOXES_IN_A_ROW = 3;
const BOX_HEIGHT = 84;
const GAP = 8;

/** Writes a part below what is there already. */
export function writePart(page: Page, part: SheetPart): void {
  if (part.title !== undefined) writeTitle(page, part.title, part.kind === 'chart' ? chartHeight(page, part.chart) : 0);
  if (part.kind === 'fields') part.fields.forEach((field) => writeField(page, field));
  else if (part.kind === 'table') writeTable(page, part);
  else if (part.kind === 'chart') writeChart(page, part.chart);
  else writeText(page, part.text);
  page.y += GAP;
}

/** The boxes in which people sign, three in a row. */
export function writeSignatures(page: Page, boxes: readonly SignatureBox[]): void {
  for (let first = 0; first < boxes.length; first += BOXES_IN_A_ROW) {
    makeRoom(page, BOX_HEIGHT + GAP);
    const top = page.y;
    boxes.slice(first, first + BOXES_IN_A_ROW).forEach((box, index) => writeBox(page, box, index, top));
    page.y = top + BOX_HEIGHT + GAP;
  }
}

/** The title stays with what follows it. */
function writeTitle(page: Page, title: string, following: number): void {
  makeRoom(page, Math.max(40, following + 16));
  page
    .fillColor(FAINT)
    .fontSize(9)
    .text(title, MARGIN, page.y, { width: widthOf(page) });
  page.fillColor(INK).y += 2;
}

function writeField(page: Page, { label, value }: SheetField): void {
  const width = widthOf(page);
  const labelWidth = width * LABEL_SHARE;
  const valueWidth = width - labelWidth - GAP;
  const height = Math.max(heightOf(page, label, labelWidth, SIZE), heightOf(page, value, valueWidth, SIZE));
  makeRoom(page, height + 3);
  const top = page.y;
  page.fillColor(FAINT).fontSize(SIZE).text(label, MARGIN, top, { width: labelWidth });
  page.fillColor(INK).text(value, MARGIN + labelWidth + GAP, top, { width: valueWidth });
  page.y = top + height + 3;
}

function writeText(page: Page, text: string): void {
  page
    .fillColor(INK)
    .fontSize(SIZE)
    .text(text, MARGIN, page.y, { width: widthOf(page) });
}

function writeBox(page: Page, { label, lines }: SignatureBox, index: number, top: number): void {
  const width = (widthOf(page) - GAP * (BOXES_IN_A_ROW - 1)) / BOXES_IN_A_ROW;
  const left = MARGIN + index * (width + GAP);
  page.rect(left, top, width, BOX_HEIGHT).strokeColor(RULE).lineWidth(0.75).stroke();
  const inside = { width: width - 12 };
  page
    .fillColor(FAINT)
    .fontSize(9)
    .text(label, left + 6, top + 5, { ...inside, height: 24, ellipsis: true });
  page
    .fillColor(INK)
    .fontSize(8)
    .text(lines.join('\n'), left + 6, top + 32, { ...inside, height: 48, ellipsis: true });
}
