import type { Expectations } from '../expectations';

export const expected: Expectations = {
  regulation: 'tobacco-wholesale',
  usual: { kind: 'RETAILER', assessment: { workOrService: true } },
  deadlines: [
    {
      stage: 'enquiry-answer',
      amount: 24,
      unit: 'HOURS',
      startsAt: 'RECEIPT',
      openValue: 'enquiryAnswered',
      matter: { itemType: 'ENQUIRY' },
    },
  ],
  course: ['assignment', 'investigation', 'determination'],
  overdue: { stage: 'enquiry-answer' },
};
