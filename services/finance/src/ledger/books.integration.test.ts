import { fixedClock, newId } from '@redress/kernel';
import { createMetrics } from '@redress/observability';
import { buildPrograms } from '../test-bench/child-process';
import { logger } from '../test-bench/fake-case-handling';
import { startFinance, type FinanceBench } from '../test-bench/finance-bench';
import { FinanceOffice } from '../test-bench/finance-office';
import { startSimulator, type SimulatorProcess } from '../test-bench/simulator-process';
import { createBookCheck } from './check-books/check-books.job';
import { discrepanciesSince } from './check-books/check-books.query';

const BALANCE = `{ trialBalance(currency: "CNY") { balanced debit { amount } credit { amount }
  accounts { account normalSide debit { amount } credit { amount } balance { amount } } } }`;

describe('the books', () => {
  let simulator: SimulatorProcess;
  let bench: FinanceBench;
  let office: FinanceOffice;

  beforeAll(async () => {
    buildPrograms();
    simulator = await startSimulator();
    bench = await startFinance(simulator);
    office = new FinanceOffice(bench);
    const orderNumber = await office.order('1000.00');
    await simulator.behave({ mode: 'DECLINE', match: { amountMinor: '700' } });
    for (const minor of [500, 600, 700]) {
      const { fakeCase, settlement } = await office.released(minor, orderNumber);
      await office.approve(settlement);
      if (minor === 700) await office.givenUp(fakeCase);
      else await office.settled(fakeCase, 1, 'COMPLETED');
    }
  });
  afterAll(async () => {
    await bench.stop();
    await simulator.stop();
  });

  it('balance, owe nothing for what was paid or taken back, and carry what the provider paid', async () => {
    expect((await bench.ask(office.as('auditor'), BALANCE)).data).toEqual({
      trialBalance: {
        balanced: true,
        debit: { amount: '36.00' },
        credit: { amount: '36.00' },
        accounts: [
          account('PAYABLES_TO_COMPLAINANTS', 'CREDIT', '18.00', '18.00', '0.00'),
          account('PROVIDER_CLEARING', 'CREDIT', '0.00', '11.00', '11.00'),
          account('SALES_RETURNS', 'DEBIT', '18.00', '7.00', '11.00'),
        ],
      },
    });
  });

  it.each(['agent', 'handler', 'supervisor', 'analyst', 'customer'] as const)('are not open to a %s', async (role) => {
    expect((await bench.ask(office.as(role), BALANCE)).codes).toEqual(['FORBIDDEN']);
  });

  describe('when somebody changed them behind the back of the rules', () => {
    const change = (sql: string) => bench.database.system.execute(sql, { tenant: office.tenant });
    const kinds = async () => [...new Set((await office.discrepancies()).map(({ kind }) => kind))];
    afterEach(async () => {
      expect(await kinds()).toEqual([]);
    });

    it.each([
      [
        'UNBALANCED_ENTRY',
        'UPDATE posting SET amount_minor = amount_minor + 1 WHERE tenant_id = :tenant AND line = 1',
        'UPDATE posting SET amount_minor = amount_minor - 1 WHERE tenant_id = :tenant AND line = 1',
      ],
      [
        'CEILING_DISAGREES',
        'UPDATE ceiling SET settled_minor = settled_minor - 1 WHERE tenant_id = :tenant',
        'UPDATE ceiling SET settled_minor = settled_minor + 1 WHERE tenant_id = :tenant',
      ],
      [
        'PAYMENT_DISAGREES',
        "UPDATE payment SET amount_minor = amount_minor + 1 WHERE tenant_id = :tenant AND state = 'SUCCEEDED'",
        "UPDATE payment SET amount_minor = amount_minor - 1 WHERE tenant_id = :tenant AND state = 'SUCCEEDED'",
      ],
      [
        'ENTRY_MISSING',
        "UPDATE journal_entry SET kind = 'LOST' WHERE tenant_id = :tenant AND kind = 'PAYMENT'",
        "UPDATE journal_entry SET kind = 'PAYMENT' WHERE tenant_id = :tenant AND kind = 'LOST'",
      ],
    ])('are found to have %s', async (kind, damage, repair) => {
      await change(damage);
      expect(await kinds()).toEqual([kind]);
      await change(repair);
    });

    it('are found to disagree about what was drawn up long ago and paid now', async () => {
      const age = (days: number) =>
        change(
          `UPDATE settlement SET created_at = created_at + INTERVAL ${String(days)} DAY WHERE tenant_id = :tenant`,
        );
      const since = new Date(Date.now() - 86_400_000);
      const found = async () => {
        const disagreeing = await discrepanciesSince(bench.database.reader(office.tenant), since);
        return [...new Set(disagreeing.map(({ kind }) => kind))];
      };
      await age(-30);
      expect(await found()).toEqual([]);
      await change('UPDATE ceiling SET settled_minor = settled_minor - 1 WHERE tenant_id = :tenant');
      await change(
        "UPDATE payment SET amount_minor = amount_minor + 1 WHERE tenant_id = :tenant AND state = 'SUCCEEDED'",
      );
      expect(await found()).toEqual(['CEILING_DISAGREES', 'PAYMENT_DISAGREES']);
      await change(
        "UPDATE payment SET amount_minor = amount_minor - 1 WHERE tenant_id = :tenant AND state = 'SUCCEEDED'",
      );
      await change('UPDATE ceiling SET settled_minor = settled_minor + 1 WHERE tenant_id = :tenant');
      await age(30);
    });

    it('raise the figure that an operator watches', async () => {
      const metrics = createMetrics(`books-${newId()}`);
      const check = createBookCheck({ database: bench.database, clock: fixedClock(new Date()), logger, metrics });
      const figure = async () =>
        (await metrics.getMetricsAsJSON()).find(({ name }) => name === 'finance_books_discrepancies')?.values[0]?.value;
      await check();
      expect(await figure()).toBe(0);
      await change('UPDATE ceiling SET settled_minor = settled_minor - 1 WHERE tenant_id = :tenant');
      await check();
      expect(await figure()).toBe(1);
      await change('UPDATE ceiling SET settled_minor = settled_minor + 1 WHERE tenant_id = :tenant');
    });

    it('are looked through for everybody else when those of one organisation cannot be', async () => {
      const metrics = createMetrics(`books-${newId()}`);
      const other = new FinanceOffice(bench);
      await other.released(100, await other.order('1.00'));
      const readerOf = (tenantId: string) => {
        if (tenantId === other.tenant) throw new Error('unreadable');
        return bench.database.reader(tenantId);
      };
      const database = { system: bench.database.system, reader: readerOf };
      const check = createBookCheck({ database, clock: fixedClock(new Date()), logger, metrics });
      const figures = async () => {
        const all = await metrics.getMetricsAsJSON();
        return ['finance_books_discrepancies', 'finance_books_unchecked'].map(
          (figure) => all.find(({ name }) => name === figure)?.values[0]?.value,
        );
      };
      await change('UPDATE ceiling SET settled_minor = settled_minor - 1 WHERE tenant_id = :tenant');
      await check();
      expect(await figures()).toEqual([1, 1]);
      await change('UPDATE ceiling SET settled_minor = settled_minor + 1 WHERE tenant_id = :tenant');
    });
  });
});

function account(name: string, normalSide: string, debit: string, credit: string, balance: string) {
  return {
    account: name,
    normalSide,
    debit: { amount: debit },
    credit: { amount: credit },
    balance: { amount: balance },
  };
}
