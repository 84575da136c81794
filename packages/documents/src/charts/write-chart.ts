import { INK, makeRoom, MARGIN, widthOf, type Page } from '../page';
import { barsHeight, drawBars } from './bar-chart';
import type { Chart } from './chart.model';
import { legendHeight, writeLegend, type Area } from './drawing';
import { drawHeatMap, heatMapHeight } from './heat-map';
import { drawLines, LINES_HEIGHT } from './line-chart';
import { drawPie, PIE_HEIGHT } from './pie-chart';

/** Draws a chart below what is there already; on the next page when it does not fit any more. */
export function writeChart(page: Page, chart: Chart): void {
  const width = widthOf(page);
  const labels = legendOf(chart);
  const [legend, height] = [legendRoom(labels, width), heightOf(chart)];
  makeRoom(page, legend + height);
  const top = page.y;
  writeLegend(page, labels, { left: MARGIN, top, width });
  draw(page, chart, { left: MARGIN, top: top + legend, width, height });
  page.fillColor(INK).y = top + legend + height;
}

/** How high a chart is, for whoever wants what stands above it to stay with it. */
export function chartHeight(page: Page, chart: Chart): number {
  return legendRoom(legendOf(chart), widthOf(page)) + heightOf(chart);
}

function legendRoom(labels: readonly string[], width: number): number {
  return labels.length === 0 ? 0 : legendHeight(labels.length, width) + 4;
}

/** A single series needs no legend: the title says what it is. A pie has its own. */
function legendOf(chart: Chart): readonly string[] {
  if (chart.kind !== 'bar' && chart.kind !== 'line') return [];
  return chart.series.length > 1 ? chart.series.map(({ label }) => label) : [];
}

function heightOf(chart: Chart): number {
  switch (chart.kind) {
    case 'bar':
      return barsHeight(chart);
    case 'line':
      return LINES_HEIGHT;
    case 'pie':
      return PIE_HEIGHT;
    case 'heat-map':
      return heatMapHeight(chart);
  }
}

function draw(page: Page, chart: Chart, area: Area): void {
  switch (chart.kind) {
    case 'bar':
      return drawBars(page, chart, area);
    case 'line':
      return drawLines(page, chart, area);
    case 'pie':
      return drawPie(page, chart, area);
    case 'heat-map':
      return drawHeatMap(page, chart, area);
  }
}
