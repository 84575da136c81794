import { accept, refuse, type Clock } from '@redress/kernel';
import { executeCommand, type CommandResult, type Database } from '@redress/persistence';
import type { PaymentProviders } from '../../payment/model/payment-providers.client';
import { PayoutSettingTaken, type PayoutSettingRepository } from '../../payment/model/payout-setting.repository';
import type { PayoutRefusal } from '../model/payout.errors';
import { routeOf, type RedirectableMeans } from '../redirect-payout/redirect-payout.handler';

export interface SetPayoutRoute {
  readonly tenantId: string;
  readonly subject: string;
  readonly idempotencyKey: string;
  readonly means: RedirectableMeans;
  readonly provider?: string;
  /** 0 when nothing was set yet. */
  readonly expectedVersion: number;
}

export interface SetRouteDependencies {
  readonly database: Database;
  readonly payoutSettings: PayoutSettingRepository;
  readonly providers: PaymentProviders;
  readonly clock: Clock;
}

/** Sets how an organisation pays what cannot go back to where it came from. The answer is the setting's version. */
export async function setPayoutRoute(
  { tenantId, subject, idempotencyKey, means, provider, expectedVersion }: SetPayoutRoute,
  { database, payoutSettings, providers, clock }: SetRouteDependencies,
): Promise<CommandResult<number, PayoutRefusal>> {
  const route = routeOf(means, provider, providers);
  if (route === undefined) {
    const details = { allowed: providers.names.filter((name) => providers.paysAnybody(name)) };
    const path = ['input', 'provider'];
    return { outcome: refuse({ code: 'FINANCE_PAYOUT_ROUTE_UNUSABLE', path, details }), replayed: false };
  }
  const request = { ...route, expectedVersion };
  const command = { tenantId, operation: 'setPayoutRoute', subject, idempotencyKey, request, keepForEver: true };
  const run = () =>
    executeCommand<number, PayoutRefusal>(database, command, async (tx) => {
      const known = await payoutSettings.lock(tx);
      const currentVersion = known?.version ?? 0;
      if (currentVersion !== expectedVersion) {
        const path = ['input', 'expectedVersion'];
        return refuse({ code: 'VERSION_CONFLICT', path, retryable: true, details: { currentVersion } });
      }
      const setting = { ...route, setBy: subject, setAt: clock.now(), version: currentVersion + 1 };
      await (known === undefined ? payoutSettings.add(tx, setting) : payoutSettings.save(tx, setting));
      return accept(setting.version);
    });
  try {
    return await run();
  } catch (error) {
    // Looking again finds the version of whoever was first.
    if (error instanceof PayoutSettingTaken) return run();
    throw error;
  }
}
