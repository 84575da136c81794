import type { CellQuery } from '../../metrics/cases-behind/cell.model';
import { startOf } from '../model/local-day.model';
import { FIGURE_DEFINITIONS } from '../model/series.model';
import type { Signal } from '../model/signal.model';

/** The cell of the figures in which the complaints of a signal lie. */
export function signalCell(
  { figure, dimension, value, windowFrom, windowTo }: Signal,
  timeZone: string,
): CellQuery['query'] {
  const { metric, observed = metric } = FIGURE_DEFINITIONS[figure];
  return {
    metrics: [observed],
    groupBy: [],
    where: { [dimension]: [value] },
    window: { from: startOf(windowFrom, timeZone), to: startOf(windowTo, timeZone) },
    timeZone,
  };
}
