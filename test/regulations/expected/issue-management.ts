import type { Expectations } from '../expectations';

export const expected: Expectations = { regulation: 'issue-management', usual: { itemType: 'COMPLAINT' } };
