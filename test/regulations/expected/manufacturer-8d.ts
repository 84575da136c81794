import type { Expectations } from '../expectations';

export const expected: Expectations = {
  regulation: 'manufacturer-8d',
  dissatisfied: ['BACK_TO_CAUSE_ANALYSIS'],
  papers: { written: ['eight-d-report', 'reply'] },
  approvals: [{ stage: 'report', matter: {}, approvers: ['quality-manager'] }],
};
