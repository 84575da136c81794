import type { Expectations } from '../expectations';

export const expected: Expectations = {
  regulation: 'grievance-techniques',
  routes: [
    {
      matter: {},
      remedies: [{ kind: 'COMPENSATION', amount: { amount: '100.00', currency: 'CNY' } }],
      to: ['executing-department'],
    },
  ],
};
