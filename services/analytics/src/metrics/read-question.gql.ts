import type { Actor } from '@redress/kernel';
import type { MetricsFilterInput, TimeWindowInput } from './metrics-filter.gql';
import type { AsOfInput, HavingInput, MetricsQueryInput, TopInput } from './metrics-query.gql';
import type { DimensionName } from './model/dimension.model';
import type { MetricsFilter } from './model/metrics-query.model';
import type { AskedAt, Asker } from './questions/ask-figures.handler';
import { seesPersons } from './questions/few-persons.rules';
import type { FigureChoice, FiguresQuery } from './questions/figures-query.model';

const FIRST_INSTANT = new Date('2000-01-01T00:00:00Z');

const constantCase = (name: string): DimensionName =>
  name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase() as DimensionName;

/** A list that is `null` does not filter, as one that is absent. */
export function readFilter(where: MetricsFilterInput | null | undefined): MetricsFilter {
  const lists = Object.entries(where ?? {}) as [string, string[] | null | undefined][];
  return Object.fromEntries(
    lists.flatMap(([name, values]) => (Array.isArray(values) ? [[constantCase(name), values]] : [])),
  );
}

/** What every question has beside its figures. */
export interface ScopeInput {
  readonly where?: MetricsFilterInput | null;
  readonly window?: TimeWindowInput | null;
  readonly timeZone?: string | null;
  readonly asOf?: AsOfInput | null;
}

/** The moment that is asked for, with the present filled in, so that all parts of a question have the same. */
export function readMoment(asOf: AsOfInput | null | undefined, now: Date): AskedAt & { readonly time: Date } {
  const { position, time, metricVersion, complete } = asOf ?? {};
  return {
    time: time ?? now,
    ...(typeof position === 'bigint' ? { position } : {}),
    ...(typeof metricVersion === 'number' ? { metricVersion } : {}),
    ...(typeof complete === 'boolean' ? { complete } : {}),
  };
}

/** The window that is asked for; a minute is added to the present so that a complaint of this very moment is inside. */
export function readScope(
  { where, window, timeZone }: ScopeInput,
  { time }: { readonly time: Date },
): Pick<FiguresQuery, 'where' | 'window' | 'timeZone'> {
  return {
    where: readFilter(where),
    window: window ?? { from: FIRST_INSTANT, to: new Date(time.getTime() + 60_000) },
    timeZone: timeZone ?? 'UTC',
  };
}

export const askerOf = (viewer: Actor): Asker => ({ tenantId: viewer.tenantId, seesPersons: seesPersons(viewer) });

const choice = ({ statistic, currency }: HavingInput | TopInput): Omit<FigureChoice, 'metric'> => ({
  ...(statistic === null || statistic === undefined ? {} : { statistic }),
  ...(currency === null || currency === undefined ? {} : { currency }),
});

/** The question as the metric service knows it. */
export function readQuestion(query: MetricsQueryInput, moment: { readonly time: Date }): FiguresQuery {
  const { top, having, compareTo } = query;
  return {
    metrics: [...new Set(query.metrics)],
    groupBy: query.groupBy ?? [],
    ...readScope(query, moment),
    having: (having ?? []).map(({ metric, atLeast, atMost, ...of }) => ({
      ...{ metric, ...choice({ ...of, metric }) },
      ...(atLeast === null || atLeast === undefined ? {} : { atLeast }),
      ...(atMost === null || atMost === undefined ? {} : { atMost }),
    })),
    top: top ? { metric: top.by, ...choice(top), count: top.count, rest: top.rest ?? false } : undefined,
    compareTo: compareTo ?? undefined,
    fillGaps: query.fillGaps ?? false,
    totals: query.totals ?? false,
  };
}
