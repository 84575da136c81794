import { money, newId } from '@redress/kernel';
import { tenantCalendarInMysql } from '../tenant-calendar/adapters/tenant-calendar-mysql';
import { buildPrograms } from '../test-bench/child-process';
import { BooksOffice } from '../test-bench/books-office';
import { startFinance, type FinanceBench } from '../test-bench/finance-bench';
import { startSimulator, type SimulatorProcess } from '../test-bench/simulator-process';
import { ledgerInMysql } from './adapters/ledger.repository-mysql';
import { bookPayment } from './book-payment/book-payment.handler';

interface Balance {
  readonly account: string;
  readonly subaccount: string | null;
  readonly balance: { readonly amount: string };
}
const SETTING = 'booksSetting { baseCurrency version } replayed';
const RATE = 'exchangeRate { currency validOn rate } replayed';

describe('money in a foreign currency', () => {
  let simulator: SimulatorProcess;
  let bench: FinanceBench;
  let office: BooksOffice;

  beforeAll(async () => {
    buildPrograms();
    simulator = await startSimulator();
    bench = await startFinance(simulator);
  });
  beforeEach(() => {
    office = new BooksOffice(bench);
  });
  afterAll(async () => {
    await bench.stop();
    await simulator.stop();
  });

  const decideBase = (baseCurrency: string, expectedVersion = 0) =>
    office.act(
      'setBooksSetting',
      'SetBooksSettingInput',
      SETTING,
      { expectedVersion, baseCurrency },
      office.as('manager'),
    );
  const setRate = (rate: string, validOn: string, currency = 'USD') =>
    office.act('setExchangeRate', 'SetExchangeRateInput', RATE, { currency, validOn, rate });
  const balances = async (args: string): Promise<Record<string, string>> => {
    type Data = { trialBalance: { balanced: boolean; accounts: readonly Balance[] } };
    const query = `{ trialBalance(${args}) { balanced accounts { account subaccount balance { amount } } } }`;
    const { trialBalance } = await office.ask<Data>(query);
    expect(trialBalance.balanced).toBe(true);
    return Object.fromEntries(trialBalance.accounts.map(({ account, balance }) => [account, balance.amount]));
  };

  /** An order over 100 USD that was booked at 7.0, of which 100 USD are given back. */
  async function refunded(): Promise<void> {
    const { fakeCase, settlement } = await office.releasedInDollars('7.0');
    expect((await office.approve(settlement)).userErrors).toEqual([]);
    await office.settled(fakeCase, 1, 'COMPLETED');
  }

  it('lesson 40: is given back at the rate of the purchase, and what the day’s rate differs by is an entry of its own', async () => {
    expect((await decideBase('CNY')).userErrors).toEqual([]);
    expect((await setRate('7.2', '2026-06-01')).userErrors).toEqual([]);
    await refunded();
    expect(await balances('currency: "USD"')).toEqual({
      PAYABLES_TO_COMPLAINANTS: '0.00',
      PROVIDER_CLEARING: '100.00',
      SALES_RETURNS: '100.00',
    });
    expect(await balances('currency: "CNY", inBaseCurrency: true')).toEqual({
      PAYABLES_TO_COMPLAINANTS: '0.00',
      PROVIDER_CLEARING: '700.00',
      SALES_RETURNS: '700.00',
      EXCHANGE_DIFFERENCES: '20.00',
      EXCHANGE_VALUATION: '-20.00',
    });
    expect(await office.discrepancies()).toEqual([]);
  });

  it('is held against the rate of the day that the organisation has when it goes out', async () => {
    const night = new Date('2026-06-30T20:00:00.000Z');
    const { database } = bench;
    await database.transaction(office.tenant, (tx) => tenantCalendarInMysql.adopt(tx, 'Asia/Shanghai', new Date(0)));
    await decideBase('CNY');
    await setRate('7.2', '2026-06-30');
    await setRate('7.5', '2026-07-01');
    const id = newId();
    await office.book('2026-06-30T02:00:00.000Z', 10_000, { currency: 'USD', source: { kind: 'SETTLEMENT', id } });
    const books = { ledger: ledgerInMysql, calendar: tenantCalendarInMysql };
    const paidFrom = { account: 'PROVIDER_CLEARING', subaccount: 'simulator' } as const;
    const made = { settlementId: id, sequence: 1, amount: money(10_000n, 'USD'), paidFrom, bookedAt: night };
    await database.transaction(office.tenant, (tx) => bookPayment(tx, made, books));
    expect(await balances('currency: "CNY", inBaseCurrency: true')).toMatchObject({ EXCHANGE_DIFFERENCES: '30.00' });
  });

  it('is booked without a worth, and found by a look through the month, where nobody said a rate', async () => {
    await decideBase('EUR');
    const at = new Date().toISOString();
    await office.book(at, 100);
    const period = at.slice(0, 7);
    type Data = { checkAccountingPeriod: { check: string; count: number; blocking: boolean }[] };
    const { checkAccountingPeriod: found } = await office.ask<Data>(
      `{ checkAccountingPeriod(period: "${period}") { check count blocking } }`,
    );
    expect(found.filter(({ count }) => count > 0)).toEqual([
      { check: 'PAYABLES_OPEN', count: 1, blocking: false },
      { check: 'ENTRIES_WITHOUT_WORTH', count: 1, blocking: false },
    ]);
  });

  it('needs a base currency that was decided and then stays, and rates of months that are open', async () => {
    expect((await setRate('7.2', '2026-06-01')).userErrors).toMatchObject([{ code: 'FINANCE_BASE_CURRENCY_MISSING' }]);
    await decideBase('CNY');
    expect((await decideBase('USD', 1)).userErrors).toMatchObject([{ code: 'FINANCE_BASE_CURRENCY_FIXED' }]);
    expect((await decideBase('CNY', 0)).userErrors).toMatchObject([{ code: 'VERSION_CONFLICT' }]);
    expect((await setRate('0.000', '2026-06-01')).userErrors).toMatchObject([{ code: 'FINANCE_RATE_INVALID' }]);
    expect((await setRate('1', '2026-06-01', 'CNY')).userErrors).toMatchObject([{ code: 'FINANCE_RATE_INVALID' }]);
    await office.act('closePeriod', 'ClosePeriodInput', 'replayed', { period: '2026-05', expectedVersion: 0 });
    expect((await setRate('7.2', '2026-05-31')).userErrors).toMatchObject([{ code: 'FINANCE_PERIOD_CLOSED' }]);
    await expect(
      office.act('setBooksSetting', 'SetBooksSettingInput', SETTING, { expectedVersion: 1 }, office.as('finance')),
    ).rejects.toThrow('FORBIDDEN');
  });
});
