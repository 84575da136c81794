import type { Expectations } from '../expectations';

export const expected: Expectations = {
  regulation: 'company-six-step',
  course: ['verification', 'investigation', 'proposal', 'reply', 'confirmation', 'execution'],
};
