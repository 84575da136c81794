import { z } from 'zod';
import { defineEvent } from '../event-definition';
import { id, instant, regulationReference, subject } from '../primitives';

export const regulationAdopted = defineEvent({
  type: 'case-handling.regulation.adopted',
  version: 1,
  producer: 'case-handling',
  aggregate: 'adoption',
  description: 'An organisation adopted a version of a regulation, with its open values filled in, from a moment on.',
  data: z.object({
    adoptionId: id(),
    regulation: regulationReference,
    effectiveFrom: instant(),
    adoptedAt: instant(),
    adoptedBy: subject(),
    /** The adoption as `packages/regulations` reads it: time zone, calendar, opening hours, open values. */
    settings: z.record(z.string(), z.json()),
    /** The regulation itself, for one that the organisation wrote; one that ships with Redress is known by its reference. */
    document: z.record(z.string(), z.json()).optional(),
  }),
});
