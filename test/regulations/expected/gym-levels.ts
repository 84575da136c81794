import type { Expectations } from '../expectations';

export const expected: Expectations = {
  regulation: 'gym-levels',
  usual: { kind: 'MEMBER' },
  levels: [
    { matter: {}, level: 'other' },
    { matter: { assessment: { customerInjured: true } }, level: 'level-1' },
    { matter: { assessment: { lawsuit: true, unauthorisedPromise: true } }, level: 'level-1' },
    { matter: { assessment: { majorLoss: true } }, level: 'level-1' },
    { matter: { assessment: { unauthorisedPromise: true } }, level: 'level-2' },
    { matter: { assessment: { serviceNotDelivered: true }, raised: 2 }, level: 'level-2' },
    { matter: {}, level: 'other', times: 2 },
    { matter: {}, level: 'level-2', times: 3 },
    { matter: { assessment: { ourCause: true } }, level: 'other', afterDays: 14 },
    { matter: { assessment: { ourCause: true } }, level: 'level-2', afterDays: 16 },
    { matter: { assessment: { earlierMishandling: true } }, level: 'level-1', afterDays: 31 },
  ],
  conversions: [{ from: 'COMPLAINT', matter: {}, to: 'DEMAND', byItself: false }],
};
