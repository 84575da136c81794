import type { ComplaintCase, Remedy } from './case.model';

/** The remedies that cost money and are not paid yet. */
export function outstandingRemedies(current: ComplaintCase): readonly Remedy[] {
  return (current.resolution?.remedies ?? []).filter(
    ({ amount, settlementState }) => amount !== undefined && settlementState !== 'COMPLETED',
  );
}
