import type { Expectations } from '../expectations';

export const expected: Expectations = { regulation: 'electronics-agent-b' };
