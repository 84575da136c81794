import type { Page } from '../page';
import type { Chart, ChartSeries } from './chart.model';
import { colourOf, LABEL_HEIGHT, writeLabel, writeRule, type Area } from './drawing';
import { scaleOf, shownNumber, type Scale } from './scale';

type Lines = Extract<Chart, { kind: 'bar' | 'line' }>;

export const LINES_HEIGHT = 170;
const AXIS_WIDTH = 34;
const NAMES_AT_MOST = 13;
const DOT = 1.6;

/** A line for each series over categories that stand in order, as months do. */
export function drawLines(page: Page, { categories, series }: Lines, area: Area): void {
  const scale = scaleOf(series.flatMap(({ values }) => values));
  const plot = {
    left: area.left + AXIS_WIDTH,
    top: area.top + 4,
    width: area.width - AXIS_WIDTH - 16,
    height: area.height - LABEL_HEIGHT - 10,
  };
  const bottom = plot.top + plot.height;
  for (const tick of scale.ticks) {
    const y = bottom - scale.share(tick) * plot.height;
    writeRule(page, [plot.left, y], [plot.left + plot.width, y]);
    writeLabel(page, shownNumber(tick), { left: area.left, top: y - 4, width: AXIS_WIDTH - 4 }, 'right');
  }
  const step = categories.length > 1 ? plot.width / (categories.length - 1) : 0;
  const every = Math.ceil(categories.length / NAMES_AT_MOST);
  categories.forEach((category, index) => {
    if (index % every !== 0) return;
    writeLabel(page, category, { left: plot.left + index * step - 22, top: bottom + 4, width: 44 }, 'center');
  });
  series.forEach((each, index) => drawLine(page, each, scale, plot, step, colourOf(index)));
}

function drawLine(page: Page, { values }: ChartSeries, scale: Scale, plot: Area, step: number, colour: string): void {
  const points = values.map((value, index) =>
    value === null
      ? undefined
      : ([plot.left + index * step, plot.top + plot.height - scale.share(value) * plot.height] as const),
  );
  points.forEach((point, index) => {
    const before = points[index - 1];
    if (point === undefined || before === undefined) return;
    page
      .moveTo(...before)
      .lineTo(...point)
      .strokeColor(colour)
      .lineWidth(1.2)
      .stroke();
  });
  for (const point of points) if (point !== undefined) page.circle(point[0], point[1], DOT).fill(colour);
}
