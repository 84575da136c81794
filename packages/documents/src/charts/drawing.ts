import { FAINT, INK, RULE, type Page } from '../page';

/** Where something is drawn. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export const LABEL_SIZE = 7;
export const LABEL_HEIGHT = 10;

/** Told apart in print without colour too, by their order and their darkness. */
const PALETTE = ['#1f5f99', '#d97904', '#2f8f5b', '#a63446', '#6b5b95', '#8c7853', '#3aa6b9', '#5c5c5c'];

/** The colour of the n-th series or slice. */
export function colourOf(index: number): string {
  return PALETTE[index % PALETTE.length] ?? INK;
}

/** One line of small text, cut where it does not fit. */
export function writeLabel(
  page: Page,
  text: string,
  { left, top, width }: Omit<Area, 'height'>,
  align: 'left' | 'center' | 'right' = 'left',
): void {
  page
    .fillColor(FAINT)
    .fontSize(LABEL_SIZE)
    .text(text, left, top, { width, height: LABEL_HEIGHT, ellipsis: true, align, lineBreak: true });
}

/** A thin line. */
export function writeRule(page: Page, from: readonly [number, number], to: readonly [number, number]): void {
  page
    .moveTo(...from)
    .lineTo(...to)
    .strokeColor(RULE)
    .lineWidth(0.4)
    .stroke();
}

const SWATCH = 7;
const ENTRY_WIDTH = 120;

/** How high the legend of so many entries is. */
export function legendHeight(entries: number, width: number): number {
  return Math.ceil(entries / perLine(width)) * (LABEL_HEIGHT + 2);
}

/** What each colour stands for, line by line. */
export function writeLegend(page: Page, labels: readonly string[], { left, top, width }: Omit<Area, 'height'>): void {
  labels.forEach((label, index) => {
    const x = left + (index % perLine(width)) * ENTRY_WIDTH;
    const y = top + Math.floor(index / perLine(width)) * (LABEL_HEIGHT + 2);
    page.rect(x, y + 1, SWATCH, SWATCH).fill(colourOf(index));
    writeLabel(page, label, { left: x + SWATCH + 4, top: y, width: ENTRY_WIDTH - SWATCH - 10 });
  });
}

function perLine(width: number): number {
  return Math.max(1, Math.floor(width / ENTRY_WIDTH));
}
