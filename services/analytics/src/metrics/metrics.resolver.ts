import { fromGlobalId, requireRole, toUserErrors, type GraphContext } from '@redress/graphql-runtime';
import type { Clock } from '@redress/kernel';
import type { Database } from '@redress/persistence';
import { Arg, Ctx, Directive, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { categoryCodes } from './category-codes.query';
import { figuresOfCategories } from './figures-of-categories.handler';
import { METRIC_READERS } from './metric-readers.rules';
import { TimeWindowInput } from './metrics-filter.gql';
import { MetricsQueryInput } from './metrics-query.gql';
import { ComplaintCategory, MetricsResult } from './metrics.gql';
import type { AskedAt, AskFigures } from './questions/ask-figures.handler';
import type { FiguresQuery } from './questions/figures-query.model';
import { askerOf, readMoment, readQuestion, readScope } from './read-question.gql';
import { remarkEngine } from './remark-engine.gql';
import { toMetricsResult } from './to-metrics-result.gql';

type FiguresOutcome = Awaited<ReturnType<AskFigures>>;

@Resolver(() => ComplaintCategory)
export class MetricsResolver {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ask: AskFigures,
  ) {}

  @Directive('@authenticated')
  @Query(() => MetricsResult, { description: 'Figures over declared dimensions, with what they are true for.' })
  async metrics(
    @Arg('query', () => MetricsQueryInput, { description: 'The question.' }) query: MetricsQueryInput,
    @Ctx() context: GraphContext,
  ): Promise<MetricsResult> {
    const moment = readMoment(query.asOf, this.clock.now());
    return this.answer(readQuestion(query, moment), moment, context);
  }

  @FieldResolver(() => MetricsResult, {
    nullable: true,
    name: 'metrics',
    description: 'All figures of the category, in one row; none for a category without complaints.',
  })
  async ofCategory(
    @Root() category: ComplaintCategory,
    @Arg('window', () => TimeWindowInput, {
      nullable: true,
      description: 'Which time; everything up to now unless told.',
    })
    window: TimeWindowInput | null | undefined,
    @Ctx() context: GraphContext,
  ): Promise<MetricsResult | null> {
    const { tenantId } = requireRole(context, ...METRIC_READERS);
    const codes = context.loader<string, string>('category-code', (ids) =>
      categoryCodes(this.database.reader(tenantId), ids),
    );
    const id = fromGlobalId('ComplaintCategory', category.id);
    const code = id === undefined ? null : await codes.load(id);
    if (code === null) return null;
    const moment = readMoment(undefined, this.clock.now());
    const { window: asked, timeZone } = readScope({ ...(window ? { window } : {}) }, moment);
    const name = window ? `${asked.from.toISOString()} ${asked.to.toISOString()}` : 'until now';
    const asker = askerOf(context.viewer);
    const figures = context.loader<string, FiguresOutcome>(`category-figures ${name}`, (all) =>
      figuresOfCategories(this.ask, asker, all, { window: asked, timeZone }, moment),
    );
    const outcome = await figures.load(code);
    return outcome === null ? null : shown(outcome, [], context);
  }

  private async answer(query: FiguresQuery, moment: AskedAt, context: GraphContext): Promise<MetricsResult> {
    const outcome = await this.ask(askerOf(requireRole(context, ...METRIC_READERS)), query, moment);
    return shown(outcome, query.groupBy, context);
  }
}

function shown(outcome: FiguresOutcome, groupBy: FiguresQuery['groupBy'], context: GraphContext): MetricsResult {
  if (outcome.ok) {
    remarkEngine(context, outcome.value.engine);
    return toMetricsResult(outcome.value, groupBy);
  }
  const userErrors = toUserErrors(outcome.refusals, context);
  return { rows: [], totals: null, comparedWindow: null, asOf: null, extensions: null, userErrors };
}
