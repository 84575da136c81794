import type { Expectations } from '../expectations';

export const expected: Expectations = {
  regulation: 'generic-process-essay-b',
  deadlines: [
    { stage: 'closing', amount: 15, unit: 'CALENDAR_DAYS', startsAt: 'RECEIPT', openValue: 'handlingWithin' },
  ],
  overdue: { stage: 'closing' },
};
