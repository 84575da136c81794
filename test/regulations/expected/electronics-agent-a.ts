import type { Expectations } from '../expectations';

export const expected: Expectations = {
  regulation: 'electronics-agent-a',
  routes: [{ matter: { assessment: { complex: true } }, to: ['superior', 'related-department'] }],
  handedOver: { escalation: { assessment: { complex: true } } },
};
