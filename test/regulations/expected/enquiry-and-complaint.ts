import type { Expectations } from '../expectations';

export const expected: Expectations = {
  regulation: 'enquiry-and-complaint',
  usual: { kind: 'EMPLOYEE' },
  deadlines: [{ stage: 'closing', amount: 7, unit: 'WORKING_DAYS', startsAt: 'RECEIPT', openValue: 'handledWithin' }],
  overdue: { stage: 'closing' },
};
