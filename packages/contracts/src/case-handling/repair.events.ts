import { z } from 'zod';
import { id, instant } from '../primitives';
import { by, caseEvent } from './case-event';

export const repairVisitPlanned = caseEvent('repair-visit.planned', 'A visit of a field engineer was planned.', {
  ...by,
  visitId: id(),
  visitAt: instant(),
});

export const repairVisitCarriedOut = caseEvent('repair-visit.carried-out', 'A field engineer was there.', {
  ...by,
  visitId: id(),
  repaired: z.boolean(),
});

export const repairConfirmed = caseEvent('repair-visit.confirmed', 'The customer said whether the fault is solved.', {
  ...by,
  visitId: id(),
  solved: z.boolean(),
});
