import type { Expectations } from '../expectations';

export const expected: Expectations = {
  regulation: 'company-15wd',
  deadlines: [
    { stage: 'acceptance', amount: 24, unit: 'HOURS', startsAt: 'RECEIPT' },
    { stage: 'handler-told', amount: 24, unit: 'HOURS', startsAt: 'RECEIPT' },
    { stage: 'result-told', amount: 15, unit: 'WORKING_DAYS', startsAt: 'RECEIPT' },
    { stage: 'handling-finished', amount: 15, unit: 'WORKING_DAYS', startsAt: 'RECEIPT' },
  ],
  levels: [
    { matter: {}, level: 'ordinary' },
    { matter: { assessment: { major: true } }, level: 'major' },
  ],
  dissatisfied: ['EXTERNAL_BODY'],
  overdue: { stage: 'acceptance' },
  acknowledged: { tells: ['HANDLER_NAME', 'HANDLER_CONTACT'] },
};
