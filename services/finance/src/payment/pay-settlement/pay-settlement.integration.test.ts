import { money, newId, systemClock } from '@redress/kernel';
import { eventually } from '@redress/testkit';
import { ceilingsInMysql } from '../../ceiling/adapters/ceiling.repository-mysql';
import { ledgerInMysql } from '../../ledger/adapters/ledger.repository-mysql';
import { settlementsInMysql } from '../../settlement/adapters/settlement.repository-mysql';
import { followPayment } from '../../settlement/follow-payment/follow-payment.handler';
import { tenantCalendarInMysql } from '../../tenant-calendar/adapters/tenant-calendar-mysql';
import { logger } from '../../test-bench/fake-case-handling';
import { startFinance, type FinanceBench } from '../../test-bench/finance-bench';
import { FinanceOffice } from '../../test-bench/finance-office';
import { paymentsInMysql } from '../adapters/payment.repository-mysql';
import { paymentProviders } from '../model/payment-providers.client';
import type { ProviderAnswer } from '../model/payment.model';
import type { LeasedPayment } from '../model/payment.repository';
import { payOneStep, type PaymentDependencies } from './pay-settlement.handler';

const paid: ProviderAnswer = { kind: 'PAID', providerReference: 'pay_1', amount: money(1000n, 'CNY') };
const noAnswer: ProviderAnswer = { kind: 'UNKNOWN', reason: 'TIMED_OUT' };

describe('one step of a payment, with workers that lose their lease', () => {
  let bench: FinanceBench;
  let office: FinanceOffice;

  beforeAll(async () => {
    bench = await startFinance({ url: 'http://127.0.0.1:9' }, { working: false });
  });
  afterAll(() => bench.stop());

  const payments = () => paymentsInMysql(bench.database);
  const stores = {
    settlements: settlementsInMysql([]),
    ceilings: ceilingsInMysql,
    ledger: ledgerInMysql,
    calendar: tenantCalendarInMysql,
    clock: systemClock,
  };

  async function approved() {
    office = new FinanceOffice(bench);
    const { fakeCase, settlement } = await office.released(1000, await office.order('100.00'));
    await office.approve(settlement);
    return fakeCase;
  }

  const lease = async (leaseMs: number): Promise<LeasedPayment> =>
    eventually(async () => (await payments().lease(10, leaseMs)).find(({ tenantId }) => tenantId === office.tenant));

  const never = () => Promise.reject(new Error('must not be asked'));
  const dependencies = (pay: () => Promise<ProviderAnswer>, query = pay): PaymentDependencies => ({
    database: bench.database,
    payments: payments(),
    providers: paymentProviders([{ name: 'simulator', pay, query }]),
    payAtOnce: never,
    logger,
    follow: (tx, payment, notices) => followPayment(tx, payment, notices, { ...stores, payments: payments() }),
    leaseMs: 50,
    firstPauseMs: 1,
    checkpoint: () => undefined,
    countAnswer: () => undefined,
  });
  it('does nothing with a lease that has run out', async () => {
    await approved();
    const stale = await lease(1);
    await lease(60_000);
    await payOneStep(stale, dependencies(never));
  });

  it('is taken over by evidence when the lease ran out during the call, and takes the late answer as proof', async () => {
    const fakeCase = await approved();
    let answerLate: (answer: ProviderAnswer) => void = () => undefined;
    const slow = payOneStep(
      await lease(60_000),
      dependencies(() => new Promise((resolve) => (answerLate = resolve))),
    );
    const second = await lease(60_000);
    await payOneStep(
      second,
      dependencies(never, () => Promise.resolve({ kind: 'ABSENT' })),
    );
    expect((await office.settlementsOf(fakeCase))[0]).toMatchObject({ state: 'PAYING', payment: { state: 'PENDING' } });
    answerLate(paid);
    await slow;
    const [completed] = await office.settled(fakeCase, 1, 'COMPLETED');
    expect(completed).toMatchObject({ payment: { state: 'SUCCEEDED', attempts: 1 } });
    expect(completed?.postings).toHaveLength(4);
    expect(await office.discrepancies()).toEqual([]);
  });

  it('does not take a late answer that proves nothing for what the next worker found out', async () => {
    const fakeCase = await approved();
    let answerLate: (answer: ProviderAnswer) => void = () => undefined;
    const slow = payOneStep(
      await lease(60_000),
      dependencies(() => new Promise((resolve) => (answerLate = resolve))),
    );
    await payOneStep(
      await lease(60_000),
      dependencies(never, () => Promise.resolve(paid)),
    );
    const [before] = await office.settled(fakeCase, 1, 'COMPLETED');
    answerLate(noAnswer);
    await slow;
    expect(await office.settlementsOf(fakeCase)).toEqual([before]);
  });

  it('keeps what is settled when the provider contradicts itself later', async () => {
    const fakeCase = await approved();
    const first = await lease(60_000);
    await payOneStep(
      first,
      dependencies(() => Promise.resolve(paid)),
    );
    const [before] = await office.settled(fakeCase, 1, 'COMPLETED');
    await payOneStep(first, dependencies(never));
    expect(await office.settlementsOf(fakeCase)).toEqual([before]);
  });

  it('lesson 26: never lets one reference of the provider stand for two payments', async () => {
    const answer: ProviderAnswer = { ...paid, providerReference: `pay_${newId()}` };
    office = new FinanceOffice(bench);
    const orderNumber = await office.order('100.00');
    const [one, two] = [await office.released(1000, orderNumber), await office.released(1000, orderNumber)];
    await office.approve(one.settlement);
    await payOneStep(
      await lease(60_000),
      dependencies(() => Promise.resolve(answer)),
    );
    await office.approve(two.settlement);
    await expect(
      payOneStep(
        await lease(60_000),
        dependencies(() => Promise.resolve(answer)),
      ),
    ).rejects.toThrow('by_provider_reference');
    expect((await office.settlementsOf(two.fakeCase))[0]).toMatchObject({ state: 'PAYING', postings: { length: 2 } });
    expect(await office.discrepancies()).toEqual([]);
  });

  it('gives each payment to one of many workers', async () => {
    office = new FinanceOffice(bench);
    const orderNumber = await office.order('100.00');
    const cases = await Promise.all(Array.from({ length: 6 }, () => office.released(100, orderNumber)));
    for (const { settlement } of cases) await office.approve(settlement);
    const taken = await Promise.all(Array.from({ length: 8 }, () => payments().lease(4, 60_000)));
    const own = taken.flat().filter(({ tenantId }) => tenantId === office.tenant);
    expect(new Set(own.map(({ paymentId }) => paymentId)).size).toBe(own.length);
  });
});
