import { complaintReassessed, type EventData } from '@redress/contracts';
import { LEVEL } from '../model/complaint-change.model';
import type { ComplaintReassessment } from '../model/complaint-changes.repository';

type Data = EventData<typeof complaintReassessed>;

/** The public event of a change: the whole matter, and what of it has changed. */
export function complaintReassessedEvent({ complaint, next, changes, by, at }: ComplaintReassessment): {
  definition: typeof complaintReassessed;
  data: Data;
} {
  const { id, product, region } = complaint.card;
  return {
    definition: complaintReassessed,
    data: {
      complaintId: id,
      at: at.toISOString(),
      by,
      categoryId: next.category.id,
      categoryCode: next.category.code,
      ...(product === undefined ? {} : { product }),
      ...(region === undefined ? {} : { region }),
      matter: next.matter,
      changed: changes.map(({ fact }) => fact).filter((fact) => fact !== LEVEL),
      automatic: changes.every(({ automatic }) => automatic),
    },
  };
}
