import type { Expectations } from '../expectations';

export const expected: Expectations = {
  regulation: 'cs-detailed-rules',
  routes: [{ matter: { assessment: { otherDepartment: true } }, to: ['handler'] }],
};
