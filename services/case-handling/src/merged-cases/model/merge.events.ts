import { caseMerged, caseUnmerged, duplicateLinked, duplicateUnlinked } from '@redress/contracts';
import type { ComplaintCase } from '../../complaint-case/model/case.model';
import { byOf, defineFact, event, keyOf, type Fact } from '../../complaint-case/model/fact.model';
import { resolutionChange, withResolution } from '../../complaint-case/model/facts/resolution-change.model';
import type { ResolutionState } from '../../complaint-case/model/resolution.transitions';
import type { CaseState } from '../../complaint-case/model/case.transitions';
import { duplicatesOf, withMerge } from './merge.model';

export interface CaseMerged extends Fact<'CASE_MERGED'> {
  readonly into: string;
}
export interface CaseUnmerged extends Fact<'CASE_UNMERGED'> {
  readonly into: string;
  /** Where a case goes back to that had been closed with the other. */
  readonly restoreTo?: { readonly state: Exclude<CaseState, 'CLOSED'>; readonly resolution?: ResolutionState };
}
export interface DuplicateLinked extends Fact<'DUPLICATE_LINKED'> {
  readonly duplicate: string;
}
export interface DuplicateUnlinked extends Fact<'DUPLICATE_UNLINKED'> {
  readonly duplicate: string;
}

export const caseMergedFact = defineFact<CaseMerged>({
  type: 'CASE_MERGED',
  description: 'Another case, about the same harm, settles it.',
  effect: (current, { into }) => withMerge(current, { into }),
  publish: (after, fact) => event(caseMerged, { ...keyOf(after), ...byOf(fact), mergedInto: fact.into }),
  details: ({ into }) => ({ mergedInto: into }),
});

export const caseUnmergedFact = defineFact<CaseUnmerged>({
  type: 'CASE_UNMERGED',
  description: 'The case is a case of its own again.',
  action: ({ restoreTo }) => (restoreTo === undefined ? undefined : `RESTORE_${restoreTo.state}`),
  effect: (current, { restoreTo }) => ({
    ...withMerge(current, undefined),
    ...(restoreTo?.resolution === undefined ? {} : withResolution(current, { state: restoreTo.resolution })),
  }),
  clears: ({ restoreTo }) => (restoreTo === undefined ? [] : ['outcome', 'closedAt', 'inTime']),
  reopens: ({ restoreTo }) => (restoreTo === undefined ? [] : ['CLOSING']),
  stores: (after, { restoreTo }) =>
    restoreTo?.resolution === undefined || after.resolution === undefined
      ? []
      : [resolutionChange(after.resolution.id, { state: after.resolution.state })],
  publish: (after, fact) =>
    event(caseUnmerged, {
      ...keyOf(after),
      ...byOf(fact),
      mergedInto: fact.into,
      reopened: fact.restoreTo !== undefined,
    }),
  details: ({ into, restoreTo }) => ({ mergedInto: into, reopened: restoreTo !== undefined }),
});

export const duplicateLinkedFact = defineFact<DuplicateLinked>({
  type: 'DUPLICATE_LINKED',
  description: 'Another case is about the same harm; this one settles it.',
  effect: (current, { duplicate }) => withDuplicates(current, [...duplicatesOf(current), duplicate]),
  publish: (after, fact) => event(duplicateLinked, { ...keyOf(after), ...byOf(fact), duplicate: fact.duplicate }),
  details: ({ duplicate }) => ({ duplicate }),
});

export const duplicateUnlinkedFact = defineFact<DuplicateUnlinked>({
  type: 'DUPLICATE_UNLINKED',
  description: 'Another case is a case of its own again.',
  effect: (current, { duplicate }) =>
    withDuplicates(
      current,
      duplicatesOf(current).filter((id) => id !== duplicate),
    ),
  publish: (after, fact) => event(duplicateUnlinked, { ...keyOf(after), ...byOf(fact), duplicate: fact.duplicate }),
  details: ({ duplicate }) => ({ duplicate }),
});

function withDuplicates(current: ComplaintCase, duplicates: readonly string[]): Partial<ComplaintCase> {
  return { kept: { ...current.kept, duplicates } };
}
