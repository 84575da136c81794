import { fromGlobalId, requireRole, toUserErrors, type GraphContext } from '@redress/graphql-runtime';
import type { Clock, Role } from '@redress/kernel';
import type { Database } from '@redress/persistence';
import { Arg, Ctx, Directive, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { AskMetrics, MetricsAnswer } from './answer-metrics.handler';
import { categoryCodes } from './category-codes.query';
import {
  ComplaintCategory,
  MetricsFilterInput,
  MetricsQueryInput,
  MetricsResult,
  TimeWindowInput,
} from './metrics.gql';
import { FACTS_OF_COMPLAINT, type DimensionName } from './model/dimension.model';
import { METRICS } from './model/metric-registry.model';
import type { MetricsFilter, MetricsQuery } from './model/metrics-query.model';

const READERS: readonly Role[] = ['supervisor', 'finance', 'manager', 'analyst', 'auditor', 'admin'];
/** What can be told of a category: everything that belongs to complaints. */
const OF_CATEGORIES = METRICS.filter(({ fact }) => FACTS_OF_COMPLAINT.has(fact)).map(({ name }) => name);
const FIRST_INSTANT = new Date('2000-01-01T00:00:00Z');

@Resolver(() => ComplaintCategory)
export class MetricsResolver {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ask: AskMetrics,
  ) {}

  @Directive('@authenticated')
  @Query(() => MetricsResult, { description: 'Figures over declared dimensions, with what they are true for.' })
  async metrics(
    @Arg('query', () => MetricsQueryInput, { description: 'The question.' }) query: MetricsQueryInput,
    @Ctx() context: GraphContext,
  ): Promise<MetricsResult> {
    return this.answer(
      {
        metrics: query.metrics,
        groupBy: query.groupBy ?? [],
        where: filterOf(query.where),
        window: this.windowOf(query.window),
        timeZone: query.timeZone ?? 'UTC',
      },
      context,
    );
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
    const { tenantId } = requireRole(context, ...READERS);
    const codes = context.loader<string, string>('category-code', (ids) =>
      categoryCodes(this.database.reader(tenantId), ids),
    );
    const id = fromGlobalId('ComplaintCategory', category.id);
    const code = id === undefined ? null : await codes.load(id);
    if (code === null) return null;
    return this.answer(
      {
        metrics: OF_CATEGORIES,
        groupBy: [],
        where: { CATEGORY: [code] },
        window: this.windowOf(window),
        timeZone: 'UTC',
      },
      context,
    );
  }

  private async answer(query: MetricsQuery, context: GraphContext): Promise<MetricsResult> {
    const outcome = await this.ask(requireRole(context, ...READERS).tenantId, query);
    return outcome.ok
      ? toResult(outcome.value, query.groupBy)
      : { rows: [], asOf: null, userErrors: toUserErrors(outcome.refusals, context) };
  }

  /** A minute is added so that a complaint of this very moment is inside. */
  private windowOf(window: TimeWindowInput | null | undefined): TimeWindowInput {
    return window ?? { from: FIRST_INSTANT, to: new Date(this.clock.now().getTime() + 60_000) };
  }
}

const constantCase = (name: string): DimensionName =>
  name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase() as DimensionName;

/** A list that is `null` does not filter, as one that is absent. */
function filterOf(where: MetricsFilterInput | null | undefined): MetricsFilter {
  const lists = Object.entries(where ?? {}) as [string, string[] | null | undefined][];
  return Object.fromEntries(
    lists.flatMap(([name, values]) => (Array.isArray(values) ? [[constantCase(name), values]] : [])),
  );
}

function toResult({ rows, asOf }: MetricsAnswer, groupBy: readonly DimensionName[]): MetricsResult {
  return {
    rows: rows.map(({ keys, figures }) => ({
      keys: groupBy.map((dimension, index) => ({ dimension, value: keys[index] ?? null })),
      values: figures.map(({ currency = null, numerator = null, denominator = null, ...figure }) => ({
        ...figure,
        currency,
        numerator,
        denominator,
      })),
    })),
    asOf,
    userErrors: [],
  };
}
