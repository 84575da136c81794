import type { OriginalPaymentRepository } from '../model/original-payment.repository';
import type { PaymentProviders } from '../model/payment-providers.client';
import type { PayoutRoute } from '../model/payout-means.model';
import type { PayoutPlanner } from '../model/payout-planner.policy';
import type { PayoutSettingRepository } from '../model/payout-setting.repository';
import { ordersGivenBack, planPayouts } from './plan-payouts.decide';

export interface PlanningDependencies {
  readonly originals: OriginalPaymentRepository;
  readonly payoutSettings: PayoutSettingRepository;
  readonly providers: PaymentProviders;
  /** For an organisation that has set nothing. */
  readonly fallback: PayoutRoute;
}

/** The planner by which settlements are paid. It holds the original payments, so that two refunds never take the same. */
export function payoutPlanner({ originals, payoutSettings, providers, fallback }: PlanningDependencies): PayoutPlanner {
  return async (tx, settlement) => {
    const { currency, amountMinor: owed } = settlement.amount;
    const ways = {
      originals: await originals.lockOf(tx, ordersGivenBack(settlement), currency),
      isConfigured: (provider: string) => providers.named(provider) !== undefined,
      fallback: routeOf(await payoutSettings.find(tx)) ?? fallback,
    };
    const shares = planPayouts(settlement, ways);
    if (shares.reduce((sum, { amountMinor }) => sum + amountMinor, 0n) !== owed) {
      throw new Error(`the payments of settlement ${settlement.id} do not come to its amount`);
    }
    return shares.map(({ amountMinor, ...share }) => ({ ...share, amount: { amountMinor, currency } }));
  };
}

function routeOf(setting: PayoutRoute | undefined): PayoutRoute | undefined {
  return setting === undefined ? undefined : { means: setting.means, provider: setting.provider };
}
