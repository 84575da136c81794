import type { Capability } from '../capability-parts.model';
import { PlanReturnResolver } from './plan-return/plan-return.resolver';
import { RegisterPurchaseResolver } from './register-purchase/register-purchase.resolver';
import { RegisterPurchasesResolver } from './register-purchases/register-purchases.resolver';
import { PurchaseOfLineResolver } from './view-purchase/purchase-of-line.resolver';
import { PurchaseLoader } from './view-purchase/purchase.loader';
import { purchaseReferences } from './view-purchase/purchase.reference';
import { PurchaseLineResolver, PurchaseResolver } from './view-purchase/purchase.resolver';
import { PurchaseListResolver } from './view-purchases/purchase-list.resolver';

/** Orders, what was paid for them, and what may still be given back. */
export const PURCHASE: Capability = {
  resolvers: [
    RegisterPurchaseResolver,
    RegisterPurchasesResolver,
    PurchaseResolver,
    PurchaseLineResolver,
    PurchaseListResolver,
    PurchaseOfLineResolver,
    PlanReturnResolver,
  ],
  entities: ['Purchase'],
  compose({ foundations: { database, clock }, stores }) {
    const purchases = new PurchaseLoader(database);
    return {
      instances: [
        new RegisterPurchaseResolver(stores, purchases),
        new RegisterPurchasesResolver(stores, purchases),
        new PurchaseResolver(purchases),
        new PurchaseLineResolver(purchases),
        new PurchaseListResolver(database),
        new PurchaseOfLineResolver(purchases),
        new PlanReturnResolver(database, clock),
      ],
      references: { Purchase: purchaseReferences(purchases) },
    };
  },
};
