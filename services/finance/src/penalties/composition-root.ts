import type { Capability } from '../capability';
import { penaltiesInMysql } from './adapters/penalty.repository-mysql';
import { DecidePenaltyResolver } from './decide-penalty/decide-penalty.resolver';
import { onSanctionApproved } from './receive-sanction/sanction-approved.consumer';
import { DeductionsResolver } from './set-deduction-standard/deductions.resolver';
import { PenaltiesResolver } from './view-penalties/penalties.resolver';

/** Penalties on performance bonuses. */
export const PENALTIES: Capability = {
  resolvers: [PenaltiesResolver, DecidePenaltyResolver, DeductionsResolver],
  compose: ({ stores }) => {
    const dependencies = { ...stores, penalties: penaltiesInMysql };
    return {
      instances: [
        new PenaltiesResolver(stores.database),
        new DecidePenaltyResolver(dependencies),
        new DeductionsResolver(dependencies),
      ],
      handlers: { 'case-handling': onSanctionApproved(dependencies) },
    };
  },
};
