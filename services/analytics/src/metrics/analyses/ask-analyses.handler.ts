import { accept, refuse, type Outcome } from '@redress/kernel';
import type { DimensionName } from '../model/dimension.model';
import { metric, type MetricName } from '../model/metric-registry.model';
import type { MetricFigure, MetricsRow } from '../model/metrics-answer.model';
import type { MetricsQuery } from '../model/metrics-query.model';
import { isGrain } from '../model/dimension.model';
import { MAXIMUM_GROUPS, tooManyGroups } from '../model/metrics-query.model';
import { statisticRefusal } from '../questions/check-figures.rules';
import { chosen } from '../questions/choose-rows.decide';
import type { AskedAt, Asker, AskFigures, FiguresAnswer } from '../questions/ask-figures.handler';
import { simply, type FigureChoice, type FiguresRefusal } from '../questions/figures-query.model';
import { figuresOfNothing } from '../questions/nothing.model';
import { cohortsOf, WEEK_MS, type Cohort } from './cohorts.decide';
import { binsOf, edgesFor, PERCENTILES, type Bin } from './distribution.decide';
import { gridOf, type Grid } from './heat-map.decide';
import { paretoOf, type ParetoPart } from './pareto.decide';

export const MAXIMUM_BINS = 100;
export const MAXIMUM_WEEKS = 53;

/** Which rows a question is about. */
export type Scope = Pick<MetricsQuery, 'where' | 'window' | 'timeZone'>;
type Answered<Value> = Promise<Outcome<Value & Pick<FiguresAnswer, 'asOf' | 'engine'>, FiguresRefusal>>;

/** How spans of time lie. */
export interface Distribution {
  readonly figures: readonly MetricFigure[];
  readonly percentiles: readonly { readonly percent: number; readonly milliseconds: bigint }[];
  readonly bins: readonly Bin[];
}

/** How far complaints came, in order. */
const FUNNEL = [
  'COMPLAINTS_RECEIVED',
  'COMPLAINTS_ACKNOWLEDGED',
  'COMPLAINTS_ACCEPTED',
  'COMPLAINTS_REPLIED_TO',
  'COMPLAINTS_DECIDED',
  'COMPLAINTS_EXECUTED',
  'COMPLAINTS_CLOSED',
] as const satisfies readonly MetricName[];

const limited = (code: FiguresRefusal, path: string, limit: number) =>
  refuse({ code, path: ['query', path], facts: { limit }, details: { limit } });

/** The one figure of each row that is meant; undefined when there are several, of several currencies. */
function single(
  rows: readonly MetricsRow[],
  choice: FigureChoice,
): readonly { readonly keys: MetricsRow['keys']; readonly figure: MetricFigure | undefined }[] | undefined {
  const found = rows.map(({ keys, figures }) => ({ keys, figures: chosen(figures, choice) }));
  const currencies = new Set(found.flatMap(({ figures }) => figures.map(({ currency }) => currency)));
  return currencies.size > 1 ? undefined : found.map(({ keys, figures: [figure] }) => ({ keys, figure }));
}

const currencyNeeded = () => refuse({ code: 'ANALYTICS_CURRENCY_NEEDED' as const, path: ['query', 'currency'] });

/** Questions that are made of figures and answered in a shape of their own. */
export class Analyses {
  constructor(private readonly ask: AskFigures) {}

  async pareto(
    asker: Asker,
    scope: Scope,
    { dimension, ...choice }: FigureChoice & { readonly dimension: DimensionName },
    at: AskedAt,
  ): Answered<{ readonly parts: readonly ParetoPart[] }> {
    const { kind } = metric(choice.metric).measure;
    if (kind !== 'count' && kind !== 'sum') {
      return refuse({ code: 'ANALYTICS_NOT_ADDITIVE', path: ['query', 'metric'], facts: { metric: choice.metric } });
    }
    const answer = await this.ask(asker, simply({ ...scope, metrics: [choice.metric], groupBy: [dimension] }), at);
    if (!answer.ok) return answer;
    const figures = single(answer.value.rows, choice);
    if (figures === undefined) return currencyNeeded();
    const parts = paretoOf(
      figures.flatMap(({ keys, figure }) => (figure === undefined ? [] : [{ key: keys[0] ?? null, figure }])),
    );
    return accept({ parts, asOf: answer.value.asOf, engine: answer.value.engine });
  }

