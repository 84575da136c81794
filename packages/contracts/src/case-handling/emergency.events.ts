import { z } from 'zod';
import { id } from '../primitives';
import { by, caseEvent } from './case-event';

export const emergencyRecorded = caseEvent(
  'emergency.recorded',
  'Something that the regulation asks for in an emergency was done; what was written stays in the service.',
  {
    ...by,
    recordId: id(),
    step: z.enum([
      'TEAM',
      'MEETING',
      'RISK_ASSESSMENT',
      'CRISIS_HANDLING',
      'LEADERS_IN_PERSON',
      'COORDINATION_GROUP',
      'REPORT_UP',
      'MAJOR_REPORT',
    ]),
    /** Of a risk assessment: probability times impact, 1 to 25. */
    riskScore: z.int().min(1).max(25).optional(),
  },
);
