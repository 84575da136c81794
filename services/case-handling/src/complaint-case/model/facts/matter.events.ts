import { acceptanceRefused, caseAcknowledged, caseReassessed } from '@redress/contracts';
import { byOf, defineFact, event, keyOf, type Fact } from '../fact.model';
import type { Matter } from '../matter.model';
import { present } from '../present-members.model';

/** Intake knows or judges something else of the complaint than before. */
export interface CaseReassessed extends Fact<'CASE_REASSESSED'> {
  readonly categoryId: string;
  readonly categoryCode: string;
  readonly product?: string;
  readonly region?: string;
  readonly matter: Matter;
  /** Names of what has changed. */
  readonly changed: readonly string[];
  /** Whether it is classified by every axis of the regulation now. */
  readonly classified: boolean;
}
export type CaseAcknowledged = Fact<'CASE_ACKNOWLEDGED'>;
export interface AcceptanceRefused extends Fact<'ACCEPTANCE_REFUSED'> {
  readonly ground: string;
  readonly reason: string;
}

export const caseReassessedFact = defineFact<CaseReassessed>({
  type: 'CASE_REASSESSED',
  description: 'What is known or judged of the complaint has changed.',
  stageKinds: ['CLASSIFICATION'],
  effect: (_, { categoryId, categoryCode, product, region, matter }) => ({
    categoryId,
    categoryCode,
    matter,
    ...present({ product, region }),
  }),
  finishes: ({ classified }, { kind }) => kind === 'CLASSIFICATION' && classified,
  publish: (after, { matter, categoryId, categoryCode, ...fact }) =>
    event(caseReassessed, { ...keyOf(after), ...byOf(fact), categoryId, categoryCode, matter }),
  details: ({ changed, matter }) => ({ changed: changed.join(', '), itemType: matter.itemType }),
});

export const caseAcknowledgedFact = defineFact<CaseAcknowledged>({
  type: 'CASE_ACKNOWLEDGED',
  description: 'The complainant was told that the complaint was received.',
  visibleToComplainant: true,
  stageKinds: ['ACKNOWLEDGEMENT'],
  finishes: (_, { kind }) => kind === 'ACKNOWLEDGEMENT',
  publish: (after, fact) => event(caseAcknowledged, { ...keyOf(after), ...byOf(fact) }),
});

export const acceptanceRefusedFact = defineFact<AcceptanceRefused>({
  type: 'ACCEPTANCE_REFUSED',
  description: 'The complaint was not accepted, for a ground that the regulation names.',
  visibleToComplainant: true,
  stageKinds: ['ACCEPTANCE'],
  finishes: (_, { kind }) => kind === 'ACCEPTANCE',
  stores: (_, { ground, reason, by, at }) => [
    { insert: 'acceptance_refusal', rows: [{ ground, reason, refused_by: by, refused_at: at }] },
  ],
  publish: (after, fact) => event(acceptanceRefused, { ...keyOf(after), ...byOf(fact), ground: fact.ground }),
  details: ({ ground }) => ({ ground }),
});
