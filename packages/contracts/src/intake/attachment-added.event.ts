import { z } from 'zod';
import { defineEvent } from '../event-definition';
import { id, instant, subject } from '../primitives';

export const attachmentAdded = defineEvent({
  type: 'intake.complaint.attachment-added',
  version: 1,
  producer: 'intake',
  aggregate: 'complaint',
  description: 'A file was stored by its content address and attached to a complaint.',
  data: z.object({
    complaintId: id(),
    attachmentId: id(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    mediaType: z.string().max(127),
    sizeBytes: z.int().min(1),
    addedAt: instant(),
    addedBy: subject(),
  }),
});
