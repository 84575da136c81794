import type { Capability } from '../capability';
import { shopEventsInMysql } from './adapters/shop-event.repository-mysql';
import { SettlementLoader } from '../settlement/view-settlements/settlement.loader';
import { PlanReturnResolver } from './plan-return/plan-return.resolver';
import { RegisterPurchaseResolver } from './register-purchase/register-purchase.resolver';
import { RegisterPurchasesResolver } from './register-purchases/register-purchases.resolver';
import { shopRoutes } from './shop-events/shop-routes';
import { takeShopEvents } from './shop-events/take-shop-events.handler';
import { PurchaseOfLineResolver } from './view-purchase/purchase-of-line.resolver';
import { PurchaseLoader } from './view-purchase/purchase.loader';
import { purchaseReferences } from './view-purchase/purchase.reference';
import { PurchaseLineResolver, PurchaseResolver, PurchaseSettlementsResolver } from './view-purchase/purchase.resolver';
import { PurchaseListResolver } from './view-purchases/purchase-list.resolver';

/** Orders, what was paid for them, and what may still be given back. */
export const PURCHASE: Capability = {
  resolvers: [
    RegisterPurchaseResolver,
    RegisterPurchasesResolver,
    PurchaseResolver,
    PurchaseLineResolver,
    PurchaseSettlementsResolver,
    PurchaseListResolver,
    PurchaseOfLineResolver,
    PlanReturnResolver,
  ],
  entities: ['Purchase'],
  compose({ foundations: { database, clock }, settings: { REDRESS_SHOPS: shops = [] }, stores }) {
    const purchases = new PurchaseLoader(database);
    const taking = { ...stores, shopEvents: shopEventsInMysql };
    return {
      instances: [
        new RegisterPurchaseResolver(stores, purchases),
        new RegisterPurchasesResolver(stores, purchases),
        new PurchaseResolver(purchases),
        new PurchaseLineResolver(purchases),
        new PurchaseSettlementsResolver(purchases, new SettlementLoader(database)),
        new PurchaseListResolver(database),
        new PurchaseOfLineResolver(purchases),
        new PlanReturnResolver(database, clock),
      ],
      references: { Purchase: purchaseReferences(purchases) },
      routes: shopRoutes({ shops, take: (shop, events) => takeShopEvents(shop, events, taking) }),
    };
  },
};
