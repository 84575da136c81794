import type { Expectations } from '../expectations';

export const expected: Expectations = {
  regulation: 'company-24h-48h-72h',
  deadlines: [
    { stage: 'contact', amount: 24, unit: 'HOURS', startsAt: 'RECEIPT' },
    { stage: 'proposal', amount: 48, unit: 'HOURS', startsAt: 'RECEIPT' },
    { stage: 'follow-up', amount: 72, unit: 'HOURS', startsAt: 'EXECUTION_FINISHED' },
  ],
  levels: [
    { matter: {}, level: 'ordinary' },
    { matter: { assessment: { major: true } }, level: 'major' },
  ],
  overdue: { stage: 'proposal' },
  emergency: { assessment: { major: true } },
  legal: { validity: 'MALICIOUS' },
};
