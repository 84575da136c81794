import {
  fromGlobalId,
  ListCost,
  PublicError,
  readConnection,
  requireRole,
  toMoney,
  type Connection,
  type GraphContext,
} from '@redress/graphql-runtime';
import type { Database } from '@redress/persistence';
import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Directive, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import { isStaff, SETTLEMENT_READERS, visibilityOf } from '../../access/access.rules';
import type { SavedViews } from '../../saved-view/model/saved-view.repository';
import { usableConditions } from '../../saved-view/view-views/saved-conditions.gql';
import { SettlementConnection, SettlementsArgs, SettlementTotal } from './settlement-list.gql';
import { settlementList, settlementTotals, type SettlementListRequest } from './settlement-list.query';
import type { SettlementWhereInput } from './settlement-where.gql';
import type { Settlement } from './settlement.gql';
import type { SettlementRecord } from './settlement.query';
import { toSettlement } from './to-settlement.gql';

/** A page that can also tell what the whole list comes to. */
interface SettlementPage extends Connection<Settlement> {
  readonly readTotals: () => Promise<SettlementTotal[]>;
}

@Resolver(() => SettlementConnection)
export class SettlementListResolver {
  constructor(
    private readonly database: Database,
    private readonly views: SavedViews,
  ) {}

  @Directive('@authenticated')
  @ListCost()
  @Query(() => SettlementConnection, { description: 'The settlements that the viewer may see.' })
  async settlements(
    @Args(() => SettlementsArgs) args: SettlementsArgs,
    @Ctx() context: GraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<SettlementPage> {
    const viewer = requireRole(context, ...SETTLEMENT_READERS);
    const visibility = visibilityOf(viewer);
    const reader = this.database.reader(viewer.tenantId);
    const list = settlementList(await this.requested(args, context, info), visibility);
    const page = await readConnection(context, reader, list, args, (record: SettlementRecord) =>
      toSettlement(record, visibility),
    );
    const readTotals = async (): Promise<SettlementTotal[]> =>
      (await settlementTotals(reader, list)).map(({ amount, count, byState }) => ({
        amount: toMoney(amount),
        count,
        byState: byState.map((each) => ({ ...each, amount: toMoney(each.amount) })),
      }));
    return { ...page, readTotals };
  }

  @FieldResolver(() => [SettlementTotal], {
    description: 'What the whole list, not only this page, comes to in each currency; computed only when asked for.',
  })
  totals(@Root() page: SettlementPage): Promise<SettlementTotal[]> {
    return page.readTotals();
  }

  /** What is asked for, with what the view holds. */
  private async requested(
    { where, orderBy, search, view }: SettlementsArgs,
    { viewer }: GraphContext,
    { schema }: GraphQLResolveInfo,
  ): Promise<SettlementListRequest> {
    if (view === undefined) return { where, orderBy, search };
    const id = fromGlobalId('SettlementView', view);
    const mayUse = id !== undefined && isStaff(viewer);
    const reader = this.database.reader(viewer.tenantId);
    const [saved] = mayUse ? await this.views.usableBy(reader, viewer.subject, id) : [];
    if (saved === undefined) throw new PublicError('FILTER_INVALID', 'There is no such view.', { dimension: 'view' });
    const conditions = [usableConditions(schema, saved), where].filter((each) => each !== undefined);
    return { where: { AND: conditions } as SettlementWhereInput, orderBy: orderBy ?? saved.orderBy, search };
  }
}
