import type { BankAccount, BankAccountKind } from '../model/bank-account.model';
import { decideMatch } from './match-lines.decide';

const account = (kind: BankAccountKind): BankAccount => ({
  ...{ id: 'acc', name: 'a', kind, identifier: 'X', currency: 'CNY', provider: 'simulator', openingOn: '2026-01-01' },
  ...{ openingMinor: 0n, responsible: 'r', expectedWithinDays: 5, rules: [], version: 1 },
});

/** What comes of matching a line of five with payments of one and four by these providers. */
function codesOf(kind: BankAccountKind, providers: readonly [string, string]): readonly string[] {
  const line = { id: 'l', accountId: 'acc', bookedOn: '2026-03-02', amountMinor: -500n, currency: 'CNY', version: 1 };
  const [one, other] = providers;
  const payment = { currency: 'CNY', state: 'SUCCEEDED', claimed: false };
  const outcome = decideMatch({
    ...{ id: 'm', account: account(kind), lines: [{ ...line, state: 'OPEN' }] },
    payments: [
      { ...payment, id: 'p', provider: one, amountMinor: 100n },
      { ...payment, id: 'q', provider: other, amountMinor: 400n },
    ],
    ...{ by: 'clerk', at: new Date(0) },
  });
  return outcome.ok ? [] : outcome.refusals.map(({ code }) => code);
}

describe('a match by hand', () => {
  it('takes payments of any provider for a line of the bank', () => {
    expect(codesOf('BANK', ['simulator', 'stripe'])).toEqual([]);
  });

  it('takes for a line of a provider what that provider paid, and nothing that another did', () => {
    expect(codesOf('PROVIDER', ['simulator', 'simulator'])).toEqual([]);
    expect(codesOf('PROVIDER', ['simulator', 'stripe'])).toEqual(['FINANCE_MATCH_OTHER_PROVIDER']);
  });
});
