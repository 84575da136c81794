import { eventually } from '@redress/testkit';
import { fromGlobalId } from '@redress/graphql-runtime';
import { buildPrograms } from '../test-bench/child-process';
import { startFinance, type FinanceBench } from '../test-bench/finance-bench';
import { FinanceOffice } from '../test-bench/finance-office';
import { startSimulator, type SimulatorProcess } from '../test-bench/simulator-process';

describe('paying through a provider that misbehaves', () => {
  let simulator: SimulatorProcess;
  let bench: FinanceBench;
  let office: FinanceOffice;
  let orderNumber: string;

  beforeAll(async () => {
    buildPrograms();
    simulator = await startSimulator();
    bench = await startFinance(simulator);
  });
  afterAll(async () => {
    await bench.stop();
    await simulator.stop();
  });
  beforeEach(async () => {
    office = new FinanceOffice(bench);
    orderNumber = await office.order('1000.00');
  });
  afterEach(async () => {
    await simulator.behaveNormally();
    expect(await office.discrepancies()).toEqual([]);
  });

  const paidFor = async ({ id }: { readonly id: string }) =>
    (await simulator.records()).filter(({ key }) => key === fromGlobalId('Settlement', id));

  async function payWhile(...behaviours: readonly object[]) {
    const { fakeCase, settlement } = await office.released(2500, orderNumber);
    for (const behaviour of behaviours) await simulator.behave(behaviour);
    expect((await office.approve(settlement)).userErrors).toEqual([]);
    return { fakeCase, settlement };
  }

  it.each([
    ['answers slowly', [{ mode: 'SLOW', delayMs: 200, times: 1 }], 1],
    ['answers too late', [{ mode: 'SLOW', delayMs: 1_500, times: 1 }], undefined],
    ['fails before it pays', [{ mode: 'ERROR_BEFORE', times: 1 }], 2],
    ['fails three times before it pays', [{ mode: 'ERROR_BEFORE', times: 3 }], 4],
    ['fails after it paid', [{ mode: 'ERROR_AFTER', times: 1 }], 1],
    ['pays and never answers', [{ mode: 'NO_ANSWER', times: 1 }], 1],
    ['neither pays nor answers', [{ mode: 'NO_ANSWER_UNPAID', times: 1 }], 2],
    ['answers twice', [{ mode: 'ANSWER_TWICE', times: 1 }], 1],
    [
      'pays, fails, and gives no evidence for a while',
      [
        { mode: 'ERROR_AFTER', times: 1 },
        { mode: 'ERROR_BEFORE', operation: 'QUERY', times: 3 },
      ],
      1,
    ],
    [
      'pays, fails, and answers the question twice',
      [
        { mode: 'ERROR_AFTER', times: 1 },
        { mode: 'ANSWER_TWICE', operation: 'QUERY', times: 1 },
      ],
      1,
    ],
  ])('pays once when the provider %s', async (_, behaviours, attempts) => {
    const { fakeCase, settlement } = await payWhile(...behaviours);
    const [completed] = await office.settled(fakeCase, 1, 'COMPLETED');
    const records = await paidFor(settlement);
    expect(records).toMatchObject([{ amountMinor: '2500', status: 'SUCCEEDED' }]);
    expect(completed?.payment).toMatchObject({ state: 'SUCCEEDED', providerReference: records[0]?.id });
    if (attempts !== undefined) expect(completed?.payment?.attempts).toBe(attempts);
    expect(completed?.postings).toHaveLength(4);
    expect(await office.remaining(orderNumber)).toBe('975.00');
  });

  it('takes everything back when the provider declines for good and somebody gives it up', async () => {
    const { fakeCase, settlement } = await payWhile({ mode: 'DECLINE', times: 1 });
    const failed = await office.givenUp(fakeCase, 'gone abroad');
    expect(failed).toMatchObject({ state: 'FAILED', reason: 'gone abroad' });
    expect(failed).toMatchObject({ payment: { state: 'DECLINED', attempts: 1, reason: 'ACCOUNT_CLOSED' } });
    expect(failed.postings).toMatchObject([
      { account: 'SALES_RETURNS', side: 'DEBIT' },
      { account: 'PAYABLES_TO_COMPLAINANTS', side: 'CREDIT' },
      { account: 'SALES_RETURNS', side: 'CREDIT' },
      { account: 'PAYABLES_TO_COMPLAINANTS', side: 'DEBIT' },
    ]);
    expect(await office.remaining(orderNumber)).toBe('1000.00');
    expect(await paidFor(settlement)).toMatchObject([{ status: 'DECLINED' }]);
  });

  it('learns of a decline whose answer was lost by asking', async () => {
    const { fakeCase, settlement } = await payWhile({ mode: 'ERROR_BEFORE', times: 1 }, { mode: 'DECLINE', times: 1 });
    await office.givenUp(fakeCase);
    expect(await paidFor(settlement)).toMatchObject([{ status: 'DECLINED' }]);
    expect(await office.remaining(orderNumber)).toBe('1000.00');
  });

  it('stays UNKNOWN as long as there is no evidence, and ends by it', async () => {
    const { fakeCase, settlement } = await payWhile(
      { mode: 'ERROR_AFTER', times: 1 },
      { mode: 'ERROR_BEFORE', operation: 'QUERY' },
    );
    await eventually(async () => {
      const [{ state, payment } = {}] = await office.settlementsOf(fakeCase);
      return state === 'PAYING' && payment?.state === 'UNKNOWN';
    });
    const [unknown] = await office.settlementsOf(fakeCase);
    expect(unknown).toMatchObject({ state: 'PAYING', payment: { attempts: 1, providerReference: null } });
    expect(await office.remaining(orderNumber)).toBe('975.00');
    await simulator.behaveNormally();
    await office.settled(fakeCase, 1, 'COMPLETED');
    expect(await paidFor(settlement)).toHaveLength(1);
  });

  it('goes on by itself after the provider was down', async () => {
    const { fakeCase, settlement } = await office.released(2500, orderNumber);
    await simulator.kill();
    await office.approve(settlement);
    await eventually(async () => (await office.settlementsOf(fakeCase))[0]?.payment?.state === 'UNKNOWN');
    await simulator.restart();
    await office.settled(fakeCase, 1, 'COMPLETED');
    expect(await paidFor(settlement)).toHaveLength(1);
  });

  it('asks a provider that was killed with the payment in its hands, and pays once', async () => {
    const { fakeCase, settlement } = await payWhile({ mode: 'NO_ANSWER', times: 1 });
    await eventually(async () => (await paidFor(settlement)).length === 1);
    await simulator.kill();
    await simulator.restart();
    await office.settled(fakeCase, 1, 'COMPLETED');
    expect(await paidFor(settlement)).toHaveLength(1);
  });

  it('keeps many payments apart while everything goes wrong at once, and agrees with the provider to the cent', async () => {
    const amounts = Array.from({ length: 30 }, (_, index) => 100 + index);
    const cases = await Promise.all(amounts.map((amount) => office.released(amount, orderNumber)));
    const modes = ['ERROR_BEFORE', 'ERROR_AFTER', 'NO_ANSWER_UNPAID', 'DECLINE', 'ANSWER_TWICE', 'NO_ANSWER'];
    for (const [index, mode] of modes.entries()) {
      for (const amount of amounts.filter((_, place) => place % modes.length === index)) {
        await simulator.behave({ mode, times: 1, match: { amountMinor: String(amount) } });
      }
    }
    await Promise.all(cases.map(({ settlement }) => office.approve(settlement)));
    const ends = await Promise.all(
      cases.map(({ fakeCase }, place) =>
        modes[place % modes.length] === 'DECLINE' ? office.givenUp(fakeCase) : office.settled(fakeCase, 1, 'COMPLETED'),
      ),
    );
    const keys = new Set(cases.map(({ settlement }) => fromGlobalId('Settlement', settlement.id)));
    const records = (await simulator.records()).filter(({ key }) => keys.has(key));
    const sum = (of: readonly string[]) => of.reduce((total, text) => total + BigInt(text.replace('.', '')), 0n);
    const paid = records.filter(({ status }) => status === 'SUCCEEDED');
    const completed = ends.flat().filter(({ state }) => state === 'COMPLETED');
    expect(records).toHaveLength(30);
    expect(completed).toHaveLength(25);
    expect(sum(completed.map(({ amount }) => amount.amount))).toBe(sum(paid.map(({ amountMinor }) => amountMinor)));
    expect(new Set(paid.map(({ id }) => id))).toEqual(
      new Set(completed.map(({ payment }) => payment?.providerReference)),
    );
  });
});
