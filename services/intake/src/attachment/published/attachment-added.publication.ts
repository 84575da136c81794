import { attachmentAdded, type EventData } from '@redress/contracts';
import type { Attachment } from '../model/attachment.model';

/** The public event of a file that was added; its name may name a person and stays here. */
export function attachmentAddedEvent(
  { id, complaintId, mediaType, sizeBytes, requestedBy }: Attachment,
  sha256: string,
  at: Date,
): { definition: typeof attachmentAdded; data: EventData<typeof attachmentAdded> } {
  return {
    definition: attachmentAdded,
    data: {
      complaintId,
      attachmentId: id,
      sha256,
      mediaType,
      sizeBytes,
      addedAt: at.toISOString(),
      addedBy: requestedBy,
    },
  };
}
