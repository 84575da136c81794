import type { Page } from '../page';
import type { Chart } from './chart.model';
import { colourOf, LABEL_HEIGHT, writeLabel, type Area } from './drawing';
import { shownNumber } from './scale';

type Pie = Extract<Chart, { kind: 'pie' }>;

export const PIE_HEIGHT = 150;
const RADIUS = 62;
const SWATCH = 7;

/** A circle with a part for each slice that is more than nothing, and beside it what they are. */
export function drawPie(page: Page, { slices }: Pie, area: Area): void {
  const total = slices.reduce((sum, { value }) => sum + Math.max(0, value), 0);
  const [x, y] = [area.left + RADIUS + 20, area.top + area.height / 2];
  let angle = -Math.PI / 2;
  slices.forEach(({ value }, index) => {
    if (!(value > 0)) return;
    const end = angle + (value / total) * 2 * Math.PI;
    if (value === total) page.circle(x, y, RADIUS).fill(colourOf(index));
    else page.path(wedge(x, y, angle, end)).fill(colourOf(index));
    angle = end;
  });
  const left = x + RADIUS + 30;
  slices.forEach(({ label, value }, index) => {
    const top = area.top + 6 + index * (LABEL_HEIGHT + 3);
    const part = total > 0 ? ` (${shownNumber((Math.max(0, value) / total) * 100)}%)` : '';
    page.rect(left, top + 1, SWATCH, SWATCH).fill(colourOf(index));
    const width = area.left + area.width - left - SWATCH - 4;
    writeLabel(page, `${label}  ${shownNumber(value)}${part}`, { left: left + SWATCH + 4, top, width });
  });
}

/** The outline of a slice, as a path of SVG. */
function wedge(x: number, y: number, from: number, to: number): string {
  const point = (angle: number) => `${x + RADIUS * Math.cos(angle)} ${y + RADIUS * Math.sin(angle)}`;
  const large = to - from > Math.PI ? 1 : 0;
  return `M ${x} ${y} L ${point(from)} A ${RADIUS} ${RADIUS} 0 ${large} 1 ${point(to)} Z`;
}
