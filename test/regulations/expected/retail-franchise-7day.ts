import type { Expectations } from '../expectations';

export const expected: Expectations = {
  regulation: 'retail-franchise-7day',
  usual: { channel: 'STORE', kind: 'FRANCHISEE' },
  deadlines: [{ stage: 'closing', amount: 7, unit: 'CALENDAR_DAYS', startsAt: 'RECEIPT' }],
  course: ['acceptance', 'assignment', 'investigation', 'admin-opinion', 'handling-opinion', 'opinion-review', 'reply'],
  overdue: { stage: 'closing' },
  papers: { written: ['investigation-report', 'admin-opinion', 'reply'] },
  approvals: [
    { stage: 'investigation', matter: {}, approvers: ['superior'] },
    { stage: 'admin-opinion', matter: {}, approvers: ['general-manager'] },
  ],
};
