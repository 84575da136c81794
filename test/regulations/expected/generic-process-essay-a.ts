import type { Expectations } from '../expectations';

export const expected: Expectations = {
  regulation: 'generic-process-essay-a',
  deadlines: [{ stage: 'closing', amount: 10, unit: 'WORKING_DAYS', startsAt: 'RECEIPT', openValue: 'handlingWithin' }],
  overdue: { stage: 'closing' },
};
