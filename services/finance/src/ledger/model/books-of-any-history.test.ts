import fc from 'fast-check';
import { money } from '@redress/kernel';
import { ACCOUNTS, CHART, normalSideOf, type Account } from './account.model';
import { approvalEntry, paymentEntry, reversalOf, type JournalEntry } from './journal.model';
import { valued } from './valuation.model';

const EXPENSES = ['SALES_RETURNS', 'SALES_ALLOWANCES', 'COMPENSATION_EXPENSE', 'GOODWILL_EXPENSE'] as const;

/** What happens to one settlement, in order: it is approved, then some of its payments succeed, or it is taken back. */
const aHistory = fc.record({
  expenses: fc.array(
    fc.record({ account: fc.constantFrom(...EXPENSES), amountMinor: fc.bigInt({ min: 1n, max: 10n ** 15n }) }),
    { minLength: 1, maxLength: 6 },
  ),
  currency: fc.constantFrom('CNY', 'JPY', 'KWD', 'UYW'),
  rate: fc.constantFrom(undefined, '7.1234', '0.047', '23.456789012345'.slice(0, 14)),
  ending: fc.constantFrom('APPROVED', 'PAID', 'PAID_IN_PARTS', 'REVERSED'),
});
type History = typeof aHistory extends fc.Arbitrary<infer T> ? T : never;

let ids = 0;
const booking = (id: string, sequence = 1) => {
  ids += 1;
  return {
    id: String(ids),
    sequence,
    source: { kind: 'SETTLEMENT', id } as const,
    bookedAt: new Date('2026-11-02T00:00:00Z'),
  };
};

function entriesOf({ expenses, currency, rate, ending }: History, id: string): JournalEntry[] {
  const worth = (entry: JournalEntry) => (rate === undefined ? entry : valued(entry, { currency: 'EUR', rate }));
  const approval = worth(approvalEntry(booking(id), expenses, currency));
  const total = expenses.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
  const pay = (amountMinor: bigint, sequence: number) =>
    worth(
      paymentEntry(booking(id, sequence), money(amountMinor, currency), {
        account: 'PROVIDER_CLEARING',
        subaccount: `p${sequence}`,
      }),
    );
  if (ending === 'PAID') return [approval, pay(total, 1)];
  if (ending === 'REVERSED') return [approval, reversalOf(approval, booking(id))];
  if (ending === 'PAID_IN_PARTS' && total > 1n) return [approval, pay(1n, 1), pay(total - 1n, 2)];
  return [approval];
}

function sum(entries: readonly JournalEntry[], of: (account: Account, currency: string) => boolean): bigint {
  let total = 0n;
  for (const { postings, currency } of entries) {
    for (const { account, side, amountMinor } of postings) {
      if (of(account, currency)) total += side === 'DEBIT' ? amountMinor : -amountMinor;
    }
  }
  return total;
}

describe('the books of any history', () => {
  it('balance at every moment in every currency and in the base currency, owe exactly what is not paid, and clear exactly what is', () => {
    fc.assert(
      fc.property(fc.array(aHistory, { maxLength: 12 }), (histories) => {
        const entries = histories.flatMap((history, index) => entriesOf(history, String(index)));
        for (let moment = 1; moment <= entries.length; moment += 1) {
          const soFar = entries.slice(0, moment);
          for (const currency of ['CNY', 'JPY', 'KWD', 'UYW'])
            expect(sum(soFar, (_, each) => each === currency)).toBe(0n);
        }
        const based = entries.flatMap(({ postings }) => postings);
        const worth = based.reduce(
          (total, { side, baseMinor = 0n }) => total + (side === 'DEBIT' ? baseMinor : -baseMinor),
          0n,
        );
        expect(worth).toBe(0n);
        for (const currency of ['CNY', 'JPY', 'KWD', 'UYW']) {
          const own = histories.filter((history) => history.currency === currency);
          const totalOf = (wanted: readonly string[]) =>
            own
              .filter(({ ending, expenses }) =>
                wanted.includes(
                  expenses.length === 1 && expenses[0]?.amountMinor === 1n && ending === 'PAID_IN_PARTS'
                    ? 'APPROVED'
                    : ending,
                ),
              )
              .reduce(
                (total, { expenses }) => total + expenses.reduce((part, { amountMinor }) => part + amountMinor, 0n),
                0n,
              );
          expect(sum(entries, (account, each) => account === 'PAYABLES_TO_COMPLAINANTS' && each === currency)).toBe(
            -totalOf(['APPROVED']),
          );
          expect(sum(entries, (account, each) => account === 'PROVIDER_CLEARING' && each === currency)).toBe(
            -totalOf(['PAID', 'PAID_IN_PARTS']),
          );
          expect(sum(entries, (account, each) => CHART[account].class !== 'LIABILITY' && each === currency)).toBe(
            totalOf(['APPROVED', 'PAID', 'PAID_IN_PARTS']),
          );
        }
      }),
      { seed: 20261122 },
    );
  });

  it('have a class for every account, which says its normal side', () => {
    expect(
      ACCOUNTS.filter((account) => normalSideOf(account) === 'CREDIT').map((account) => CHART[account].class),
    ).not.toContain('ASSET');
    expect(new Set(ACCOUNTS.map((account) => CHART[account].name.zh)).size).toBe(ACCOUNTS.length);
  });
});
