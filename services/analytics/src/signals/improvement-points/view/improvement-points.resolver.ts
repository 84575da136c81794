import {
  fromGlobalId,
  ListCost,
  PublicError,
  readConnection,
  requireRole,
  type Connection,
  type GraphContext,
} from '@redress/graphql-runtime';
import type { Clock } from '@redress/kernel';
import type { Database } from '@redress/persistence';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { localDayOf } from '../../model/local-day.model';
import { SIGNAL_READERS } from '../../model/signal-access.rules';
import { SignalView } from '../../view-signals/signal.gql';
import type { SignalLoader } from '../../view-signals/signal.loader';
import { toSignal } from '../../view-signals/to-signal.gql';
import type { WatchZoneLoader } from '../../view-signals/watch-zone.loader';
import { isMonth } from '../model/month.model';
import { ImprovementPoint, ImprovementPointConnection, ImprovementPointsArgs } from './improvement-point.gql';
import type { ImprovementPointLoader } from './improvement-point.loader';
import { improvementPointList, pointOfRow, type ImprovementPointRow } from './improvement-points.query';
import { toImprovementPoint, type ShownPoint } from './to-improvement-point.gql';

/** What the resolver reads from. */
export interface ImprovementPointSources {
  readonly database: Database;
  readonly clock: Clock;
  readonly zone: WatchZoneLoader;
  readonly signals: SignalLoader;
  readonly points: ImprovementPointLoader;
}

@Resolver(() => ImprovementPoint)
export class ImprovementPointsResolver {
  constructor(private readonly sources: ImprovementPointSources) {}

  @Directive('@authenticated')
  @ListCost()
  @Query(() => ImprovementPointConnection, {
    description: 'What is to be improved, the latest month first. For supervisors, managers, analysts and auditors.',
  })
  improvementPoints(
    @Args(() => ImprovementPointsArgs) { month, states, ...page }: ImprovementPointsArgs,
    @Ctx() context: GraphContext,
  ): Promise<Connection<ShownPoint>> {
    const { tenantId } = requireRole(context, ...SIGNAL_READERS);
    if (typeof month === 'string' && !isMonth(month)) {
      throw new PublicError('FILTER_INVALID', 'month must be a month such as 2026-11.');
    }
    const list = improvementPointList(month ?? undefined, states ?? undefined);
    return readConnection(context, this.sources.database.reader(tenantId), list, page, (row: ImprovementPointRow) =>
      toImprovementPoint(pointOfRow(row)),
    );
  }

  @Directive('@authenticated')
  @Query(() => ImprovementPoint, {
    nullable: true,
    description:
      'An improvement point; null when there is none of that id. For supervisors, managers, analysts and auditors.',
  })
  async improvementPoint(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() context: GraphContext,
  ): Promise<ShownPoint | null> {
    requireRole(context, ...SIGNAL_READERS);
    const pointId = fromGlobalId('ImprovementPoint', id);
    const found = pointId === undefined ? null : await this.sources.points.find(context, pointId);
    return found === null ? null : toImprovementPoint(found);
  }

  @FieldResolver(() => SignalView, {
    nullable: true,
    description: 'The rise that suggests it; none for the largest parts.',
  })
  async signal(@Root() { signalId }: ShownPoint, @Ctx() context: GraphContext): Promise<SignalView | null> {
    const found = signalId === undefined ? null : await this.sources.signals.find(context, signalId);
    return found === null ? null : toSignal(found);
  }

  @FieldResolver(() => Boolean, { description: 'Whether it is adopted, not done, and its day has passed.' })
  async overdue(@Root() { state, dueOn }: ShownPoint, @Ctx() context: GraphContext): Promise<boolean> {
    if (state !== 'ADOPTED' || dueOn === null) return false;
    const { zone, clock } = this.sources;
    return dueOn < localDayOf(clock.now(), await zone.find(context));
  }
}
