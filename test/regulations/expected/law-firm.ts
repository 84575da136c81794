import type { Expectations } from '../expectations';

export const expected: Expectations = {
  regulation: 'law-firm',
  usual: { channel: 'VISIT' },
  levels: [
    { matter: {}, level: 'ordinary' },
    { matter: { assessment: { major: true } }, level: 'major' },
    { matter: { assessment: { principle: true } }, level: 'major' },
  ],
  dissatisfied: ['REMEDIAL_MEASURES'],
  emergency: { assessment: { principle: true } },
  papers: { written: ['opinion'] },
};
