import { complaintMerged, complaintUnmerged, type EventData } from '@redress/contracts';
import type { ComplaintLink } from '../model/complaint-links.repository';

/** The public event of a link that was made. */
export function complaintMergedEvent(link: ComplaintLink) {
  return { definition: complaintMerged, data: linkData(link) };
}

/** The public event of a link that was undone. */
export function complaintUnmergedEvent(link: ComplaintLink) {
  return { definition: complaintUnmerged, data: linkData(link) };
}

function linkData({ complaintId, into, by, at }: ComplaintLink): EventData<typeof complaintMerged> {
  return { complaintId, mergedInto: into, at: at.toISOString(), by };
}
