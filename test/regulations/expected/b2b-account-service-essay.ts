import type { Expectations } from '../expectations';

export const expected: Expectations = { regulation: 'b2b-account-service-essay', usual: { kind: 'CORPORATE_BUYER' } };
