import {
  ListCost,
  readConnection,
  requireRole,
  toMoney,
  type Connection,
  type GraphContext,
} from '@redress/graphql-runtime';
import type { Database } from '@redress/persistence';
import { Args, Ctx, Directive, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { SETTLEMENT_READERS, visibilityOf } from '../../access/access.rules';
import { SettlementConnection, SettlementsArgs, SettlementTotal } from './settlement-list.gql';
import { settlementList, settlementTotals } from './settlement-list.query';
import { toSettlement } from './to-settlement.gql';
import type { Settlement } from './settlement.gql';
import type { SettlementRecord } from './settlement.query';

/** A page that can also tell what the whole list comes to. */
interface SettlementPage extends Connection<Settlement> {
  readonly readTotals: () => Promise<SettlementTotal[]>;
}

@Resolver(() => SettlementConnection)
export class SettlementListResolver {
  constructor(private readonly database: Database) {}

  @Directive('@authenticated')
  @ListCost()
  @Query(() => SettlementConnection, { description: 'The settlements that the viewer may see.' })
  async settlements(
    @Args(() => SettlementsArgs) args: SettlementsArgs,
    @Ctx() context: GraphContext,
  ): Promise<SettlementPage> {
    const viewer = requireRole(context, ...SETTLEMENT_READERS);
    const visibility = visibilityOf(viewer);
    const reader = this.database.reader(viewer.tenantId);
    const list = settlementList(args.where, args.orderBy, visibility);
    const page = await readConnection(context, reader, list, args, (record: SettlementRecord) =>
      toSettlement(record, visibility),
    );
    const readTotals = async (): Promise<SettlementTotal[]> =>
      (await settlementTotals(reader, list)).map(({ amount, count }) => ({ amount: toMoney(amount), count }));
    return { ...page, readTotals };
  }

  @FieldResolver(() => [SettlementTotal], {
    description: 'What the whole list, not only this page, comes to in each currency; computed only when asked for.',
  })
  totals(@Root() page: SettlementPage): Promise<SettlementTotal[]> {
    return page.readTotals();
  }
}
