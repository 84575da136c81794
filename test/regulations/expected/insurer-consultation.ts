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
  // The second is what customers do whom the first did not satisfy; the complaint becomes a major one by it.
  dissatisfied: ['VERIFY_THEN_FINAL', 'EXTERNAL_BODY'],
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
  conversions: [
    { from: 'GRIEVANCE', matter: { categoryCode: 'business-quality' }, to: 'COMPLAINT', byItself: true },
    {
      from: 'GRIEVANCE',
      matter: { categoryCode: 'claims', assessment: { severalChecks: true } },
      to: 'COMPLAINT',
      byItself: true,
    },
  ],
  unconverted: { categoryCode: 'claims', assessment: { severalChecks: false } },
  acknowledged: { tells: ['RECEIPT', 'EXPECTED_REPLY'] },
  handedOver: {
    'counter-visit': { channel: 'VISIT' },
    'work-order': { card: { platform: 'contact-centre' }, assessment: { handling: 'by-specialist' } },
    'business-quality-hand-over': { itemType: 'COMPLAINT', categoryCode: 'business-quality' },
    'professional-hand-over': { itemType: 'COMPLAINT', categoryCode: 'claims' },
  },
  routes: [
    { matter: { categoryCode: 'business-quality' }, to: ['liaison-specialist'] },
    { matter: { categoryCode: 'underwriting' }, to: ['operations-specialist-post'] },
    { matter: { categoryCode: 'claims' }, to: ['operations-specialist-post'] },
    { matter: { categoryCode: 'renewal' }, to: ['operations-specialist-post'] },
    { matter: { categoryCode: 'back-office-service' }, to: ['human-resources-department'] },
    {
      matter: { itemType: 'ENQUIRY', categoryCode: 'claims', assessment: { handling: 'by-departments' } },
      to: ['operations-specialist-post', 'related-department'],
    },
    {
      matter: { kind: 'GROUP', persons: 10, categoryCode: 'business-quality' },
      to: ['liaison-specialist', 'coordination-post'],
    },
  ],
  inForceFrom: '2007-05-01',
  signatories: ['drafter', 'approver'],
  onTheSpot: { matter: { itemType: 'ENQUIRY', categoryCode: 'claims' }, otherwise: { itemType: 'COMPLAINT' } },
};
