import fc from 'fast-check';
import { money } from '@redress/kernel';
import { ACCOUNTS, type Account } from './account.model';
import { approvalEntry, balanced, paymentEntry, reversalOf, type JournalEntry } from './journal.model';

// Found at random, the same in each run.
fc.configureGlobal({ seed: 4_711 });

const booking = (id: string) => ({
  id,
  source: { kind: 'SETTLEMENT', id: 's' } as const,
  bookedAt: new Date('2026-11-02T00:00:00Z'),
});
const CLEARING = { account: 'PROVIDER_CLEARING', subaccount: 'simulator' } as const;
const anAmount = fc.bigInt({ min: 1n, max: 10n ** 18n });

function balanceOf(entries: readonly JournalEntry[], account: Account): bigint {
  return entries
    .flatMap((entry) => entry.postings)
    .filter((posting) => posting.account === account)
    .reduce((sum, { side, amountMinor }) => sum + (side === 'DEBIT' ? amountMinor : -amountMinor), 0n);
}

describe('journal', () => {
  it('leaves no debt and one expense when an approved settlement is paid', () => {
    fc.assert(
      fc.property(anAmount, fc.constantFrom<Account>('SALES_RETURNS', 'GOODWILL_EXPENSE'), (minor, expense) => {
        const amount = money(minor, 'CNY');
        const entries = [
          approvalEntry(booking('1'), [{ account: expense, amountMinor: minor }], 'CNY'),
          paymentEntry(booking('2'), amount, CLEARING),
        ];
        expect(balanceOf(entries, 'PAYABLES_TO_COMPLAINANTS')).toBe(0n);
        expect(balanceOf(entries, expense)).toBe(minor);
        expect(balanceOf(entries, 'PROVIDER_CLEARING')).toBe(-minor);
      }),
    );
  });

  it('leaves nothing on any account when an approved settlement is reversed', () => {
    fc.assert(
      fc.property(anAmount, (minor) => {
        const approval = approvalEntry(
          booking('1'),
          [{ account: 'SALES_ALLOWANCES', amountMinor: minor, cause: 'late' }],
          'JPY',
        );
        const entries = [approval, reversalOf(approval, booking('2'))];
        for (const account of ACCOUNTS) expect(balanceOf(entries, account)).toBe(0n);
        expect(entries[1]).toMatchObject({ kind: 'REVERSAL', reverses: '1', currency: 'JPY' });
      }),
    );
  });

  it('does not let an entry that does not balance exist', () => {
    fc.assert(
      fc.property(anAmount, anAmount, (debit, credit) => {
        const entry: JournalEntry = {
          ...booking('1'),
          kind: 'APPROVAL',
          currency: 'CNY',
          postings: [
            { account: 'SALES_RETURNS', side: 'DEBIT', amountMinor: debit },
            { account: 'PAYABLES_TO_COMPLAINANTS', side: 'CREDIT', amountMinor: credit },
          ],
        };
        if (debit === credit) expect(balanced(entry)).toBe(entry);
        else expect(() => balanced(entry)).toThrow('does not balance');
      }),
    );
  });

  it('refuses amounts of zero and entries with a single posting', () => {
    expect(() => approvalEntry(booking('1'), [{ account: 'SALES_RETURNS', amountMinor: 0n }], 'CNY')).toThrow(
      RangeError,
    );
    const entry = paymentEntry(booking('1'), money(1n, 'CNY'), CLEARING);
    expect(() => balanced({ ...entry, postings: entry.postings.slice(0, 1) })).toThrow(RangeError);
  });
});
