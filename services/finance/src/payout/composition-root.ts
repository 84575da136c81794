import { transferBatchesInMysql } from '../bank-transfer/adapters/transfer-batch.repository-mysql';
import type { Capability } from '../capability';
import { instalmentPlansInMysql } from '../payment/adapters/instalment-plan.repository-mysql';
import { payoutSettingsInMysql } from '../payment/adapters/payout-setting.repository-mysql';
import { inInstalments } from '../payment/plan-payouts/plan-in-instalments.policy';
import { SettlementLoader } from '../settlement/view-settlements/settlement.loader';
import { ActOnPayoutResolver } from './act-on-payout/act-on-payout.resolver';
import { payoutEvidenceInMysql } from './adapters/payout-evidence.repository-mysql';
import { GiveUpPayoutResolver } from './give-up-payout/give-up-payout.resolver';
import { PlanInstalmentsResolver } from './plan-instalments/plan-instalments.resolver';
import { PreviewPayoutsResolver } from './preview-payouts/preview-payouts.resolver';
import { SetPayoutRouteResolver } from './set-payout-route/set-payout-route.resolver';
import { PayoutLoader } from './view-payouts/payout.loader';
import { payoutReferences } from './view-payouts/payout.reference';
import { PayoutResolver } from './view-payouts/payout.resolver';

/** Payments to payees: seen, hastened, paid in another way, proven by people. */
export const PAYOUT: Capability = {
  resolvers: [
    PayoutResolver,
    ActOnPayoutResolver,
    SetPayoutRouteResolver,
    PreviewPayoutsResolver,
    GiveUpPayoutResolver,
    PlanInstalmentsResolver,
  ],
  entities: ['Payout'],
  compose: ({ stores, paying: { providers, follow, wake, fallback, planPayouts } }) => {
    const payouts = new PayoutLoader(stores.database);
    const settlements = new SettlementLoader(stores.database);
    const dependencies = {
      ...{ ...stores, providers, follow, wake, payoutSettings: payoutSettingsInMysql },
      batches: transferBatchesInMysql,
      instalmentPlans: instalmentPlansInMysql,
      evidences: payoutEvidenceInMysql,
    };
    return {
      instances: [
        new PayoutResolver(stores.database, payouts, settlements),
        new ActOnPayoutResolver(dependencies, payouts),
        new SetPayoutRouteResolver(dependencies, fallback),
        new PreviewPayoutsResolver({ ...stores, planPayouts: inInstalments(planPayouts, dependencies) }),
        new GiveUpPayoutResolver(dependencies, settlements),
        new PlanInstalmentsResolver(dependencies, settlements),
      ],
      references: { Payout: payoutReferences(payouts) },
    };
  },
};
