import { newId } from '@redress/kernel';
import fc from 'fast-check';
import type { BankAccount } from '../model/bank-account.model';
import { MatchingDesk, type PaidOut } from '../testing/matching-desk';
import { StatementDesk } from '../testing/statement-desk';
import { figuresOf } from './reconciliation.query';
import { digestOfStatement, signedStatement } from './signed-statement.query';

const SPAN = { from: '2026-03-01', to: '2026-03-31' };
const HEADER = 'Day;Amount;Reference;Text\n';

interface Seeded {
  readonly minor: number;
  readonly day: number;
  readonly error: 'none' | 'missing' | 'doubled' | 'wrong amount' | 'foreign';
}

const seeded = fc.record({
  minor: fc.integer({ min: 1, max: 5 }),
  day: fc.integer({ min: 1, max: 4 }),
  error: fc.constantFrom<Seeded['error']>('none', 'none', 'missing', 'doubled', 'wrong amount', 'foreign'),
});

/** The lines that a bank shows for payouts with their errors, one text for each. */
function linesOf(cases: readonly Seeded[], keys: readonly string[]): string[] {
  return cases.flatMap(({ minor, day, error }, index) => {
    const line = (amount: number, reference = keys[index] ?? '') => `2026-03-0${day};-${amount}.00;${reference};r\n`;
    if (error === 'missing') return [];
    if (error === 'doubled') return [line(minor), line(minor)];
    if (error === 'wrong amount') return [line(minor + 7)];
    return error === 'foreign' ? [line(minor), line(minor, `X-${100_000 + index}`)] : [line(minor)];
  });
}

describe('the signed statement', () => {
  let desk: StatementDesk;
  let matching: MatchingDesk;
  beforeAll(async () => {
    desk = await StatementDesk.open();
    matching = new MatchingDesk(desk);
  });
  afterAll(() => desk.close());

  /** One organisation that got the files in this order, and matched once all were there. */
  async function reconciled(payouts: readonly PaidOut[], files: readonly (readonly [string, string | undefined])[]) {
    const tenant = `t-${newId().slice(-12)}`;
    const account: BankAccount = await desk.account(tenant, { identifier: 'CN0001', expectedWithinDays: 0 });
    await matching.pay(tenant, payouts);
    for (const [content, part] of files) {
      const { problems } = await desk.takeIn(tenant, account, content, {
        ...(part === undefined ? {} : { statement: { name: 'March', part } }),
      });
      expect(problems).toEqual([]);
    }
    await matching.match(tenant, account);
    const reader = desk.database.reader(tenant);
    return {
      reader,
      account,
      figures: await figuresOf(reader, account, SPAN),
      sha256: await digestOfStatement(reader, account, SPAN),
    };
  }

  it('is the same to the bit whatever files the lines came in, and finds every seeded error and no other', async () => {
    const property = fc.asyncProperty(
      fc.array(seeded, { minLength: 1, maxLength: 8 }).chain((cases) => {
        const keys = cases.map(() => newId());
        const lines = linesOf(cases, keys);
        return fc.tuple(
          fc.constant({ cases, keys, lines }),
          fc.shuffledSubarray(
            lines.map((_, index) => index),
            { minLength: lines.length },
          ),
          fc.array(fc.integer({ min: 0, max: 1 }), { minLength: lines.length, maxLength: lines.length }),
        );
      }),
      async ([{ cases, keys, lines }, order, to]) => {
        const payouts = cases.map(({ minor, day }, index) => ({
          key: keys[index] ?? '',
          amountMinor: minor * 100,
          paidOn: `2026-03-0${day}`,
        }));
        const shuffled = HEADER + order.map((index) => lines[index] ?? '').join('');
        const part = (wanted: number) => HEADER + lines.filter((_, index) => to[index] === wanted).join('');
        const once = await reconciled(payouts, [[HEADER + lines.join(''), undefined]]);
        const twice = await reconciled([...payouts].reverse(), [
          [shuffled, undefined],
          [shuffled, undefined],
        ]);
        const split = await reconciled(payouts, [
          [part(1), '2'],
          [part(0), '1'],
          [part(1), '2'],
        ]);
        expect([twice.sha256, split.sha256]).toEqual([once.sha256, once.sha256]);
        const { openingMinor, movedMinor, openLinesMinor, notDeliveredMinor, closingMinor, openLines } = once.figures;
        expect(openingMinor + movedMinor + openLinesMinor + notDeliveredMinor).toBe(closingMinor);
        const count = (...errors: readonly Seeded['error'][]) =>
          cases.filter(({ error }) => errors.includes(error)).length;
        expect(openLines).toBe(count('doubled', 'wrong amount', 'foreign'));
        let text = '';
        for await (const piece of signedStatement(once.reader, once.account, SPAN)) text += piece;
        expect(text.split('\n').filter((line) => line.startsWith('unseen '))).toHaveLength(
          count('missing', 'wrong amount'),
        );
      },
    );
    await fc.assert(property, { numRuns: 8, seed: 5 });
  });

  it('lesson 48: tells identical legitimate rows of one day apart, and each is matched once', async () => {
    const row = '2026-03-02;-5.00;R-100001;fee\n';
    const one = await reconciled([], [[HEADER + row, undefined]]);
    const two = await reconciled([], [[HEADER + row + row, undefined]]);
    expect([one.figures.openLines, two.figures.openLines]).toEqual([1, 2]);
    expect(two.figures.openLinesMinor).toBe(2n * one.figures.openLinesMinor);
    expect(two.sha256).not.toBe(one.sha256);
  });

  it('changes when what explains a line changes', async () => {
    const key = newId();
    const files = [[`${HEADER}2026-03-02;-5.00;${key};r\n`, undefined]] as const;
    const matched = await reconciled([{ key, amountMinor: 500, paidOn: '2026-03-02' }], files);
    const open = await reconciled([], files);
    expect(matched.figures).toMatchObject({ movedMinor: -500n, openLines: 0 });
    expect(open.figures).toMatchObject({ movedMinor: 0n, openLines: 1 });
    expect(matched.sha256).not.toBe(open.sha256);
  });
});
