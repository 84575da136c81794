import type { Expectations } from '../expectations';

export const expected: Expectations = {
  regulation: 'market-3wd',
  deadlines: [{ stage: 'closing', amount: 3, unit: 'WORKING_DAYS', startsAt: 'RECEIPT' }],
  levels: [
    { matter: {}, level: 'general' },
    { matter: { assessment: { important: true } }, level: 'important' },
    { matter: { assessment: { urgent: true, important: true } }, level: 'urgent' },
  ],
  overdue: { stage: 'closing' },
  emergency: { assessment: { urgent: true } },
};
