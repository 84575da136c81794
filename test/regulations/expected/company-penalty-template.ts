import type { Expectations } from '../expectations';

export const expected: Expectations = {
  regulation: 'company-penalty-template',
  course: ['verification', 'investigation', 'proposal', 'reply'],
  papers: { written: ['verification', 'investigation-report'] },
  acknowledged: { tells: ['PROCESS', 'TIME_NODES'] },
};
