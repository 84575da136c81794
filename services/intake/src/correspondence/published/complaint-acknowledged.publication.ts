import { complaintAcknowledged, type EventData } from '@redress/contracts';
import type { Told } from '../model/acknowledgement-book.repository';
import type { Telling } from '../model/letter.model';

/** The public event of an acknowledgement: how and what was told, to nobody in particular. */
export function complaintAcknowledgedEvent(
  complaintId: string,
  { at, by, means }: Told,
  told: readonly Telling[],
): { definition: typeof complaintAcknowledged; data: EventData<typeof complaintAcknowledged> } {
  return {
    definition: complaintAcknowledged,
    data: { complaintId, acknowledgedAt: at.toISOString(), by, means, told: [...told] },
  };
}
