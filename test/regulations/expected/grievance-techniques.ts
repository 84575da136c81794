import type { Expectations } from '../expectations';

export const expected: Expectations = { regulation: 'grievance-techniques' };
