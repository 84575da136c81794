import type { GraphContext } from '@redress/graphql-runtime';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { DisputedLine } from '../../settlement/view-settlements/settlement.gql';
import { Purchase } from './purchase.gql';
import type { PurchaseLoader } from './purchase.loader';

@Resolver(() => DisputedLine)
export class PurchaseOfLineResolver {
  constructor(private readonly purchases: PurchaseLoader) {}

  @FieldResolver(() => Purchase, {
    nullable: true,
    description: 'The order, with what may still be given back for each of its lines; for staff only.',
  })
  purchase(@Root() { orderNumber }: DisputedLine, @Ctx() context: GraphContext): Promise<Purchase | null> {
    return this.purchases.find(context, 'orderNumber', orderNumber.trim());
  }
}
