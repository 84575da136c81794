import { toGlobalId } from '@redress/graphql-runtime';
import { centreOf } from '../model/control-chart.model';
import { DEFINITIONS } from '../model/rule-definitions.model';
import { titleOfRise } from '../model/series-words.model';
import type { Signal } from '../model/signal.model';
import type { SignalChart } from './signal-chart.gql';
import type { SignalView } from './signal.gql';

export function toSignal(signal: Signal): SignalView {
  const { id, version, state, figure, dimension, value, rule, observed, expected, lower, upper, probability } = signal;
  return {
    ...{ version, state, figure, dimension, value, rule, observed, expected, lower, upper, probability },
    id: toGlobalId('Signal', id),
    title: titleOfRise(signal),
    from: signal.windowFrom,
    to: signal.windowTo,
    score: signal.score / 1000,
    ongoing: signal.endedOn === undefined,
    endedOn: signal.endedOn ?? null,
    asOf: signal.asOf,
    openedAt: signal.openedAt,
    decidedBy: signal.decidedBy ?? null,
    decidedAt: signal.decidedAt ?? null,
    reason: signal.reason ?? null,
  };
}

export function toChart({ chart, rule }: Signal): SignalChart {
  return {
    grain: chart.grain,
    baseline: chart.baseline,
    centre: centreOf(chart),
    points: chart.points.map(({ average, averageUpper, ...point }) => ({
      ...point,
      ewma: average,
      ewmaUpper: averageUpper,
    })),
    rule,
    ruleInWords: DEFINITIONS[rule].definition,
  };
}
