import type { Expectations } from '../expectations';

export const expected: Expectations = {
  regulation: 'company-case-number-followup',
  deadlines: [
    {
      stage: 'investigation',
      amount: 3,
      unit: 'WORKING_DAYS',
      startsAt: 'RECEIPT',
      openValue: 'investigatedWithin',
    },
    {
      stage: 'execution',
      amount: 7,
      unit: 'WORKING_DAYS',
      startsAt: 'STAGE:agreement',
      openValue: 'executedWithin',
    },
  ],
  dissatisfied: ['HAND_TO_SUPERIOR'],
  overdue: { stage: 'investigation' },
  acknowledged: { tells: ['NUMBER', 'PROCESS', 'TIME_NODES'] },
};
