import type { Expectations } from '../expectations';

export const expected: Expectations = {
  regulation: 'company-case-library',
  levels: [
    { matter: {}, level: 'ordinary' },
    { matter: { assessment: { majorIncident: true } }, level: 'major' },
  ],
  emergency: { assessment: { majorIncident: true } },
  routes: [{ matter: { assessment: { majorIncident: true } }, to: ['leaders'] }],
};
