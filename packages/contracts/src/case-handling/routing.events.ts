import { z } from 'zod';
import { defineEvent } from '../event-definition';
import { id, instant, subject } from '../primitives';

export const complaineeNamed = defineEvent({
  type: 'case-handling.complainee.named',
  version: 1,
  producer: 'case-handling',
  aggregate: 'case',
  description: 'It was noted against which member of staff, or which unit, the complaint is; they stand aside.',
  data: z.object({
    caseId: id(),
    complaintId: id(),
    at: instant(),
    by: subject(),
    complainee: subject().optional(),
    unitId: z.string().min(1).max(255).optional(),
  }),
});
