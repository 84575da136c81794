import { messageReceived, type EventData } from '@redress/contracts';
import type { CorrespondenceEntry } from '../receive-message/message-register.repository';

/** The public event of a message on a complaint: that it came, not what it says or who wrote it. */
export function messageReceivedEvent({ id, complaintId, medium, fromComplainant, receivedAt }: CorrespondenceEntry): {
  definition: typeof messageReceived;
  data: EventData<typeof messageReceived>;
} {
  return {
    definition: messageReceived,
    data: { complaintId, messageId: id, medium, fromComplainant, receivedAt: receivedAt.toISOString() },
  };
}
