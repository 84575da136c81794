import { money } from '@redress/kernel';
import { mayDecide } from './may-decide';

const settings = {
  timeZone: 'Asia/Shanghai',
  calendar: 'cn',
  numbering: { pattern: '{YYYY}{MM}-{SERIAL:6}', period: 'MONTH' as const },
  openValues: {
    authority: [
      { role: 'supervisor' as const, currency: 'CNY', maximumMinor: '100000' },
      { role: 'manager' as const, currency: 'CNY', maximumMinor: null },
    ],
  },
};
const request = {
  subject: 'li',
  roles: ['supervisor' as const],
  proposedBy: 'wang',
  amounts: [money(100_000n, 'CNY')],
};

describe('mayDecide', () => {
  it('allows an amount up to and including the limit', () => {
    expect(mayDecide(settings, request)).toEqual({ ok: true, value: undefined });
  });

  it('refuses one minor unit more, and says how much is allowed', () => {
    const outcome = mayDecide(settings, { ...request, amounts: [money(100_001n, 'CNY')] });
    expect(outcome).toMatchObject({
      ok: false,
      refusals: [{ code: 'REGULATION_EXCEEDS_AUTHORITY', details: { maximum: money(100_000n, 'CNY') } }],
    });
  });

  it('takes the highest of several roles, and null as without limit', () => {
    expect(
      mayDecide(settings, { ...request, roles: ['supervisor', 'manager'], amounts: [money(10n ** 15n, 'CNY')] }).ok,
    ).toBe(true);
  });

  it('refuses a currency without a row, a role without a row, and one’s own proposal', () => {
    expect(mayDecide(settings, { ...request, roles: ['manager'], amounts: [money(1n, 'USD')] }).ok).toBe(false);
    expect(mayDecide(settings, { ...request, roles: ['agent'], amounts: [] }).ok).toBe(false);
    expect(mayDecide(settings, { ...request, proposedBy: 'li' })).toMatchObject({
      refusals: [{ code: 'REGULATION_FOUR_EYES' }],
    });
  });
});
