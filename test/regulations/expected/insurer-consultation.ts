import type { Expectations } from '../expectations';

export const expected: Expectations = {
  regulation: 'insurer-consultation',
  usual: { kind: 'POLICYHOLDER', categoryCode: 'business-quality', channel: 'PHONE' },
  deadlines: [
    {
      stage: 'answer-by-specialist',
      amount: 1,
      unit: 'WORKING_DAYS',
      startsAt: 'ACCEPTANCE',
      matter: { itemType: 'ENQUIRY', categoryCode: 'claims' },
    },
    {
      stage: 'answer-with-departments',
      amount: 2,
      unit: 'WORKING_DAYS',
      startsAt: 'ACCEPTANCE',
      matter: { itemType: 'ENQUIRY', categoryCode: 'claims', assessment: { handling: 'by-departments' } },
    },
    { stage: 'business-quality-hand-over', amount: 1, unit: 'WORKING_DAYS', startsAt: 'ACCEPTANCE' },
    {
      stage: 'preliminary-handling',
      amount: 3,
      unit: 'WORKING_DAYS',
      startsAt: 'STAGE:business-quality-hand-over',
    },
    { stage: 'collation', amount: 1, unit: 'WORKING_DAYS', startsAt: 'STAGE:preliminary-handling' },
    { stage: 'closing', amount: 10, unit: 'WORKING_DAYS', startsAt: 'ACCEPTANCE' },
  ],
  levels: [
    { matter: {}, level: 'general' },
    { matter: { kind: 'GROUP', persons: 9 }, level: 'general' },
    { matter: { kind: 'GROUP', persons: 10 }, level: 'major' },
    { matter: { assessment: { outsideBody: true } }, level: 'major' },
    { matter: { assessment: { majorPetitionVisit: true } }, level: 'major' },
  ],
  dissatisfied: ['VERIFY_THEN_FINAL'],
  overdue: { stage: 'closing' },
  emergency: { assessment: { outsideBody: true } },
  legal: { matter: { kind: 'GROUP', persons: 10 } },
  // Either of the two approves any sum; the organisation itself adds nobody.
  adoptedAuthority: [{ role: 'SUPERVISOR', currency: 'CNY', maximum: '100.00' }],
  authority: [
    { matter: {}, holder: 'gm-office', maximum: null },
    { matter: {}, holder: 'department-head', maximum: null },
  ],
  papers: { written: ['detail-record', 'difficult-case-sheet', 'written-result'] },
};
