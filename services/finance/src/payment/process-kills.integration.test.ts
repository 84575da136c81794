import { fromGlobalId } from '@redress/graphql-runtime';
import { eventually, startBroker, type ControlledServer } from '@redress/testkit';
import { buildPrograms } from '../test-bench/child-process';
import { FinanceOffice } from '../test-bench/finance-office';
import { FinanceProcesses } from '../test-bench/finance-process';
import { startSimulator, type SimulatorProcess } from '../test-bench/simulator-process';
import { LocalStripe } from './testing/local-stripe';
import { PayoutOffice } from '../payout/testing/payout-office';

jest.setTimeout(180_000);

describe('the finance service killed with kill -9', () => {
  let broker: ControlledServer;
  let simulator: SimulatorProcess;
  let finance: FinanceProcesses;
  let stripe: LocalStripe;

  beforeAll(async () => {
    buildPrograms();
    broker = await startBroker();
    simulator = await startSimulator();
    stripe = await LocalStripe.start();
    finance = await FinanceProcesses.open(simulator, broker.url, {
      REDRESS_STRIPE_SECRET_KEY: 'sk_test_kills',
      REDRESS_STRIPE_API_URL: stripe.url,
    });
  });
  afterAll(async () => {
    await finance.stop();
    await stripe.stop();
    await simulator.stop();
    await broker.stop();
  });
  afterEach(() => simulator.behaveNormally());

  const paidFor = async (id: string) =>
    (await simulator.records()).filter(({ key }) => key === fromGlobalId('Settlement', id));

  it.each([
    ['payment-intended', 'OK'],
    ['payment-answered', 'OK'],
    ['payment-recorded', 'OK'],
    ['payment-answered', 'ERROR_BEFORE'],
    ['payment-answered', 'NO_ANSWER'],
    ['payment-answered', 'DECLINE'],
  ])(
    'lesson 31: at %s, while the provider is %s, moves the money once and keeps the books right',
    async (failpoint, mode) => {
      const first = await finance.start(failpoint);
      const office = new FinanceOffice(first.bench);
      const orderNumber = await office.order('100.00');
      const { fakeCase, settlement } = await office.released(2500, orderNumber);
      if (mode !== 'OK') await simulator.behave({ mode, times: 1 });
      await office.approve(settlement).catch(() => undefined);
      expect(await first.program.ended).toBe('SIGKILL');

      const second = await finance.start();
      const survivor = new FinanceOffice(second.bench, office.tenant);
      const declined = mode === 'DECLINE';
      const [end] = declined ? [await survivor.givenUp(fakeCase)] : await survivor.settled(fakeCase, 1, 'COMPLETED');
      const records = await paidFor(settlement.id);
      expect(records).toMatchObject([{ amountMinor: '2500', status: declined ? 'DECLINED' : 'SUCCEEDED' }]);
      if (!declined) expect(end?.payment?.providerReference).toBe(records[0]?.id);
      expect(end?.postings).toHaveLength(4);
      expect(await survivor.remaining(orderNumber)).toBe(declined ? '100.00' : '75.00');
      expect(await survivor.discrepancies()).toEqual([]);
      await second.program.kill();
    },
  );

  it.each([
    ['payment-intended', 'once'],
    ['payment-answered', 'once'],
    ['payment-recorded', 'once'],
    ['payment-answered', 'without an answer'],
  ])('at %s, with a refund over two providers, one of which pays %s, pays each part once', async (failpoint, how) => {
    const first = await finance.start(failpoint);
    const people = new PayoutOffice(first.bench);
    stripe.clear({ ch_kill: 6000 });
    if (how === 'without an answer') stripe.misbehave('PAID_AND_SILENT');
    const orderNumber = await people.orderPaidBy(['stripe', 'ch_kill', '60.00'], ['simulator', 'b', '40.00']);
    const { fakeCase, settlement } = await people.office.released(8000, orderNumber);
    await people.office.approve(settlement).catch(() => undefined);
    expect(await first.program.ended).toBe('SIGKILL');

    const second = await finance.start();
    const survivor = new PayoutOffice(second.bench, people.office.tenant);
    await survivor.office.settled(fakeCase, 1, 'COMPLETED');
    expect(stripe.refunds).toMatchObject([{ amount: 6000, status: 'succeeded' }]);
    const key = `${fromGlobalId('Settlement', settlement.id) ?? ''}:2`;
    const records = (await simulator.records()).filter((record) => record.key === key);
    expect(records).toMatchObject([{ amountMinor: '2000', status: 'SUCCEEDED' }]);
    expect(await survivor.office.discrepancies()).toEqual([]);
    await second.program.kill();
  });

  it('again and again at any moment, with two processes at work, pays each settlement once', async () => {
    const steady = await finance.start();
    const office = new FinanceOffice(steady.bench);
    const orderNumber = await office.order('1000.00');
    const amounts = Array.from({ length: 24 }, (_, index) => 1000 + index);
    const cases = await Promise.all(amounts.map((amount) => office.released(amount, orderNumber)));
    await simulator.behave({ mode: 'SLOW', delayMs: 60 });
    let killed = 0;
    const killing = (async () => {
      while (killed < 3) {
        const { program } = await finance.start();
        await eventually(async () => (await simulator.records()).length > 0);
        await program.kill();
        killed += 1;
      }
    })();
    for (const { settlement } of cases) expect((await office.approve(settlement)).userErrors).toEqual([]);
    await killing;
    await steady.program.kill();

    const last = await finance.start();
    const survivor = new FinanceOffice(last.bench, office.tenant);
    for (const { fakeCase } of cases) await survivor.settled(fakeCase, 1, 'COMPLETED');
    const keys = new Set(cases.map(({ settlement }) => fromGlobalId('Settlement', settlement.id)));
    const records = (await simulator.records()).filter(({ key }) => keys.has(key));
    expect(records.map(({ amountMinor }) => Number(amountMinor)).sort((a, b) => a - b)).toEqual(amounts);
    expect(await survivor.discrepancies()).toEqual([]);
    await last.program.kill();
  });
});
