import { ListCost, readConnection, requireRole, type Connection, type GraphContext } from '@redress/graphql-runtime';
import { STAFF_ROLES } from '@redress/kernel';
import type { Database } from '@redress/persistence';
import { Args, Ctx, Directive, Query, Resolver } from 'type-graphql';
import type { Purchase } from '../view-purchase/purchase.gql';
import type { PurchaseRecord } from '../view-purchase/purchase.query';
import { toPurchase } from '../view-purchase/to-purchase.gql';
import { PurchaseConnection, PurchasesArgs } from './purchase-list.gql';
import { purchaseList } from './purchase-list.query';

@Resolver()
export class PurchaseListResolver {
  constructor(private readonly database: Database) {}

  @Directive('@authenticated')
  @ListCost()
  @Query(() => PurchaseConnection, { description: 'The orders that are known; for staff.' })
  async purchases(
    @Args(() => PurchasesArgs) args: PurchasesArgs,
    @Ctx() context: GraphContext,
  ): Promise<Connection<Purchase>> {
    const { tenantId } = requireRole(context, ...STAFF_ROLES);
    const reader = this.database.reader(tenantId);
    const list = purchaseList(args.where, args.orderBy);
    return readConnection(context, reader, list, args, (record: PurchaseRecord) => toPurchase(record));
  }
}
