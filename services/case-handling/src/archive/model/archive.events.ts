import { caseArchived, destructionProposed, legalHoldLifted, legalHoldPlaced } from '@redress/contracts';
import { byOf, defineFact, event, keyOf, type Fact, type RowChange } from '../../complaint-case/model/fact.model';
import { fileOf, withFile, type Filing } from './archive.model';

export interface CaseArchived extends Fact<'CASE_ARCHIVED'> {
  readonly filing: Filing;
  /** Whether the file was there before the case was reopened. */
  readonly again: boolean;
}
export interface LegalHoldPlaced extends Fact<'LEGAL_HOLD_PLACED'> {
  readonly holdId: string;
  readonly reason: string;
  readonly holds: number;
}
export interface LegalHoldLifted extends Fact<'LEGAL_HOLD_LIFTED'> {
  readonly holdId: string;
  readonly holds: number;
}
export interface DestructionProposed extends Fact<'DESTRUCTION_PROPOSED'> {
  readonly reason: string;
}

export const caseArchivedFact = defineFact<CaseArchived>({
  type: 'CASE_ARCHIVED',
  description: 'The file of the case was archived (归档).',
  effect: (current, { filing }) =>
    withFile(current, { number: filing.archiveNumber, keepUntil: filing.keepUntil.toISOString() }),
  stores: (_, { filing, again, at, by }): readonly RowChange[] => {
    const { archiveNumber, year, keepUntil } = filing;
    const columns = { archive_number: archiveNumber, year, archived_by: by, archived_at: at, keep_until: keepUntil };
    return again
      ? [{ update: 'archived_case', key: {}, set: columns }]
      : [{ insert: 'archived_case', rows: [{ ...columns, state: 'ARCHIVED', holds: 0 }] }];
  },
  publish: (after, fact) =>
    event(caseArchived, {
      ...keyOf(after),
      ...byOf(fact),
      archiveNumber: fact.filing.archiveNumber,
      keepUntil: fact.filing.keepUntil.toISOString(),
    }),
  details: ({ filing }) => ({ archiveNumber: filing.archiveNumber, keepUntil: filing.keepUntil.toISOString() }),
});

export const legalHoldPlacedFact = defineFact<LegalHoldPlaced>({
  type: 'LEGAL_HOLD_PLACED',
  description: 'The file must not be destroyed until further notice.',
  effect: (current, { holdId }) => withFile(current, { holds: [...(fileOf(current)?.holds ?? []), holdId] }),
  stores: (_, { holdId, reason, holds, at, by }) => [
    { insert: 'legal_hold', rows: [{ id: holdId, reason, placed_by: by, placed_at: at }] },
    { update: 'archived_case', key: {}, set: { holds } },
  ],
  publish: (after, fact) => event(legalHoldPlaced, { ...keyOf(after), ...byOf(fact), holdId: fact.holdId }),
});

export const legalHoldLiftedFact = defineFact<LegalHoldLifted>({
  type: 'LEGAL_HOLD_LIFTED',
  description: 'A legal hold ended.',
  effect: (current, { holdId }) =>
    withFile(current, { holds: (fileOf(current)?.holds ?? []).filter((id) => id !== holdId) }),
  stores: (_, { holdId, holds, at, by }) => [
    { update: 'legal_hold', key: { id: holdId }, set: { lifted_by: by, lifted_at: at } },
    { update: 'archived_case', key: {}, set: { holds } },
  ],
  publish: (after, fact) => event(legalHoldLifted, { ...keyOf(after), ...byOf(fact), holdId: fact.holdId }),
});

export const destructionProposedFact = defineFact<DestructionProposed>({
  type: 'DESTRUCTION_PROPOSED',
  description: 'Somebody proposed to destroy the texts of the file.',
  effect: (current, { by }) => withFile(current, { proposedBy: by }),
  stores: (_, { reason, at, by }) => [
    {
      update: 'archived_case',
      key: {},
      set: { destruction_proposed_by: by, destruction_proposed_at: at, destruction_reason: reason },
    },
  ],
  publish: (after, fact) => event(destructionProposed, { ...keyOf(after), ...byOf(fact) }),
});
