import type { Expectations } from '../expectations';

export const expected: Expectations = {
  regulation: 'consumer-affairs',
  usual: { kind: 'CONSUMER', categoryCode: 'product' },
  deadlines: [
    {
      stage: 'general-solution',
      amount: 5,
      unit: 'WORKING_DAYS',
      startsAt: 'RECEIPT',
      openValue: 'generalSolutionWithin',
    },
    {
      stage: 'complex-solution',
      amount: 15,
      unit: 'WORKING_DAYS',
      startsAt: 'ACCEPTANCE',
      openValue: 'complexSolutionWithin',
      matter: { assessment: { deepInvestigation: true } },
    },
    {
      stage: 'complex-progress',
      amount: 3,
      unit: 'WORKING_DAYS',
      startsAt: 'ACCEPTANCE',
      openValue: 'complexProgressWithin',
      matter: { assessment: { deepInvestigation: true } },
    },
    {
      stage: 'urgent-contact',
      amount: 2,
      unit: 'HOURS',
      startsAt: 'RECEIPT',
      openValue: 'urgentContactWithin',
      matter: { assessment: { personalSafety: true } },
    },
    {
      stage: 'urgent-settlement',
      amount: 3,
      unit: 'WORKING_DAYS',
      startsAt: 'RECEIPT',
      openValue: 'urgentSettledWithin',
      matter: { assessment: { personalSafety: true } },
    },
    {
      stage: 'follow-up',
      amount: 7,
      unit: 'WORKING_DAYS',
      startsAt: 'EXECUTION_FINISHED',
      openValue: 'followUpWithin',
    },
  ],
  levels: [
    { matter: {}, level: 'general' },
    { matter: { assessment: { severalDepartments: true } }, level: 'complex' },
    { matter: { assessment: { deepInvestigation: true, majorNegativeEffect: true } }, level: 'urgent' },
    { matter: { assessment: { personalSafety: true } }, level: 'urgent' },
  ],
  dissatisfied: ['SECOND_HANDLING'],
  overdue: { stage: 'general-solution' },
  emergency: { assessment: { personalSafety: true } },
  legal: { matter: { categoryCode: 'legal' } },
};
