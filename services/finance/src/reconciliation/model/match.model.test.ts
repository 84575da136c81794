import fc from 'fast-check';
import type { BankAccount } from './bank-account.model';
import { entryFor, type Match } from './match.model';

const account = (kind: BankAccount['kind']): BankAccount => ({
  ...{ id: 'acc', name: 'a', kind, identifier: 'X', currency: 'CNY', provider: 'simulator', openingOn: '2026-01-01' },
  ...{ openingMinor: 0n, responsible: 'r', expectedWithinDays: 5, rules: [], version: 1 },
});
const match = (
  lines: readonly bigint[],
  payments: readonly (readonly [string, bigint])[],
  changes: Partial<Match> = {},
): Match => ({
  ...{ id: 'm', kind: 'ONE_TO_ONE', rule: 'r', matchedBy: 'x', matchedAt: new Date('2026-03-05T10:00:00Z') },
  lines: lines.map((amountMinor, index) => ({ id: String(index), amountMinor, bookedOn: `2026-03-0${index + 1}` })),
  payments: payments.map(([provider, amountMinor], index) => ({ id: String(index), provider, amountMinor })),
  ...changes,
});
const seen = (each: Match, kind: BankAccount['kind'] = 'BANK') =>
  entryFor(each, account(kind), 'e')?.postings.map(({ account: to, subaccount, side, amountMinor }) =>
    [side, to, subaccount, Number(amountMinor)].join(' '),
  );

describe('what a match books', () => {
  it('settles the provider’s clearing account by the bank, on the day of the line', () => {
    const entry = entryFor(match([-100n], [['simulator', 100n]]), account('BANK'), 'e');
    expect(entry).toMatchObject({
      effectiveOn: '2026-03-01',
      source: { kind: 'BANK_STATEMENT', id: 'm' },
      kind: 'STATEMENT',
    });
    expect(seen(match([-100n], [['simulator', 100n]]))).toEqual([
      'DEBIT PROVIDER_CLEARING simulator 100',
      'CREDIT BANK acc 100',
    ]);
  });

  it('shows a difference openly, on the side where it lies', () => {
    expect(seen(match([-103n], [['p', 100n]], { differenceTo: 'PAYMENT_FEES' }))).toEqual([
      'DEBIT PROVIDER_CLEARING p 100',
      'DEBIT PAYMENT_FEES  3',
      'CREDIT BANK acc 103',
    ]);
    expect(seen(match([-99n], [['p', 100n]], { differenceTo: 'ROUNDING' }))).toEqual([
      'DEBIT PROVIDER_CLEARING p 100',
      'CREDIT ROUNDING  1',
      'CREDIT BANK acc 99',
    ]);
  });

  it('books nothing for a provider’s own statement but what differs', () => {
    expect(seen(match([-100n], [['simulator', 100n]]), 'PROVIDER')).toBeUndefined();
    expect(seen(match([-103n], [['simulator', 100n]], { differenceTo: 'PAYMENT_FEES' }), 'PROVIDER')).toEqual([
      'DEBIT PAYMENT_FEES  3',
      'CREDIT PROVIDER_CLEARING simulator 3',
    ]);
  });

  it('books an explained line against its account, whichever way the money went', () => {
    expect(seen(match([-7n], [], { differenceTo: 'PAYMENT_FEES' }))).toEqual([
      'DEBIT PAYMENT_FEES  7',
      'CREDIT BANK acc 7',
    ]);
    expect(seen(match([7n], [], { differenceTo: 'INTEREST' }))).toEqual(['CREDIT INTEREST  7', 'DEBIT BANK acc 7']);
  });

  it('lesson 44: matching never creates money, it links: nothing is booked but between clearing, bank and the difference', () => {
    const amounts = fc.array(fc.bigInt({ min: -500n, max: 500n }), { minLength: 1, maxLength: 5 });
    const paid = fc.array(fc.tuple(fc.constantFrom('a', 'b'), fc.bigInt({ min: 1n, max: 500n })), { maxLength: 5 });
    fc.assert(
      fc.property(amounts, paid, fc.constantFrom('BANK' as const, 'PROVIDER' as const), (lines, payments, kind) => {
        const left = -lines.reduce((sum, each) => sum + each, 0n);
        const differs = left !== payments.reduce((sum, [, each]) => sum + each, 0n);
        const postings =
          entryFor(match(lines, payments, differs ? { differenceTo: 'ROUNDING' } : {}), account(kind), 'e')?.postings ??
          [];
        const net = (to: string): bigint =>
          postings
            .filter((each) => each.account === to)
            .reduce((sum, each) => sum + (each.side === 'DEBIT' ? each.amountMinor : -each.amountMinor), 0n);
        expect(net('BANK')).toBe(kind === 'BANK' ? -left : 0n);
        expect(net('BANK') + net('PROVIDER_CLEARING') + net('ROUNDING')).toBe(0n);
        expect(postings.every((each) => ['BANK', 'PROVIDER_CLEARING', 'ROUNDING'].includes(each.account))).toBe(true);
      }),
      { seed: 44 },
    );
  });
});
