import type { Expectations } from '../expectations';

export const expected: Expectations = {
  regulation: 'company-24h-3wd-7wd',
  deadlines: [
    { stage: 'acceptance', amount: 24, unit: 'HOURS', startsAt: 'RECEIPT' },
    { stage: 'investigation', amount: 3, unit: 'WORKING_DAYS', startsAt: 'RECEIPT' },
    { stage: 'resolution', amount: 7, unit: 'WORKING_DAYS', startsAt: 'RECEIPT' },
    {
      stage: 'follow-up',
      amount: 7,
      unit: 'CALENDAR_DAYS',
      startsAt: 'EXECUTION_FINISHED',
      openValue: 'followUpWithin',
    },
  ],
  course: ['acceptance', 'investigation', 'resolution'],
  overdue: { stage: 'investigation' },
  routes: [{ matter: {}, to: ['handler'] }],
};
