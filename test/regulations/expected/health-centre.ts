import type { Expectations } from '../expectations';

export const expected: Expectations = {
  regulation: 'health-centre',
  usual: { channel: 'PHONE' },
  deadlines: [
    { stage: 'proposal', amount: 5, unit: 'WORKING_DAYS', startsAt: 'RECEIPT', openValue: 'proposedWithin' },
    { stage: 'solution', amount: 15, unit: 'CALENDAR_DAYS', startsAt: 'RECEIPT', openValue: 'solvedWithin' },
  ],
  overdue: { stage: 'proposal' },
};
