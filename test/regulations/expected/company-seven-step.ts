import type { Expectations } from '../expectations';

export const expected: Expectations = {
  regulation: 'company-seven-step',
  deadlines: [
    {
      stage: 'processing',
      amount: 5,
      unit: 'WORKING_DAYS',
      startsAt: 'STAGE:decision',
      openValue: 'processedWithin',
    },
  ],
  dissatisfied: ['APPEAL'],
  overdue: { stage: 'processing' },
};
