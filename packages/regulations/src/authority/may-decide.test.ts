import { money } from '@redress/kernel';
import { aLabel, aRegulation, someSettings } from '../testing/builders';
import { mayDecide, whoMay } from './may-decide';

const regulation = aRegulation({
  parties: [
    { party: 'service-centre', label: aLabel('Service centre'), kind: 'UNIT', role: 'supervisor', quote: 'it' },
  ],
  assessment: [{ key: 'media', label: aLabel('Media'), type: 'BOOLEAN', quote: 'it' }],
  authority: {
    rows: [{ holder: 'service-centre', currency: 'CNY', maximum: '3000', when: '!assessment.media', quote: 'it' }],
    openValue: 'authority',
  },
  openValues: [{ key: 'authority', type: 'AUTHORITY', label: aLabel('Authority'), quote: null }],
});
const settings = someSettings({
  openValues: {
    authority: [
      { role: 'supervisor', currency: 'CNY', maximumMinor: '100000' },
      { holder: 'manager', currency: 'CNY', maximumMinor: null },
    ],
  },
});
const request = {
  subject: 'li',
  roles: ['supervisor' as const],
  parties: [],
  proposedBy: 'wang',
  amounts: [money(100_000n, 'CNY')],
  facts: {},
};

describe('mayDecide', () => {
  it('allows an amount up to and including the limit', () => {
    expect(mayDecide(regulation, settings, request)).toEqual({ ok: true, value: undefined });
  });

  it('refuses one minor unit more, and says how much is allowed', () => {
    const outcome = mayDecide(regulation, settings, { ...request, amounts: [money(100_001n, 'CNY')] });
    expect(outcome).toMatchObject({
      ok: false,
      refusals: [{ code: 'REGULATION_EXCEEDS_AUTHORITY', details: { maximum: money(100_000n, 'CNY') } }],
    });
  });

  it('takes the highest of several roles, and null as without limit', () => {
    expect(
      mayDecide(regulation, settings, {
        ...request,
        roles: ['supervisor', 'manager'],
        amounts: [money(10n ** 15n, 'CNY')],
      }).ok,
    ).toBe(true);
  });

  it('refuses a currency without a row, a role without a row, and one’s own proposal', () => {
    expect(mayDecide(regulation, settings, { ...request, roles: ['manager'], amounts: [money(1n, 'USD')] }).ok).toBe(
      false,
    );
    expect(mayDecide(regulation, settings, { ...request, roles: ['agent'], amounts: [] }).ok).toBe(false);
    expect(mayDecide(regulation, settings, { ...request, proposedBy: 'li' })).toMatchObject({
      refusals: [{ code: 'REGULATION_FOUR_EYES' }],
    });
  });

  it('gives members of a party what its row allows, where the row’s condition holds', () => {
    const asMember = { ...request, parties: ['service-centre'], amounts: [money(300_000n, 'CNY')] };
    expect(mayDecide(regulation, settings, asMember).ok).toBe(true);
    expect(mayDecide(regulation, settings, { ...asMember, facts: { assessment: { media: true } } }).ok).toBe(false);
    expect(mayDecide(regulation, settings, { ...asMember, roles: ['handler'] }).ok).toBe(false);
  });

  it('refuses a sum that was split over linked cases until each part was small enough', () => {
    const half = { ...request, amounts: [money(60_000n, 'CNY')] };
    expect(mayDecide(regulation, settings, half).ok).toBe(true);
    expect(mayDecide(regulation, settings, { ...half, linkedAmounts: [money(60_000n, 'CNY')] })).toMatchObject({
      refusals: [{ code: 'REGULATION_SPLIT_EXCEEDS_AUTHORITY', details: { maximum: money(100_000n, 'CNY') } }],
    });
    expect(mayDecide(regulation, settings, { ...half, linkedAmounts: [money(60_000n, 'USD')] }).ok).toBe(true);
  });

  it('tells who may', () => {
    const needed = { amounts: [money(200_000n, 'CNY')], facts: {} };
    expect(whoMay(regulation, settings, needed)).toEqual([
      { holder: 'service-centre', role: 'supervisor' },
      { holder: 'manager', role: 'manager' },
    ]);
    expect(whoMay(regulation, settings, { ...needed, facts: { assessment: { media: true } } })).toEqual([
      { holder: 'manager', role: 'manager' },
    ]);
  });
});
