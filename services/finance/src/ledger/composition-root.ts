import type { Capability } from '../capability-parts.model';
import { ChartOfAccountsResolver } from './view-trial-balance/chart-of-accounts.resolver';

/** The books beyond what settlements need of them. */
export const LEDGER: Capability = {
  resolvers: [ChartOfAccountsResolver],
  compose: () => ({ instances: [new ChartOfAccountsResolver()] }),
};
