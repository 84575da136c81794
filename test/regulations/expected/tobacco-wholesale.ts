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
  routes: [
    { matter: {}, to: ['responsible-department'] },
    { matter: { assessment: { outOfScope: true } }, to: ['branch-customer-service', 'responsible-department'] },
  ],
  handedOver: { 'out-of-scope': { assessment: { outOfScope: true } } },
  onTheSpot: { matter: { itemType: 'ENQUIRY' }, otherwise: { itemType: 'COMPLAINT' } },
};
