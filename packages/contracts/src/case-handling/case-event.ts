import { z } from 'zod';
import { defineEvent, type EventDefinition } from '../event-definition';
import { id, instant, subject } from '../primitives';

const caseKey = { caseId: id(), complaintId: id() };

/** When, and by whom: the subject of a token, or `system:` and a service. */
export const by = { at: instant(), by: subject() };

/** An event of a case; every one names the case and its complaint. */
export function caseEvent<Shape extends z.ZodRawShape>(
  name: string,
  description: string,
  shape: Shape,
): EventDefinition<z.ZodObject<Shape & typeof caseKey>> {
  return defineEvent({
    type: `case-handling.${name}`,
    version: 1,
    producer: 'case-handling',
    aggregate: 'case',
    description,
    data: z.object({ ...shape, ...caseKey }),
  });
}
