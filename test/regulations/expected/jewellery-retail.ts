import type { Expectations } from '../expectations';

export const expected: Expectations = {
  regulation: 'jewellery-retail',
  usual: { channel: 'STORE', assessment: { impact: 'regional' } },
  levels: [
    { matter: {}, level: 'general' },
    { matter: { assessment: { mediaPossible: true } }, level: 'major' },
    { matter: { assessment: { loss: 'large' } }, level: 'major' },
    { matter: { assessment: { loss: 'serious' } }, level: 'crisis' },
    { matter: { assessment: { litigationPossible: true, mediaPossible: true } }, level: 'crisis' },
  ],
};
