import { z } from 'zod';
import { defineEvent } from '../event-definition';
import { id, instant, subject } from '../primitives';
import { matter } from './matter';

export const complaintReassessed = defineEvent({
  type: 'intake.complaint.reassessed',
  version: 1,
  producer: 'intake',
  aggregate: 'complaint',
  description:
    'What is known or judged of a complaint has changed: its type, classification, card or assessment. Carries the whole of it.',
  data: z.object({
    complaintId: id(),
    at: instant(),
    by: subject(),
    categoryId: id(),
    categoryCode: z.string().min(1).max(64),
    product: z.string().max(200).optional(),
    region: z.string().max(64).optional(),
    matter,
    /** What has changed, for example `assessment.media` or `itemType`. */
    changed: z.array(z.string().max(128)).min(1),
    /** Whether a rule changed it by itself. */
    automatic: z.boolean(),
  }),
});
