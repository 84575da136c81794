import type { Page } from '../page';
import type { Chart } from './chart.model';
import { LABEL_HEIGHT, LABEL_SIZE, writeLabel, type Area } from './drawing';
import { shownNumber } from './scale';

type HeatMap = Extract<Chart, { kind: 'heat-map' }>;

const NAMES_SHARE = 0.2;
const FIELD_HEIGHT = 16;
/** From the least to the most: white to the darkest blue, on which white digits can be read. */
const [LEAST, MOST] = [
  [255, 255, 255],
  [23, 78, 128],
] as const;

/** How high a heat map is with the names above it. */
export function heatMapHeight({ down }: HeatMap): number {
  return down.length * FIELD_HEIGHT + LABEL_HEIGHT + 6;
}

/** A field for each pair; the more, the darker. */
export function drawHeatMap(page: Page, { down, across, values }: HeatMap, area: Area): void {
  const most = Math.max(0, ...values.flat().map((value) => value ?? 0));
  const names = area.width * NAMES_SHARE;
  const width = (area.width - names - 4) / Math.max(1, across.length);
  const left = area.left + names + 4;
  const top = area.top + LABEL_HEIGHT + 4;
  across.forEach((name, column) => {
    writeLabel(page, name, { left: left + column * width, top: area.top, width: width - 2 }, 'center');
  });
  down.forEach((name, line) => {
    const y = top + line * FIELD_HEIGHT;
    writeLabel(page, name, { left: area.left, top: y + 4, width: names }, 'right');
    across.forEach((_, column) => {
      const value = values[line]?.[column] ?? null;
      const share = value === null || most === 0 ? 0 : Math.max(0, value) / most;
      const x = left + column * width;
      page.rect(x, y, width - 1, FIELD_HEIGHT - 1).fill(shade(share));
      if (value === null) return;
      page
        .fillColor(share > 0.5 ? '#ffffff' : '#333333')
        .fontSize(LABEL_SIZE)
        .text(shownNumber(value), x, y + 4, { width: width - 1, height: LABEL_HEIGHT, align: 'center' });
    });
  });
}

function shade(share: number): string {
  const parts = LEAST.map((least, index) => Math.round(least + ((MOST[index] ?? 0) - least) * share));
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
