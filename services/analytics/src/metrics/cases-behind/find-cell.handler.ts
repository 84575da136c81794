import { accept, refuse, type Outcome } from '@redress/kernel';
import type { AsOf } from '../answer-metrics.handler';
import { FACTS_OF_COMPLAINT } from '../model/dimension.model';
import { metric } from '../model/metric-registry.model';
import type { MetricFigure } from '../model/metrics-answer.model';
import { checkMetricsQuery } from '../model/metrics-query.model';
import type { AskedAt, Asker, AskFigures, FiguresAnswer } from '../questions/ask-figures.handler';
import { simply, type FiguresRefusal } from '../questions/figures-query.model';
import { cellQuery, type Cell, type CellQuery } from './cell.model';

/** A cell with its figures, from which its rows can be read at the same moment. */
export interface FoundCell extends Pick<FiguresAnswer, 'asOf' | 'engine'> {
  readonly figures: readonly MetricFigure[];
  /** Undefined when nothing can be in the cell. */
  readonly rows: (CellQuery & { readonly at: AsOf }) | undefined;
}

/** Asks for the cell as for any figure, with all that is refused there, so that its rows are those of the figure. */
export async function findCell(
  ask: AskFigures,
  asker: Asker,
  cell: Cell,
  at: AskedAt,
): Promise<Outcome<FoundCell, FiguresRefusal>> {
  if (!FACTS_OF_COMPLAINT.has(metric(cell.metric).fact)) {
    return refuse({
      code: 'ANALYTICS_NO_CASES_BEHIND',
      path: ['cell', 'metric'],
      facts: { metric: cell.metric },
    });
  }
  const { where, window, timeZone } = cell;
  const whole = {
    where,
    window,
    timeZone,
    metrics: [cell.metric],
    groupBy: cell.keys.map(({ dimension }) => dimension),
  };
  const checked = checkMetricsQuery(whole);
  if (!checked.ok) return checked;
  const found = cellQuery(cell);
  const answer = await ask(asker, simply(found?.query ?? whole), at);
  if (!answer.ok) return answer;
  const { rows, asOf, engine } = answer.value;
  if (found === undefined) return accept({ figures: [], rows: undefined, asOf, engine });
  const row = rows.find(({ keys }) => keys.every((key, index) => key === found.values[index]));
  return accept({ figures: row?.figures ?? [], rows: { ...found, at: asOf }, asOf, engine });
}
