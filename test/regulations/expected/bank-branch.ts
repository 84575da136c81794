import type { Expectations } from '../expectations';

export const expected: Expectations = { regulation: 'bank-branch', usual: { channel: 'STORE' } };
