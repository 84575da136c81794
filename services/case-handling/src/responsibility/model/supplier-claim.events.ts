import { supplierClaimDecided, supplierClaimOpened } from '@redress/contracts';
import type { Money } from '@redress/kernel';
import { byOf, defineFact, event, keyOf, type Fact } from '../../complaint-case/model/fact.model';
import { responsibilityOf, withResponsibility, type ClaimState } from './responsibility.model';

export interface SupplierClaimOpened extends Fact<'SUPPLIER_CLAIM_OPENED'> {
  readonly claimId: string;
  readonly determinationId: string;
  readonly thirdParty: string;
  readonly amount: Money;
  readonly reason: string;
}
export interface SupplierClaimDecided extends Fact<'SUPPLIER_CLAIM_DECIDED'> {
  readonly claimId: string;
  readonly state: Exclude<ClaimState, 'OPEN'>;
  readonly outcome: string;
}

export const supplierClaimOpenedFact = defineFact<SupplierClaimOpened>({
  type: 'SUPPLIER_CLAIM_OPENED',
  description: 'A supplier or another company is held to pay.',
  stageKinds: ['RESPONSIBILITY'],
  effect: (current, { claimId: id }) =>
    withResponsibility(current, { claims: [...responsibilityOf(current).claims, { id, state: 'OPEN' }] }),
  stores: (_, fact) => [
    {
      insert: 'supplier_claim',
      rows: [
        {
          id: fact.claimId,
          determination_id: fact.determinationId,
          third_party: fact.thirdParty,
          state: 'OPEN',
          amount_minor: fact.amount.amountMinor,
          currency: fact.amount.currency,
          reason: fact.reason,
          opened_by: fact.by,
          opened_at: fact.at,
        },
      ],
    },
  ],
  publish: (after, fact) => {
    const { amountMinor, currency } = fact.amount;
    const amount = { amountMinor: amountMinor.toString(), currency };
    return event(supplierClaimOpened, { ...keyOf(after), ...byOf(fact), claimId: fact.claimId, amount });
  },
  details: ({ claimId }) => ({ claimId }),
});

export const supplierClaimDecidedFact = defineFact<SupplierClaimDecided>({
  type: 'SUPPLIER_CLAIM_DECIDED',
  description: 'A claim on a supplier or another company was agreed, rejected or paid.',
  stageKinds: ['RESPONSIBILITY'],
  effect: (current, { claimId, state }) =>
    withResponsibility(current, {
      claims: responsibilityOf(current).claims.map((claim) => (claim.id === claimId ? { ...claim, state } : claim)),
    }),
  stores: (_, { claimId, state, outcome, at, by }) => [
    { update: 'supplier_claim', key: { id: claimId }, set: { state, outcome, decided_by: by, decided_at: at } },
  ],
  publish: (after, fact) =>
    event(supplierClaimDecided, { ...keyOf(after), ...byOf(fact), claimId: fact.claimId, state: fact.state }),
  details: ({ claimId, state }) => ({ claimId, state }),
});
