import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newId } from '@redress/kernel';
import fc from 'fast-check';
import { rowsRead } from '../../test-bench/rows-read';
import { openItemsInMysql } from '../adapters/open-items-mysql';
import type { BankAccount } from '../model/bank-account.model';
import { MatchingDesk } from '../testing/matching-desk';
import { StatementDesk } from '../testing/statement-desk';
import { figuresOf, shifted, type Span } from './reconciliation.query';

const HEADER = 'Day;Amount;Reference;Text\n';
const FIRST = '2026-01-28';
/** What the figures mean: every line since the account was opened, added up. */
const ADDED_UP = `SELECT COALESCE(SUM(CASE WHEN l.booked_on < :from THEN l.amount_minor END), 0) AS openingMinor,
    COALESCE(SUM(CASE WHEN l.booked_on >= :from AND l.state <> 'OPEN' THEN l.amount_minor END), 0) AS movedMinor,
    COALESCE(SUM(CASE WHEN l.booked_on >= :from AND l.state = 'OPEN' THEN l.amount_minor END), 0) AS openLinesMinor,
    COALESCE(SUM(l.booked_on >= :from AND l.state = 'OPEN'), 0) AS openLines
  FROM statement_line l WHERE l.tenant_id = :tenantId AND l.account_id = :accountId AND l.booked_on <= :to`;

interface Line {
  readonly day: number;
  readonly minor: number;
}

const csv = (lines: readonly Line[]): string =>
  HEADER + lines.map(({ day, minor }) => `${shifted(FIRST, day)};${(minor / 100).toFixed(2)};R-${minor};r\n`).join('');
/** The days around the ends of two months. */
const aDay = fc.integer({ min: 0, max: 36 });
const someLines = fc.array(fc.record<Line>({ day: aDay, minor: fc.integer({ min: -40, max: -1 }) }), {
  minLength: 1,
  maxLength: 12,
});

describe('the figures of an account', () => {
  let desk: StatementDesk;
  const tenant = `t-${newId().slice(-12)}`;
  beforeAll(async () => {
    desk = await StatementDesk.open();
  });
  afterAll(() => desk.close());

  /** As if somebody had explained the lines whose amount is such. */
  const explain = ({ id }: BankAccount, which: string) =>
    desk.database.system.execute(
      `UPDATE statement_line SET state = 'EXPLAINED' WHERE tenant_id = :tenant AND account_id = :id AND ${which}`,
      { tenant, id },
    );
  async function addedUp({ id: accountId }: BankAccount, span: Span) {
    const [sums] = await desk.database.reader(tenant).query<Record<string, string>>(ADDED_UP, { accountId, ...span });
    return Object.fromEntries(Object.entries(sums ?? {}).map(([name, sum]) => [name, BigInt(sum)]));
  }

  it('are what its lines come to, whatever files they came from and wherever the span begins and ends', async () => {
    const property = fc.asyncProperty(
      someLines,
      someLines,
      fc.array(fc.tuple(aDay, aDay), { minLength: 2, maxLength: 4 }),
      async (one, other, spans) => {
        const account = await desk.account(tenant, { openingMinor: 0n });
        // The second file tells of the days of the first as well, and repeats all that is known of them.
        await desk.takeIn(tenant, account, csv(one));
        await desk.takeIn(tenant, account, csv([...one, ...other]));
        await explain(account, 'MOD(amount_minor, 3) = 0');
        for (const days of spans) {
          const [from = 0, to = 0] = [...days].sort((left, right) => left - right);
          const span = { from: shifted(FIRST, from), to: shifted(FIRST, to) };
          const { openingMinor, movedMinor, openLinesMinor, openLines } = await figuresOf(
            desk.database.reader(tenant),
            account,
            span,
          );
          expect({ openingMinor, movedMinor, openLinesMinor, openLines: BigInt(openLines) }).toEqual(
            await addedUp(account, span),
          );
        }
      },
    );
    await fc.assert(property, { numRuns: 10, seed: 289 });
  });

  it('of whole months are read without reading their lines', async () => {
    const account = await desk.account(tenant, { openingOn: '2025-01-01', openingMinor: 0n });
    const lines = Array.from({ length: 3_000 }, (_, index) => ({ day: (index % 120) - 120, minor: -index - 1 }));
    expect(await desk.takeIn(tenant, account, csv(lines))).toMatchObject({ linesNew: 3_000, problems: [] });
    await explain(account, 'amount_minor < -5');
    await desk.database.system.query('ANALYZE TABLE statement_line, statement_month_total');
    const span = { from: '2025-11-01', to: '2025-12-31' };
    const { openingMinor, movedMinor, openLinesMinor } = await figuresOf(desk.database.reader(tenant), account, span);
    expect({ openingMinor, movedMinor, openLinesMinor }).toMatchObject(
      await addedUp(account, span).then(({ openLines: _, ...sums }) => sums),
    );
    const read = await rowsRead(desk.database, tenant, (reader) => figuresOf(reader, account, span));
    expect(read).toBeLessThan(200);
  });

  it('have the totals of what was taken in before they were kept', async () => {
    const { system } = desk.database;
    const kept = () => system.query('SELECT * FROM statement_month_total ORDER BY tenant_id, account_id, month');
    const before = await kept();
    expect(before.length).toBeGreaterThan(4);
    await system.execute('DROP TABLE statement_month_total');
    const file = join(__dirname, '..', '..', '..', 'migrations', '0289-statement-month-total.sql');
    await system.execute((await readFile(file, 'utf8')).trim().replace(/;$/, ''));
    expect(await kept()).toEqual(before);
  });

  it('of single days are totals of what was paid on them, and nothing else is read', async () => {
    const matching = new MatchingDesk(desk);
    const own = `t-${newId().slice(-12)}`;
    const account = await desk.account(own);
    const payouts = Array.from({ length: 3_000 }, (_, index) => ({
      ...{ key: newId(), amountMinor: index + 1, paidOn: shifted('2026-01-01', index % 150) },
    }));
    await matching.pay(own, payouts);
    await desk.database.system.query('ANALYZE TABLE payment, journal_entry');
    const [from, to] = ['2026-03-01', '2026-03-03'];
    const expected = [from, shifted(from, 1), to].map((day) => {
      const paid = payouts.filter(({ paidOn }) => paidOn === day);
      const sum = paid.reduce((total, { amountMinor }) => total + amountMinor, 0);
      return { paidOn: day, sumMinor: BigInt(sum), count: paid.length };
    });
    expect(await openItemsInMysql.dayTotals(desk.database.reader(own), account, from, to)).toEqual(expected);
    const read = await rowsRead(desk.database, own, (reader) => openItemsInMysql.dayTotals(reader, account, from, to));
    expect(read).toBeLessThan(600);
  });
});
