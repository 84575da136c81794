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
  handedOver: { 'to-handler': {} },
  routes: [
    { matter: { channel: 'LETTER' }, to: ['administration-reception'] },
    { matter: { channel: 'VISIT' }, to: ['dedicated-person'] },
    { matter: { channel: 'PHONE' }, to: ['dedicated-person'] },
    { matter: { channel: 'REFERRAL' }, to: ['dedicated-person'] },
  ],
  approvals: [{ stage: 'handling-opinion', matter: { assessment: { major: true } }, approvers: ['firm-meeting'] }],
};
