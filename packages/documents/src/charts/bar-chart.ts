import type { Page } from '../page';
import type { Chart } from './chart.model';
import { colourOf, LABEL_HEIGHT, writeLabel, writeRule, type Area } from './drawing';
import { scaleOf, shownNumber } from './scale';

type Bars = Extract<Chart, { kind: 'bar' | 'line' }>;

const NAMES_SHARE = 0.24;
const BAR_HEIGHT = 9;
const GAP = 5;

/** How high a line of bars is, one for each series. */
function lineHeight({ series }: Bars): number {
  return Math.max(1, series.length) * BAR_HEIGHT + GAP;
}

/** How high the bars are with their axis. */
export function barsHeight(chart: Bars): number {
  return chart.categories.length * lineHeight(chart) + LABEL_HEIGHT + 4;
}

/** Bars that lie, because names of categories are long in every language. */
export function drawBars(page: Page, chart: Bars, area: Area): void {
  const scale = scaleOf(chart.series.flatMap(({ values }) => values));
  const names = area.width * NAMES_SHARE;
  // What stands behind the longest bar needs room too.
  const [left, width] = [area.left + names + 4, area.width - names - 44];
  const bottom = area.top + area.height - LABEL_HEIGHT - 2;
  for (const tick of scale.ticks) {
    const x = left + scale.share(tick) * width;
    writeRule(page, [x, area.top], [x, bottom]);
    writeLabel(page, shownNumber(tick), { left: x - 20, top: bottom + 2, width: 40 }, 'center');
  }
  const zero = left + scale.share(0) * width;
  chart.categories.forEach((category, line) => {
    const top = area.top + line * lineHeight(chart) + GAP / 2;
    writeLabel(page, category, { left: area.left, top, width: names }, 'right');
    chart.series.forEach(({ values }, index) => {
      const value = values[line] ?? null;
      if (value === null) return;
      const x = left + scale.share(value) * width;
      const y = top + index * BAR_HEIGHT;
      page.rect(Math.min(zero, x), y, Math.abs(x - zero), BAR_HEIGHT - 2).fill(colourOf(index));
      writeLabel(page, shownNumber(value), { left: Math.max(zero, x) + 3, top: y - 1, width: 40 });
    });
  });
}
