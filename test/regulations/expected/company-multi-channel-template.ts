import type { Expectations } from '../expectations';

export const expected: Expectations = {
  regulation: 'company-multi-channel-template',
  levels: [
    { matter: {}, level: 'ordinary' },
    { matter: { assessment: { major: true } }, level: 'major' },
  ],
  emergency: { assessment: { major: true } },
};
