import { z } from 'zod';
import { id } from '../primitives';
import { by, caseEvent } from './case-event';

const score = z.int().min(1).max(5);

export const followUpRecorded = caseEvent(
  'follow-up.recorded',
  'The complainant was asked after the handling how satisfied they are; scores only, never what they said.',
  {
    ...by,
    followUpId: id(),
    means: z.enum(['PHONE', 'SMS', 'EMAIL', 'VISIT', 'LETTER', 'QUESTIONNAIRE', 'ONLINE']),
    /** Whether they could be asked at all. */
    reached: z.boolean(),
    /** Absent where they were not reached. */
    satisfied: z.boolean().optional(),
    /** 1 to 5, the best being 5. */
    satisfaction: z
      .object({ result: score, expectation: score, attitude: score, efficiency: score })
      .partial()
      .optional(),
    leadsTo: z.enum(['NOTHING', 'REOPENING', 'REMEDIAL_MEASURES', 'RECORD']),
  },
);

export const caseReopened = caseEvent('case.reopened', 'A closed case is handled anew.', {
  ...by,
  /** The round of handling that begins. */
  round: z.int().min(2),
  because: z.enum(['FOLLOW_UP']),
});
