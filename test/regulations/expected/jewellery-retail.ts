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
  emergency: { channel: 'REFERRAL' },
  // 1,000 yuan and less by the supervisor of the centre, where it stays in the region and without the press.
  adoptedAuthority: [{ role: 'MANAGER', currency: 'CNY' }],
  authority: [
    { matter: {}, holder: 'cs-centre-supervisor', maximum: '1000.00', above: ['manager'] },
    {
      matter: { assessment: { mediaInvolved: true } },
      holder: 'cs-centre-supervisor',
      maximum: '0.00',
      above: ['manager'],
    },
    {
      matter: { assessment: { impact: 'wider' } },
      holder: 'cs-centre-supervisor',
      maximum: '0.00',
      above: ['manager'],
    },
  ],
  routes: [
    { matter: { channel: 'STORE' }, to: ['sales-staff'] },
    { matter: { channel: 'VISIT' }, to: ['cs-centre'] },
    { matter: { channel: 'REFERRAL' }, to: ['senior-management', 'cs-centre'] },
  ],
  signatories: ['marketing-director', 'executive-director', 'general-manager', 'chairman'],
};
