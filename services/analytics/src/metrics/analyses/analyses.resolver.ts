import { requireRole, toUserErrors, type GraphContext } from '@redress/graphql-runtime';
import type { Clock, Outcome } from '@redress/kernel';
import { Arg, Ctx, Directive, Query, Resolver } from 'type-graphql';
import { METRIC_READERS } from '../metric-readers.rules';
import { quotient } from '../model/figures.model';
import type { AskedAt, Asker, FiguresAnswer } from '../questions/ask-figures.handler';
import { askerOf, readMoment, readScope, type ScopeInput } from '../read-question.gql';
import { remarkEngine } from '../remark-engine.gql';
import { toMetricValue } from '../to-metrics-result.gql';
import type { Analyses, Scope } from './ask-analyses.handler';
import { AnalysisScopeInput, CohortsInput, DistributionInput, HeatMapInput, ParetoInput } from './analyses.gql';
import { CohortsResult, DistributionResult, FunnelResult, HeatMapResult, ParetoResult } from './analysis-results.gql';

const DEFAULT_WEEKS = 8;
const DEFAULT_BINS = 20;
const described = (text: string) => ({ description: text });

@Resolver()
export class AnalysesResolver {
  constructor(
    private readonly analyses: Analyses,
    private readonly clock: Clock,
  ) {}

  @Directive('@authenticated')
  @Query(() => ParetoResult, described('What makes up most of a whole.'))
  async paretoOf(
    @Arg('query', () => ParetoInput, described('The question.')) query: ParetoInput,
    @Ctx() context: GraphContext,
  ): Promise<ParetoResult> {
    const { metric, dimension, currency } = query;
    const { asker, scope, at } = this.read(query, context);
    const choice = { metric, dimension, ...(currency ? { currency } : {}) };
    return shown(await this.analyses.pareto(asker, scope, choice, at), context, { parts: [] }, ({ parts }) => ({
      parts: parts.map(({ key, figure, share = null, cumulativeShare = null }) => ({
        ...{ key, share, cumulativeShare, figure: toMetricValue(figure) },
      })),
    }));
  }

  @Directive('@authenticated')
  @Query(() => FunnelResult, described('How far the complaints received in a window have come.'))
  async funnel(
    @Arg('query', () => AnalysisScopeInput, described('Which complaints.')) query: AnalysisScopeInput,
    @Ctx() context: GraphContext,
  ): Promise<FunnelResult> {
    const { asker, scope, at } = this.read(query, context);
    return shown(await this.analyses.funnel(asker, scope, at), context, { steps: [] }, ({ steps }) => {
      const received = BigInt(steps[0]?.value ?? 0);
      return {
        steps: steps.map((figure) => ({
          figure: toMetricValue(figure),
          ofReceived: received === 0n ? null : quotient(BigInt(figure.value), received, 100n),
        })),
      };
    });
  }

  @Directive('@authenticated')
  @Query(() => CohortsResult, described('Weeks of receipt, and how soon their complaints were closed.'))
  async cohorts(
    @Arg('query', () => CohortsInput, described('The question.')) query: CohortsInput,
    @Ctx() context: GraphContext,
  ): Promise<CohortsResult> {
    const { asker, scope, at } = this.read(query, context);
    const outcome = await this.analyses.cohorts(asker, scope, query.weeks ?? DEFAULT_WEEKS, at);
    return shown(outcome, context, { cohorts: [] }, ({ cohorts }) => ({
      cohorts: cohorts.map(({ steps, ...cohort }) => ({
        ...cohort,
        steps: steps.map(({ share = null, ...step }) => ({ ...step, share })),
      })),
    }));
  }

  @Directive('@authenticated')
  @Query(() => HeatMapResult, described('A figure over two dimensions, with every combination of their values.'))
  async heatMap(
    @Arg('query', () => HeatMapInput, described('The question.')) query: HeatMapInput,
    @Ctx() context: GraphContext,
  ): Promise<HeatMapResult> {
    const { metric, x, y, statistic, currency } = query;
    const { asker, scope, at } = this.read(query, context);
    const choice = { metric, x, y, ...(statistic ? { statistic } : {}), ...(currency ? { currency } : {}) };
    const outcome = await this.analyses.heatMap(asker, scope, choice, at);
    return shown(outcome, context, { columns: [], rows: [] }, ({ grid }) => ({
      columns: [...grid.columns],
      rows: grid.rows.map(({ key, cells }) => ({
        key,
        cells: cells.map((figure) => (figure === undefined ? null : toMetricValue(figure))),
      })),
    }));
  }

  @Directive('@authenticated')
  @Query(() => DistributionResult, described('How spans of time lie: percentiles and a histogram.'))
  async distribution(
    @Arg('query', () => DistributionInput, described('The question.')) query: DistributionInput,
    @Ctx() context: GraphContext,
  ): Promise<DistributionResult> {
    const { asker, scope, at } = this.read(query, context);
    const choice = { metric: query.metric, bins: query.bins ?? DEFAULT_BINS };
    const outcome = await this.analyses.distribution(asker, scope, choice, at);
    return shown(outcome, context, { figures: [], percentiles: [], bins: [] }, ({ figures, percentiles, bins }) => ({
      figures: figures.map(toMetricValue),
      percentiles: [...percentiles],
      bins: bins.map(({ fromMs, toMs, count, share }) => ({
        ...{ fromMilliseconds: BigInt(fromMs), toMilliseconds: toMs === undefined ? null : BigInt(toMs), count, share },
      })),
    }));
  }

  private read(
    query: ScopeInput,
    context: GraphContext,
  ): { readonly asker: Asker; readonly scope: Scope; readonly at: AskedAt } {
    const asker = askerOf(requireRole(context, ...METRIC_READERS));
    const at = readMoment(query.asOf, this.clock.now());
    return { asker, scope: readScope(query, at), at };
  }
}

/** An answer in the shape of its field; a refused one has none of it. */
function shown<Value extends Pick<FiguresAnswer, 'asOf' | 'engine'>, Shape>(
  outcome: Outcome<Value>,
  context: GraphContext,
  nothing: Shape,
  shape: (value: Value) => Shape,
) {
  if (!outcome.ok) {
    return { ...nothing, asOf: null, extensions: null, userErrors: toUserErrors(outcome.refusals, context) };
  }
  const { asOf, engine } = outcome.value;
  remarkEngine(context, engine);
  return { ...shape(outcome.value), asOf, extensions: { engine }, userErrors: [] };
}
