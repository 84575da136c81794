import { z } from 'zod';
import { id, instant } from '../primitives';
import { by, caseEvent } from './case-event';

const stage = z.string().min(1).max(64);
const extension = { ...by, extensionId: id(), clockId: id(), stage };

export const extensionRequested = caseEvent(
  'extension.requested',
  'More time was asked for a stage. The reason stays in the service.',
  { ...extension, dueAt: instant(), requestedDueAt: instant() },
);

export const extensionRefused = caseEvent('extension.refused', 'More time for a stage was refused.', extension);

export const clockExtended = caseEvent(
  'clock.extended',
  'More time for a stage was approved: its clock runs out later.',
  { ...extension, dueBefore: instant(), dueAt: instant() },
);
