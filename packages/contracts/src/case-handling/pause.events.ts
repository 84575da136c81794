import { z } from 'zod';
import { id, instant } from '../primitives';
import { by, caseEvent } from './case-event';

const dueDates = z.array(z.object({ clockId: id(), stage: z.string().min(1).max(64), dueAt: instant() }));

export const clocksPaused = caseEvent(
  'clocks.paused',
  'The clocks of the case stand still, for a reason of the regulation.',
  { ...by, reason: z.string().min(1).max(64) },
);

export const clocksResumed = caseEvent('clocks.resumed', 'The clocks of the case run again, with later due dates.', {
  ...by,
  pausedAt: instant(),
  clocks: dueDates,
});
