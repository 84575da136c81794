import type { Expectations } from '../expectations';

/** Shops, studios and wholesale. */
export const TRADE: readonly Expectations[] = [
  {
    regulation: 'retail-franchise-7day',
    usual: { channel: 'STORE', kind: 'FRANCHISEE' },
    deadlines: [{ stage: 'closing', amount: 7, unit: 'CALENDAR_DAYS', startsAt: 'RECEIPT' }],
    course: [
      'acceptance',
      'assignment',
      'investigation',
      'admin-opinion',
      'handling-opinion',
      'opinion-review',
      'reply',
    ],
    overdue: { stage: 'closing' },
  },
  {
    regulation: 'jewellery-retail',
    usual: { channel: 'STORE', assessment: { impact: 'regional' } },
    levels: [
      { matter: {}, level: 'general' },
      { matter: { assessment: { mediaPossible: true } }, level: 'major' },
      { matter: { assessment: { loss: 'large' } }, level: 'major' },
      { matter: { assessment: { loss: 'serious' } }, level: 'crisis' },
      { matter: { assessment: { litigationPossible: true, mediaPossible: true } }, level: 'crisis' },
    ],
  },
  {
    regulation: 'furniture-maker',
    usual: { channel: 'SALES_STAFF' },
    // AABBCCDDD: the day of receipt stands in it, the series restarts only with the year.
    numbers: [
      { receivedAt: '2025-09-12T09:00:00+08:00', number: /^250912001$/ },
      { receivedAt: '2025-12-31T23:59:00+08:00', number: /^251231002$/ },
      { receivedAt: '2026-01-01T00:00:00+08:00', number: /^260101001$/ },
    ],
  },
  {
    regulation: 'gym-levels',
    usual: { kind: 'MEMBER' },
    levels: [
      { matter: {}, level: 'other' },
      { matter: { assessment: { customerInjured: true } }, level: 'level-1' },
      { matter: { assessment: { lawsuit: true, unauthorisedPromise: true } }, level: 'level-1' },
      { matter: { assessment: { majorLoss: true } }, level: 'level-1' },
      { matter: { assessment: { unauthorisedPromise: true } }, level: 'level-2' },
      { matter: { assessment: { serviceNotDelivered: true }, raised: 2 }, level: 'level-2' },
      { matter: { assessment: { ourCause: true } }, level: 'other', afterDays: 14 },
      { matter: { assessment: { ourCause: true } }, level: 'level-2', afterDays: 16 },
      { matter: { assessment: { earlierMishandling: true } }, level: 'level-1', afterDays: 31 },
    ],
  },
  {
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
  },
  {
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
  },
  { regulation: 'customer-reception' },
  { regulation: 'card-equipment-cs', usual: { channel: 'PHONE' } },
];
