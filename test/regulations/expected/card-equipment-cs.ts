import type { Expectations } from '../expectations';

export const expected: Expectations = {
  regulation: 'card-equipment-cs',
  usual: { channel: 'PHONE' },
  emergency: { assessment: { ourResponsibility: true, serious: true } },
};
