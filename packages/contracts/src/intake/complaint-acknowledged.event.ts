import { z } from 'zod';
import { defineEvent } from '../event-definition';
import { id, instant, subject } from '../primitives';

export const complaintAcknowledged = defineEvent({
  type: 'intake.complaint.acknowledged',
  version: 1,
  producer: 'intake',
  aggregate: 'complaint',
  description:
    'The complainant was told that the complaint was received: a letter was handed to the carrier, or a person told them.',
  data: z.object({
    complaintId: id(),
    acknowledgedAt: instant(),
    by: subject(),
    means: z.enum(['EMAIL', 'SMS', 'LETTER', 'PHONE', 'IN_PERSON', 'CHAT', 'ONLINE']),
    /** What they were told, for example HANDLER_NAME. */
    told: z.array(z.string().max(32)),
  }),
});
