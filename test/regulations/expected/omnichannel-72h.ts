import type { Expectations } from '../expectations';

export const expected: Expectations = {
  regulation: 'omnichannel-72h',
  deadlines: [
    { stage: 'classification', amount: 30, unit: 'MINUTES', startsAt: 'RECEIPT' },
    { stage: 'first-reply', amount: 24, unit: 'HOURS', startsAt: 'RECEIPT' },
    { stage: 'solution', amount: 72, unit: 'HOURS', startsAt: 'RECEIPT' },
  ],
  levels: [
    { matter: {}, level: 'ordinary' },
    { matter: { classification: { urgency: 'urgent' } }, level: 'urgent' },
    { matter: { assessment: { major: true } }, level: 'major' },
  ],
  dissatisfied: ['REMEDIAL_MEASURES'],
  overdue: { stage: 'first-reply' },
  emergency: { assessment: { complex: true } },
};
