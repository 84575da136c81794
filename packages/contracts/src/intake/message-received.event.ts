import { z } from 'zod';
import { defineEvent } from '../event-definition';
import { id, instant } from '../primitives';

export const messageReceived = defineEvent({
  type: 'intake.complaint.message-received',
  version: 1,
  producer: 'intake',
  aggregate: 'complaint',
  description:
    'A message came in that is about a complaint which is registered already. Carries nothing of its content.',
  data: z.object({
    complaintId: id(),
    messageId: id(),
    medium: z.enum(['EMAIL', 'SMS', 'CHAT']),
    /** Whether it came from an address of the complainant. */
    fromComplainant: z.boolean(),
    receivedAt: instant(),
  }),
});
