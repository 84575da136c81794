import type { Expectations } from '../expectations';

export const expected: Expectations = {
  regulation: 'manufacturer-yymmcc',
  usual: { channel: 'SALES_STAFF', kind: 'CORPORATE_BUYER', assessment: { ownQualityFault: true } },
  deadlines: [
    { stage: 'closing', amount: 14, maximum: 21, unit: 'CALENDAR_DAYS', startsAt: 'ACCEPTANCE' },
    { stage: 'investigation-report', amount: 3, unit: 'CALENDAR_DAYS', startsAt: 'STAGE:investigation' },
    { stage: 'synthesis', amount: 1, unit: 'CALENDAR_DAYS', startsAt: 'STAGE:negotiation' },
  ],
  // YYMMCC: two digits of serial, restarting with each month.
  numbers: [
    { receivedAt: '2025-11-30T23:59:00+08:00', number: /^251101$/ },
    { receivedAt: '2025-12-01T00:00:00+08:00', number: /^251201$/ },
    { receivedAt: '2025-12-02T09:00:00+08:00', number: /^251202$/ },
  ],
  course: [
    'sheet',
    'acceptance',
    'investigation',
    'investigation-report',
    'instruction',
    'countermeasure',
    'office-check',
    'handling-opinion',
    'negotiation',
    'synthesis',
    'approval',
  ],
  dissatisfied: ['LINKED_FORM'],
  overdue: { stage: 'investigation-report', paper: 'reminder' },
  // The table itself is lost: what the organisation of the scenario fills in.
  adoptedAuthority: [
    { role: 'SUPERVISOR', currency: 'CNY', maximum: '5000.00' },
    { role: 'MANAGER', currency: 'CNY' },
  ],
  authority: [{ matter: {}, holder: 'business-manager', maximum: '5000.00', above: ['manager'] }],
  papers: {
    matter: { assessment: { ownQualityFault: true, siteInspectionNeeded: true } },
    written: ['site-inspection-report', 'opinion-sheet', 'tracking-table', 'investigation-report', 'countermeasure'],
  },
  exempt: { assessment: { ownQualityFault: true, humanNegligence: true } },
  conversions: [{ from: 'COMPLAINT', matter: { assessment: { noLoss: true } }, to: 'ANOMALY', byItself: true }],
  routes: [
    { matter: { assessment: { thirdPartyResponsible: true } }, to: ['general-manager'] },
    { matter: { assessment: { specialAnomaly: true } }, to: ['research'] },
  ],
  approvals: [
    { stage: 'handling-opinion', matter: {}, approvers: ['general-manager'] },
    { stage: 'negotiation', matter: {}, approvers: ['business-manager'] },
    { stage: 'responsibility', matter: { assessment: { ownQualityFault: true } }, approvers: ['gm-office-head'] },
  ],
};
