import type { Expectations } from '../expectations';

export const expected: Expectations = {
  regulation: 'company-24h-confirm',
  usual: { channel: 'LETTER' },
  deadlines: [{ stage: 'confirmation', amount: 24, unit: 'HOURS', startsAt: 'RECEIPT' }],
  overdue: { stage: 'confirmation' },
  acknowledged: { tells: ['RECEIPT', 'PROCESS'], channels: ['LETTERBOX', 'LETTER', 'EMAIL'] },
  handedOver: { oral: { written: false } },
};
