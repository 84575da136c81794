import type { Capability } from '../capability';
import { onSupplierClaims } from './receive-claim/supplier-claims.consumer';
import { onResponsibilityDetermined } from './receive-determination/responsibility-determined.consumer';
import { LossResolver } from './view-loss/loss.resolver';

/** What cases cost departments, and what suppliers bear of it. */
export const LOSS: Capability = {
  resolvers: [LossResolver],
  compose: ({ stores: { database, ledger, clock } }) => ({
    instances: [new LossResolver(database)],
    handlers: { 'case-handling': { ...onResponsibilityDetermined(), ...onSupplierClaims({ ledger, clock }) } },
  }),
};