  async funnel(asker: Asker, scope: Scope, at: AskedAt): Answered<{ readonly steps: readonly MetricFigure[] }> {
    const answer = await this.ask(asker, simply({ ...scope, metrics: FUNNEL, groupBy: [] }), at);
    if (!answer.ok) return answer;
    const { rows, asOf, engine } = answer.value;
    return accept({ steps: rows[0]?.figures ?? figuresOfNothing(FUNNEL), asOf, engine });
  }

  async cohorts(
    asker: Asker,
    scope: Scope,
    weeks: number,
    at: AskedAt,
  ): Answered<{ readonly cohorts: readonly Cohort[] }> {
    if (weeks < 1 || weeks > MAXIMUM_WEEKS) return limited('ANALYTICS_WEEKS_INVALID', 'weeks', MAXIMUM_WEEKS);
    const metrics = ['COMPLAINTS_RECEIVED', 'TIME_TO_CLOSING_OF_RECEIVED'] as const;
    const edges = Array.from({ length: weeks }, (_, index) => (index + 1) * WEEK_MS);
    const query = { ...scope, metrics, groupBy: ['WEEK'] as const, spread: { percentiles: [], edges } };
    const answer = await this.ask(asker, simply(query), at);
    if (!answer.ok) return answer;
    const { rows, asOf, engine } = answer.value;
    return accept({ cohorts: cohortsOf(rows, { weeks, timeZone: scope.timeZone, time: asOf.time }), asOf, engine });
  }

  async heatMap(
    asker: Asker,
    scope: Scope,
    { x, y, ...choice }: FigureChoice & { readonly x: DimensionName; readonly y: DimensionName },
    at: AskedAt,
  ): Answered<{ readonly grid: Grid }> {
    if (x === y) return refuse({ code: 'ANALYTICS_SAME_DIMENSION', path: ['query', 'y'] });
    const foreign = statisticRefusal(choice, ['statistic']);
    if (foreign !== undefined) return foreign;
    const query = simply({ ...scope, metrics: [choice.metric], groupBy: [x, y] });
    const answer = await this.ask(asker, { ...query, fillGaps: isGrain(x) || isGrain(y) }, at);
    if (!answer.ok) return answer;
    const { rows, asOf, engine } = answer.value;
    const groups = single(rows, choice);
    if (groups === undefined) return currencyNeeded();
    const grid = gridOf(groups, figuresOfNothing([choice.metric])[0], MAXIMUM_GROUPS);
    return grid === undefined ? tooManyGroups() : accept({ grid, asOf, engine });
  }

  async distribution(
    asker: Asker,
    scope: Scope,
    { metric: name, bins }: { readonly metric: MetricName; readonly bins: number },
    at: AskedAt,
  ): Answered<Distribution> {
    const { kind } = metric(name).measure;
    if (kind !== 'duration' && kind !== 'worked') {
      return refuse({ code: 'ANALYTICS_NOT_A_DURATION', path: ['query', 'metric'], facts: { metric: name } });
    }
    if (bins < 1 || bins > MAXIMUM_BINS) return limited('ANALYTICS_BINS_INVALID', 'bins', MAXIMUM_BINS);
    const plain = simply({ ...scope, metrics: [name], groupBy: [] });
    const first = await this.ask(asker, { ...plain, spread: { percentiles: PERCENTILES, edges: [] } }, at);
    if (!first.ok) return first;
    const { rows, asOf, engine } = first.value;
    const figures = rows[0]?.figures ?? [];
    const percentiles = (figures[0]?.spread?.percentiles ?? []).map((milliseconds, index) => ({
      ...{ percent: PERCENTILES[index] ?? 0, milliseconds: BigInt(milliseconds) },
    }));
    const longest = percentiles.at(-1);
    if (longest === undefined) return accept({ figures, percentiles, bins: [], asOf, engine });
    const edges = edgesFor(Number(longest.milliseconds), bins);
    const second = await this.ask(asker, { ...plain, spread: { percentiles: [], edges } }, asOf);
    if (!second.ok) return second;
    const counted = second.value.rows[0]?.figures[0];
    return accept({ figures, percentiles, bins: counted === undefined ? [] : binsOf(counted, edges), asOf, engine });
  }
}
