import { money } from '@redress/kernel';
import fc from 'fast-check';
import { monthsAfter, redeem, type Voucher } from './voucher.model';

const voucher: Voucher = {
  ...{ id: 'v', issuedFor: 'k', settlementId: 's', payee: 'c', issuedAt: new Date(0), expiresOn: '2029-11-30' },
  ...{ amount: money(10_000n, 'CNY'), remaining: money(10_000n, 'CNY'), redemptions: 0, version: 1 },
};

describe('taking from a voucher', () => {
  it('never takes more than it was issued for, whatever is tried', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: -10n, max: 6000n }), { maxLength: 20 }), (amounts) => {
        let left = voucher;
        let taken = 0n;
        for (const minor of amounts) {
          const outcome = redeem(left, money(minor, 'CNY'), { today: '2026-11-30', reference: 'r' });
          if (!outcome.ok) continue;
          taken += minor;
          left = outcome.value.voucher;
        }
        expect(left.remaining.amountMinor).toBe(10_000n - taken);
        expect(left.remaining.amountMinor).toBeGreaterThanOrEqual(0n);
      }),
      { seed: 3989 },
    );
  });

  it('takes it on its last day and not on the next', () => {
    const take = (today: string) => redeem(voucher, money(1n, 'CNY'), { today, reference: 'r' });
    expect(take('2029-11-30').ok).toBe(true);
    expect(take('2029-12-01')).toMatchObject({ refusals: [{ code: 'FINANCE_VOUCHER_EXPIRED' }] });
  });
});

describe('the day some months later', () => {
  it.each([
    ['2026-11-30', 36, '2029-11-30'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2027-12-31', 2, '2028-02-29'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-06-15', 1, '2026-07-15'],
  ])('%s and %d months is %s', (day, months, expected) => {
    expect(monthsAfter(day, months)).toBe(expected);
  });
});
