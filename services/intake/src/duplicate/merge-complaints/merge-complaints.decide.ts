import { accept, refuse, type Outcome } from '@redress/kernel';
import type { LockedComplaint } from '../../complaint/model/complaint-change.model';

export type MergeRefusal =
  | 'NOT_FOUND'
  | 'VERSION_CONFLICT'
  | 'INTAKE_REASON_OUT_OF_BOUNDS'
  | 'INTAKE_MERGE_WITH_ITSELF'
  | 'INTAKE_ALREADY_MERGED'
  | 'INTAKE_MERGE_INTO_MERGED'
  | 'INTAKE_MERGE_HAS_DUPLICATES'
  | 'INTAKE_MERGE_OF_ANOTHER_PERSON'
  | 'INTAKE_NOT_MERGED';

/** Two complaints that somebody takes for one, and what is known of the two. */
export interface MergeContext {
  readonly complaint: LockedComplaint;
  readonly into: LockedComplaint;
  /** Whether others are merged into the complaint. */
  readonly hasDuplicates: boolean;
  readonly samePerson: boolean;
  /** Whether somebody has looked and says that the harm of the two people is one. */
  readonly otherPersonConfirmed: boolean;
}

/**
 * Decides whether a complaint may be linked to another as its duplicate. Links never form chains, so there can be no
 * cycle. Complaints of two people are one harm only where both are about the same order line, or somebody says so.
 */
export function decideMerge({
  complaint,
  into,
  hasDuplicates,
  samePerson,
  otherPersonConfirmed,
}: MergeContext): Outcome<'MERGE', MergeRefusal> {
  if (complaint.card.id === into.card.id) return refuse({ code: 'INTAKE_MERGE_WITH_ITSELF', path: ['into'] });
  if (complaint.card.mergedInto !== undefined) {
    return refuse({ code: 'INTAKE_ALREADY_MERGED', path: ['complaintId'], facts: { number: complaint.card.number } });
  }
  if (into.card.mergedInto !== undefined) {
    return refuse({ code: 'INTAKE_MERGE_INTO_MERGED', path: ['into'], facts: { number: into.card.number } });
  }
  if (hasDuplicates) {
    return refuse({
      code: 'INTAKE_MERGE_HAS_DUPLICATES',
      path: ['complaintId'],
      facts: { number: complaint.card.number },
    });
  }
  if (!samePerson && !isSameOrderLine(complaint, into) && !otherPersonConfirmed) {
    return refuse({ code: 'INTAKE_MERGE_OF_ANOTHER_PERSON', path: ['otherPersonConfirmed'] });
  }
  return accept('MERGE');
}

/** Decides whether a link may be undone. */
export function decideUnmerge({ card }: LockedComplaint): Outcome<string, MergeRefusal> {
  return card.mergedInto === undefined
    ? refuse({ code: 'INTAKE_NOT_MERGED', path: ['complaintId'], facts: { number: card.number } })
    : accept(card.mergedInto);
}

function isSameOrderLine({ card: one }: LockedComplaint, { card: other }: LockedComplaint): boolean {
  return (
    one.orderLine !== undefined &&
    one.orderLine.orderNumber === other.orderLine?.orderNumber &&
    one.orderLine.lineNumber === other.orderLine.lineNumber
  );
}
