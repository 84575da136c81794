import type { PaymentProvider } from './payment-provider.client';
import { OWN_MEANS } from './payout-means.model';

/** The providers that are configured, by name. */
export interface PaymentProviders {
  readonly names: readonly string[];
  /** Undefined for one that is not, or no longer, configured: its payments wait and are seen to wait. */
  named(name: string): PaymentProvider | undefined;
  /** Whether it can pay somebody who has not paid through it. */
  paysAnybody(name: string): boolean;
}

/** Makes the registry. Throws when two have one name, or one the name of a means. */
export function paymentProviders(all: readonly PaymentProvider[]): PaymentProviders {
  const byName = new Map(all.map((provider) => [provider.name, provider]));
  const reserved: readonly string[] = Object.values(OWN_MEANS);
  if (byName.size < all.length || all.some(({ name }) => reserved.includes(name))) {
    throw new Error(`payment providers need names of their own: ${all.map(({ name }) => name).join(', ')}`);
  }
  return {
    names: [...byName.keys()],
    named: (name) => byName.get(name),
    paysAnybody: (name) => byName.has(name) && byName.get(name)?.refundsOnly !== true,
  };
}
