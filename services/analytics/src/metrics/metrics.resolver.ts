import { fromGlobalId, requireRole, toUserErrors, type GraphContext } from '@redress/graphql-runtime';
import type { Clock } from '@redress/kernel';
import type { Database } from '@redress/persistence';
import { Arg, Ctx, Directive, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { categoryCodes } from './category-codes.query';
import { METRIC_READERS } from './metric-readers.rules';
import { TimeWindowInput } from './metrics-filter.gql';
import { MetricsQueryInput } from './metrics-query.gql';
import { ComplaintCategory, MetricsResult } from './metrics.gql';
import { FACTS_OF_COMPLAINT } from './model/dimension.model';
import { METRICS } from './model/metric-registry.model';
import type { AskedAt, AskFigures } from './questions/ask-figures.handler';
import type { FiguresQuery } from './questions/figures-query.model';
import { askerOf, readMoment, readQuestion, readScope } from './read-question.gql';
import { toMetricsResult } from './to-metrics-result.gql';

/** What can be told of a category: everything that belongs to complaints. */
const OF_CATEGORIES = METRICS.filter(({ fact }) => FACTS_OF_COMPLAINT.has(fact)).map(({ name }) => name);

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
    const scope = readScope({ ...(window ? { window } : {}) }, moment);
    const plain = { groupBy: [], having: [], top: undefined, compareTo: undefined, fillGaps: false, totals: false };
    return this.answer({ ...plain, ...scope, metrics: OF_CATEGORIES, where: { CATEGORY: [code] } }, moment, context);
  }

  private async answer(query: FiguresQuery, moment: AskedAt, context: GraphContext): Promise<MetricsResult> {
    const outcome = await this.ask(askerOf(requireRole(context, ...METRIC_READERS)), query, moment);
    if (outcome.ok) return toMetricsResult(outcome.value, query.groupBy);
    const userErrors = toUserErrors(outcome.refusals, context);
    return { rows: [], totals: null, comparedWindow: null, asOf: null, extensions: null, userErrors };
  }
}
