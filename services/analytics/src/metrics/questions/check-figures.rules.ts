import { refuse, type Outcome } from '@redress/kernel';
import { isGrain } from '../model/dimension.model';
import { metric } from '../model/metric-registry.model';
import type { Measure } from '../model/metric.model';
import type { Statistic } from '../model/metrics-answer.model';
import { MAXIMUM_TOP, type FigureChoice, type FiguresQuery, type FiguresRefusal } from './figures-query.model';

type Refused = Extract<Outcome<never, FiguresRefusal>, { readonly ok: false }>;

/** What each kind of measure tells; the first is what is meant when none is named. */
const STATISTICS: Readonly<Record<Measure['kind'], readonly [Statistic, ...Statistic[]]>> = {
  count: ['COUNT'],
  distinct: ['DISTINCT'],
  share: ['SHARE'],
  sum: ['SUM'],
  average: ['MEAN'],
  duration: ['MEAN', 'MEDIAN', 'P90', 'COUNT'],
  worked: ['MEAN', 'MEDIAN', 'P90', 'COUNT'],
};

/** The statistic that is meant of a metric. */
export const statisticOf = ({ metric: name, statistic }: FigureChoice): Statistic =>
  statistic ?? STATISTICS[metric(name).measure.kind][0];

const refused = (code: FiguresRefusal, path: readonly string[], more: object = {}): Refused =>
  refuse({ code, path: ['query', ...path], ...more }) as Refused;

function choiceRefusal({ metrics }: FiguresQuery, choice: FigureChoice, path: readonly string[]): Refused | undefined {
  const { metric: name } = choice;
  if (!metrics.includes(name)) {
    return refused('ANALYTICS_METRIC_NOT_ASKED', path, { facts: { metric: name }, details: { allowed: metrics } });
  }
  return statisticRefusal(choice, path);
}

/** Refuses a statistic that a metric does not have. */
export function statisticRefusal(
  { metric: name, statistic }: FigureChoice,
  path: readonly string[],
): Refused | undefined {
  const allowed = STATISTICS[metric(name).measure.kind];
  if (statistic === undefined || allowed.includes(statistic)) return undefined;
  return refused('ANALYTICS_STATISTIC_NOT_OF_METRIC', path, {
    facts: { metric: name, statistic },
    details: { allowed },
  });
}

function topRefusal(query: FiguresQuery): Refused | undefined {
  const { top, groupBy } = query;
  if (top === undefined) return undefined;
  const [first] = groupBy;
  if (first === undefined || isGrain(first)) return refused('ANALYTICS_TOP_NEEDS_GROUPS', ['top']);
  if (top.count < 1 || top.count > MAXIMUM_TOP) {
    const limit = MAXIMUM_TOP;
    return refused('ANALYTICS_TOP_COUNT_INVALID', ['top', 'count'], { facts: { limit }, details: { limit } });
  }
  return choiceRefusal(query, top, ['top', 'by']);
}

/** Why a question cannot be put beyond what every question for figures is refused for. */
export function figuresRefusal(query: FiguresQuery): Refused | undefined {
  for (const [index, having] of query.having.entries()) {
    const path = ['having', String(index)];
    const wrong = choiceRefusal(query, having, path);
    if (wrong !== undefined) return wrong;
    if (having.atLeast === undefined && having.atMost === undefined) return refused('ANALYTICS_BOUNDS_MISSING', path);
  }
  if (query.fillGaps && !query.groupBy.some(isGrain)) return refused('ANALYTICS_GAPS_NEED_TIME', ['fillGaps']);
  return topRefusal(query);
}
