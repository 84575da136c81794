import { z } from 'zod';
import { defineEvent } from '../event-definition';
import { id, instant, subject } from '../primitives';

export const staffStandingChanged = defineEvent({
  type: 'case-handling.staff.standing-changed',
  version: 1,
  producer: 'case-handling',
  aggregate: 'staff-standing',
  description:
    'As whom a member of staff acts has changed: appointments to parties, unit, absence with its delegate, or leaving. Carries the whole of it, and no name.',
  data: z.object({
    staffId: id(),
    /** The version of the member; what is told of an older one comes too late. */
    staffVersion: z.int().min(1),
    subject: subject(),
    /** Parties of the regulation to which the person is appointed. */
    parties: z.array(z.string().max(64)),
    unitId: z.string().max(64).optional(),
    absentUntil: instant().optional(),
    /** Subject of the colleague who stands in during an absence. */
    delegate: subject().optional(),
    active: z.boolean(),
    at: instant(),
  }),
});
