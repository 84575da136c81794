import type { Expectations } from '../expectations';

export const expected: Expectations = {
  regulation: 'insurance-regulator',
  deadlines: [
    { stage: 'acceptance', amount: 2, unit: 'WORKING_DAYS', startsAt: 'RECEIPT', openValue: 'acceptedWithin' },
  ],
  overdue: { stage: 'acceptance' },
};
