import {
  ConnectionArgs,
  ListCost,
  requireRole,
  toGlobalId,
  toUserErrors,
  type Connection,
  type GraphContext,
} from '@redress/graphql-runtime';
import type { Clock } from '@redress/kernel';
import type { Database } from '@redress/persistence';
import { Arg, Args, Ctx, Directive, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { askedElsewhere } from '../asked-elsewhere.rules';
import { METRIC_READERS } from '../metric-readers.rules';
import type { AskFigures } from '../questions/ask-figures.handler';
import { askerOf, readMoment, readScope } from '../read-question.gql';
import { remarkEngine } from '../remark-engine.gql';
import { toMetricValue } from '../to-metrics-result.gql';
import { CaseBehindConnection, CasesBehindResult, MetricCellInput, type CaseBehind } from './cases-behind.gql';
import { casesBehind } from './cases-behind.query';
import { findCell, type FoundCell } from './find-cell.handler';

/** An answer that still knows which rows it is about. */
interface Found extends CasesBehindResult {
  readonly rows: FoundCell['rows'];
  readonly among: boolean;
}

@Resolver(() => CasesBehindResult)
export class CasesBehindResolver {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ask: AskFigures,
  ) {}

  @Directive('@authenticated')
  @Query(() => CasesBehindResult, {
    description: 'The complaints behind a figure, at the moment of the figure; as many as a count says.',
  })
  async casesBehind(
    @Arg('cell', () => MetricCellInput, { description: 'Which figure.' }) cell: MetricCellInput,
    @Ctx() context: GraphContext,
  ): Promise<Found> {
    const asker = askerOf(requireRole(context, ...METRIC_READERS));
    const moment = readMoment(cell.asOf, this.clock.now());
    const among = cell.among ?? false;
    const keys = (cell.keys ?? []).map(({ dimension, value = null }) => ({ dimension, value }));
    const asked = { ...readScope(cell, moment), metric: cell.metric, keys, among };
    const outcome = await findCell(this.ask, asker, asked, moment);
    if (!outcome.ok) {
      const refusals = askedElsewhere(outcome.refusals, ['cell'], { groupBy: 'keys', metrics: 'metric' });
      const userErrors = toUserErrors(refusals, context);
      return { values: [], asOf: null, userErrors, rows: undefined, among };
    }
    const { figures, asOf, rows, engine } = outcome.value;
    remarkEngine(context, engine);
    return { values: figures.map(toMetricValue), asOf, userErrors: [], rows, among };
  }

  @ListCost()
  @FieldResolver(() => CaseBehindConnection, {
    nullable: true,
    description: 'What the figure counts, the latest first; none when nothing can be in the cell.',
  })
  async cases(
    @Root() { rows, among }: Found,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: GraphContext,
  ): Promise<Connection<CaseBehind> | null> {
    if (rows === undefined) return null;
    const reader = this.database.reader(context.viewer.tenantId);
    return casesBehind(context, reader, { ...rows, among }, args, ({ complaintId, at }) => ({
      ...{ complaint: { id: toGlobalId('Complaint', complaintId) }, at },
    }));
  }
}
