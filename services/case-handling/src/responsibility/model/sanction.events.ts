import { sanctionApproved, sanctionProposed, sanctionRejected } from '@redress/contracts';
import type { Money } from '@redress/kernel';
import type { ComplaintCase } from '../../complaint-case/model/case.model';
import { byOf, defineFact, event, keyOf, type Fact } from '../../complaint-case/model/fact.model';
import { present } from '../../complaint-case/model/present-members.model';
import { responsibilityOf, withResponsibility, type SanctionState } from './responsibility.model';

interface OnSanction {
  readonly sanctionId: string;
  readonly sanction: string;
}
export interface SanctionProposed extends Fact<'SANCTION_PROPOSED'>, OnSanction {
  readonly determinationId: string;
  readonly person?: string;
  readonly department?: string;
  readonly amount?: Money;
  readonly reason: string;
}
export interface SanctionApproved extends Fact<'SANCTION_APPROVED'>, OnSanction {
  readonly published: boolean;
  /** The paper that the regulation has drawn up, with its number. */
  readonly paper?: string;
  readonly paperNumber?: string;
}
export interface SanctionRejected extends Fact<'SANCTION_REJECTED'>, OnSanction {
  readonly reason: string;
}

export const sanctionProposedFact = defineFact<SanctionProposed>({
  type: 'SANCTION_PROPOSED',
  description: 'A sanction of the regulation was proposed.',
  stageKinds: ['RESPONSIBILITY'],
  effect: (current, { sanctionId: id, sanction, by, person, department }) =>
    withResponsibility(current, {
      sanctions: [
        ...responsibilityOf(current).sanctions,
        { id, sanction, state: 'PROPOSED', proposedBy: by, ...present({ person, department }) },
      ],
    }),
  stores: (_, fact) => [
    {
      insert: 'sanction',
      rows: [
        {
          id: fact.sanctionId,
          determination_id: fact.determinationId,
          sanction: fact.sanction,
          state: 'PROPOSED',
          person: fact.person ?? null,
          department: fact.department ?? null,
          amount_minor: fact.amount?.amountMinor ?? null,
          currency: fact.amount?.currency ?? null,
          reason: fact.reason,
          proposed_by: fact.by,
          proposed_at: fact.at,
        },
      ],
    },
  ],
  publish: (after, fact) =>
    event(sanctionProposed, { ...keyOf(after), ...byOf(fact), sanctionId: fact.sanctionId, sanction: fact.sanction }),
  details: ({ sanction }) => ({ sanction }),
});

export const sanctionApprovedFact = defineFact<SanctionApproved>({
  type: 'SANCTION_APPROVED',
  description: 'A sanction was approved.',
  stageKinds: ['RESPONSIBILITY'],
  effect: (current, { sanctionId }) => decided(current, sanctionId, 'APPROVED'),
  stores: (_, { sanctionId, published, paper, paperNumber, at, by }) => [
    {
      update: 'sanction',
      key: { id: sanctionId },
      set: {
        state: 'APPROVED',
        decided_by: by,
        decided_at: at,
        published_at: published ? at : null,
        paper: paper ?? null,
        paper_number: paperNumber ?? null,
      },
    },
  ],
  publish: (after, fact) =>
    event(sanctionApproved, {
      ...keyOf(after),
      ...byOf(fact),
      sanctionId: fact.sanctionId,
      sanction: fact.sanction,
      published: fact.published,
      ...fallsOn(after, fact.sanctionId),
    }),
  details: ({ sanction, paperNumber }) => ({ sanction, ...present({ paperNumber }) }),
});

export const sanctionRejectedFact = defineFact<SanctionRejected>({
  type: 'SANCTION_REJECTED',
  description: 'A proposed sanction was not approved.',
  stageKinds: ['RESPONSIBILITY'],
  effect: (current, { sanctionId }) => decided(current, sanctionId, 'REJECTED'),
  stores: (_, { sanctionId, reason, at, by }) => [
    {
      update: 'sanction',
      key: { id: sanctionId },
      set: { state: 'REJECTED', decided_by: by, decided_at: at, decision_reason: reason },
    },
  ],
  publish: (after, fact) =>
    event(sanctionRejected, { ...keyOf(after), ...byOf(fact), sanctionId: fact.sanctionId, sanction: fact.sanction }),
  details: ({ sanction }) => ({ sanction }),
});

function fallsOn(current: ComplaintCase, sanctionId: string): { department?: string; person?: string } {
  const sanction = responsibilityOf(current).sanctions.find(({ id }) => id === sanctionId);
  return present({ person: sanction?.person, department: sanction?.department });
}

function decided(current: ComplaintCase, sanctionId: string, state: SanctionState): Partial<ComplaintCase> {
  const { sanctions } = responsibilityOf(current);
  return withResponsibility(current, {
    sanctions: sanctions.map((each) => (each.id === sanctionId ? { ...each, state } : each)),
  });
}
