import type { Expectations } from '../expectations';

export const expected: Expectations = {
  regulation: 'issue-management',
  usual: { itemType: 'COMPLAINT' },
  routes: [{ matter: {}, to: ['technical-support', 'quality-management'] }],
};
