import { fromGlobalId, requireRole, type GraphContext } from '@redress/graphql-runtime';
import { STAFF_ROLES } from '@redress/kernel';
import { Arg, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Settlement } from '../../settlement/view-settlements/settlement.gql';
import type { SettlementLoader } from '../../settlement/view-settlements/settlement.loader';
import { WHOLE_ORDER } from '../model/purchase.model';
import { PurchaseCharge } from './purchase-charge.gql';
import { Purchase, PurchaseLine, PurchasePayment } from './purchase.gql';
import type { PurchaseLoader } from './purchase.loader';

@Resolver(() => Purchase)
export class PurchaseResolver {
  constructor(private readonly purchases: PurchaseLoader) {}

  @Directive('@authenticated')
  @Query(() => Purchase, { nullable: true, description: 'An order by its id; for staff.' })
  purchase(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() context: GraphContext,
  ): Promise<Purchase | null> | null {
    requireRole(context, ...STAFF_ROLES);
    const purchaseId = fromGlobalId('Purchase', id);
    return purchaseId === undefined ? null : this.purchases.find(context, 'id', purchaseId);
  }

  @Directive('@authenticated')
  @Query(() => Purchase, { nullable: true, description: 'An order by its number; for staff.' })
  purchaseByOrderNumber(
    @Arg('orderNumber', () => String, { description: 'Number of the order.' }) orderNumber: string,
    @Ctx() context: GraphContext,
  ): Promise<Purchase | null> {
    requireRole(context, ...STAFF_ROLES);
    return this.purchases.find(context, 'orderNumber', orderNumber.trim());
  }

  @FieldResolver(() => [PurchaseLine], { description: 'Its lines, in order.' })
  async lines(@Root() { id }: Purchase, @Ctx() context: GraphContext): Promise<PurchaseLine[]> {
    return this.purchases.lines(context, fromGlobalId('Purchase', id) ?? '');
  }

  @FieldResolver(() => [PurchasePayment], { description: 'The payments by which it was paid.' })
  async payments(@Root() { id }: Purchase, @Ctx() context: GraphContext): Promise<PurchasePayment[]> {
    return this.purchases.payments(context, fromGlobalId('Purchase', id) ?? '');
  }

  @FieldResolver(() => [PurchaseCharge], { description: 'Shipping, taxes and fees of the order as a whole.' })
  async charges(@Root() { id }: Purchase, @Ctx() context: GraphContext): Promise<PurchaseCharge[]> {
    return this.purchases.charges(context, fromGlobalId('Purchase', id) ?? '', WHOLE_ORDER);
  }
}

@Resolver(() => Purchase)
export class PurchaseSettlementsResolver {
  constructor(
    private readonly purchases: PurchaseLoader,
    private readonly settlements: SettlementLoader,
  ) {}

  @FieldResolver(() => [Settlement], {
    name: 'settlements',
    description: 'The settlements that drew on its lines and charges, oldest first, 100 at most.',
  })
  async settlementsOf(@Root() { id }: Purchase, @Ctx() context: GraphContext): Promise<Settlement[]> {
    const ids = await this.purchases.settlementIds(context, fromGlobalId('Purchase', id) ?? '');
    return (await Promise.all(ids.map((each) => this.settlements.find(context, 'id', each)))).flat();
  }
}

@Resolver(() => PurchaseLine)
export class PurchaseLineResolver {
  constructor(private readonly purchases: PurchaseLoader) {}

  @FieldResolver(() => [PurchaseCharge], { description: 'Taxes and fees of the line, by their codes.' })
  async charges(
    @Root() { purchaseUuid, lineNumber }: PurchaseLine,
    @Ctx() context: GraphContext,
  ): Promise<PurchaseCharge[]> {
    return this.purchases.charges(context, purchaseUuid, lineNumber);
  }
}
