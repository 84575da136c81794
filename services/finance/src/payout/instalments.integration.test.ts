import { fromGlobalId } from '@redress/graphql-runtime';
import { eventually } from '@redress/testkit';
import { buildPrograms } from '../test-bench/child-process';
import { FakeCase } from '../test-bench/fake-case-handling';
import { startFinance, type FinanceBench } from '../test-bench/finance-bench';
import type { SettlementSeen } from '../test-bench/finance-office';
import { startSimulator, type SimulatorProcess } from '../test-bench/simulator-process';
import { PAYOUT, PayoutOffice, type PayoutSeen } from './testing/payout-office';

interface InstalmentSeen {
  readonly number: number;
  readonly dueOn: string;
  readonly amount: { readonly amount: string };
  readonly payouts: readonly PayoutSeen[];
}

const INSTALMENTS = `number dueOn amount { amount } payouts { ${PAYOUT} }`;
const DAYS = ['2030-01-10', '2030-01-20', '2030-02-01'];
const START = Date.parse('2030-01-10T12:00:00.000Z');

describe('instalments', () => {
  let simulator: SimulatorProcess;
  let bench: FinanceBench;
  let people: PayoutOffice;
  let offsetMs = 0;

  const moveTo = (moment: string | number) => {
    offsetMs = new Date(moment).getTime() - Date.now();
  };

  beforeAll(async () => {
    buildPrograms();
    simulator = await startSimulator();
    bench = await startFinance(simulator, { clock: { now: () => new Date(Date.now() + offsetMs) } });
  });
  afterAll(async () => {
    await bench.stop();
    await simulator.stop();
  });
  beforeEach(() => {
    moveTo(START);
    people = new PayoutOffice(bench);
  });
  afterEach(async () => {
    expect(await people.office.discrepancies()).toEqual([]);
  });

  const plan = (
    settlement: SettlementSeen,
    dueOn: readonly string[],
    changes: object = {},
    person = people.finance(),
  ) =>
    people.act<{ version: number; instalments: InstalmentSeen[] }>(
      'planInstalments',
      `settlement { version instalments { ${INSTALMENTS} } }`,
      { settlementId: settlement.id, expectedVersion: settlement.version, dueOn, ...changes },
      person,
    );
  const instalmentsOf = async ({ id }: SettlementSeen): Promise<readonly InstalmentSeen[]> => {
    const query = `query ($id: ID!) { settlement(id: $id) { instalments { ${INSTALMENTS} } } }`;
    const { data } = await bench.ask<{ settlement: { instalments: InstalmentSeen[] } }>(people.finance(), query, {
      id,
    });
    return data.settlement.instalments;
  };
  const statesOf = async (settlement: SettlementSeen) =>
    (await instalmentsOf(settlement)).map(({ payouts }) => payouts.map(({ state }) => state).join());
  const inStates = (settlement: SettlementSeen, ...states: readonly string[]) =>
    eventually(
      async () => {
        expect(await statesOf(settlement)).toEqual(states);
        return true;
      },
      { timeoutMs: 45_000 },
    );
  const paidUnder = async ({ id }: SettlementSeen) =>
    (await simulator.records()).filter(({ key }) => key.startsWith(fromGlobalId('Settlement', id) ?? '?'));
  const approve = async (settlement: SettlementSeen) => {
    const { userErrors } = await people.office.approve({ ...settlement, version: settlement.version + 1 });
    expect(userErrors).toEqual([]);
  };

  it('are each paid on its own day and not before, and together come to the amount', async () => {
    const { fakeCase, settlement } = await people.office.released(10_000, await people.office.order('100.00'));
    const { value } = await plan(settlement, DAYS);
    expect(value?.version).toBe(settlement.version + 1);
    expect(value?.instalments.map(({ dueOn, amount, payouts }) => [dueOn, amount.amount, payouts])).toEqual([
      ['2030-01-10', '33.34', []],
      ['2030-01-20', '33.33', []],
      ['2030-02-01', '33.33', []],
    ]);
    await approve(settlement);
    await inStates(settlement, 'SUCCEEDED', 'PENDING', 'PENDING');
    const second = (await instalmentsOf(settlement))[1]?.payouts[0];
    expect((await people.onPayout('retryPayout', second?.id ?? '')).codes).toEqual(['FINANCE_PAYOUT_NOT_WAITING']);
    const due = 'state: { eq: PENDING }, notBefore: { range: { from: "2030-01-20", to: "2030-01-27" } }';
    const query = `{ payouts(where: { ${due} }, first: 5) { nodes { id } } }`;
    const { data } = await bench.ask<object>(people.finance(), query);
    expect(data).toEqual({ payouts: { nodes: [{ id: second?.id }] } });
    moveTo('2030-01-19T23:59:00.000Z');
    const other = await people.office.released(100, await people.office.order('1.00'));
    await plan(other.settlement, ['2030-01-19']);
    await approve(other.settlement);
    await people.office.settled(other.fakeCase, 1, 'COMPLETED');
    expect(await paidUnder(settlement)).toHaveLength(1);

    moveTo('2030-01-20T00:00:01.000Z');
    await inStates(settlement, 'SUCCEEDED', 'SUCCEEDED', 'PENDING');
    expect(await people.office.settlementsOf(fakeCase)).toMatchObject([{ state: 'PAYING' }]);
    moveTo('2030-02-03T00:00:00.000Z');
    await people.office.settled(fakeCase, 1, 'COMPLETED');
    const records = await paidUnder(settlement);
    expect(records.map(({ amountMinor }) => amountMinor).sort()).toEqual(['3333', '3333', '3334']);
    expect(new Set(records.map(({ key }) => key)).size).toBe(3);
  });

  it('go back through the payments of the order in their order, and lose no remainder', async () => {
    const orderNumber = await people.orderPaidBy(['simulator', 'a', '30.00'], ['simulator', 'b', '70.00']);
    const { fakeCase, settlement } = await people.office.released(10_000, orderNumber);
    await plan(settlement, DAYS.slice(0, 2), { weights: [1, 3] });
    const query = `query ($id: ID!) { plannedPayouts(settlementId: $id) { amount { amount } originalReference notBefore } }`;
    const { data } = await bench.ask<{ plannedPayouts: object[] }>(people.finance(), query, settlement);
    const planned = [
      { amount: { amount: '25.00' }, originalReference: 'a', notBefore: '2030-01-10' },
      { amount: { amount: '5.00' }, originalReference: 'a', notBefore: '2030-01-20' },
      { amount: { amount: '70.00' }, originalReference: 'b', notBefore: '2030-01-20' },
    ];
    expect(data.plannedPayouts).toEqual(planned);
    await approve(settlement);
    await inStates(settlement, 'SUCCEEDED', 'PENDING,PENDING');
    moveTo('2030-01-20T08:00:00.000Z');
    await people.office.settled(fakeCase, 1, 'COMPLETED');
    expect((await paidUnder(settlement)).map(({ amountMinor }) => amountMinor).sort()).toEqual(['2500', '500', '7000']);
  });

  const worths = async (): Promise<Record<string, string>> => {
    const query = '{ trialBalance(currency: "CNY", inBaseCurrency: true) { accounts { account balance { amount } } } }';
    type Data = { trialBalance: { accounts: { account: string; balance: { amount: string } }[] } };
    const { data } = await bench.ask<Data>(people.finance(), query);
    return Object.fromEntries(data.trialBalance.accounts.map(({ account, balance }) => [account, balance.amount]));
  };

  it('cost what the rate of their own day says as soon as they are paid, and leave nothing of what was owed', async () => {
    const setting = { expectedVersion: 0, baseCurrency: 'CNY' };
    await people.act('setBooksSetting', 'booksSetting { version }', setting, people.office.as('manager'));
    const rates = ['7.2', '7.5', '6.91'];
    for (const [index, validOn] of DAYS.entries()) {
      await people.act('setExchangeRate', 'exchangeRate { rate }', { currency: 'USD', validOn, rate: rates[index] });
    }
    const { fakeCase, settlement } = await people.office.releasedInDollars('7.0005');
    await plan(settlement, DAYS);
    await approve(settlement);
    await inStates(settlement, 'SUCCEEDED', 'PENDING', 'PENDING');
    // 33.34 USD at 7.2, less their share of 700.05.
    expect(await worths()).toMatchObject({ EXCHANGE_DIFFERENCES: '6.65', PAYABLES_TO_COMPLAINANTS: '466.65' });
    moveTo('2030-01-20T00:00:01.000Z');
    await inStates(settlement, 'SUCCEEDED', 'SUCCEEDED', 'PENDING');
    expect(await worths()).toMatchObject({ EXCHANGE_DIFFERENCES: '23.31', PAYABLES_TO_COMPLAINANTS: '233.33' });
    moveTo('2030-02-03T00:00:00.000Z');
    await people.office.settled(fakeCase, 1, 'COMPLETED');
    expect(await worths()).toEqual({
      ...{ PAYABLES_TO_COMPLAINANTS: '0.00', PROVIDER_CLEARING: '700.05', SALES_RETURNS: '700.05' },
      ...{ EXCHANGE_DIFFERENCES: '20.29', EXCHANGE_VALUATION: '-20.29' },
    });
  });

  it('wait for their day whichever way they are paid, and where they are sent instead', async () => {
    await people.payBy('MANUAL');
    const { fakeCase, settlement } = await people.office.released(3000, await people.office.order('100.00'));
    await plan(settlement, ['2030-01-20', '2030-02-01']);
    await approve(settlement);
    const [first, second] = (await instalmentsOf(settlement)).map(({ payouts }) => payouts[0]?.id ?? '');
    const said = { paidOn: '2030-01-10', reference: 'R-1', proof: 'receipt' };
    const early = await people.onPayout('recordManualPayment', first ?? '', said);
    expect(early.codes).toEqual(['FINANCE_PAYOUT_NOT_DUE']);
    await people.onPayout('redirectPayout', first ?? '', { means: 'PROVIDER', provider: 'simulator' });
    const transfer = await people.onPayout('redirectPayout', second ?? '', { means: 'BANK_TRANSFER' });
    const account = { holderName: 'x', account: 'DE89370400440532013000' };
    await people.onPayout('registerPayeeAccount', transfer.value?.id ?? '', account);
    const debtorAccountId = await people.bankAccount();
    const batch = () =>
      people.act('createBankTransferBatch', 'batch { transactions }', {
        ...{ currency: 'CNY', debtorAccountId, debtorName: 'us', executeOn: '2030-02-01' },
      });
    expect((await batch()).codes).toEqual(['FINANCE_TRANSFERS_NONE']);
    expect(await paidUnder(settlement)).toEqual([]);
    moveTo('2030-02-01T01:00:00.000Z');
    await inStates(settlement, 'DECLINED,SUCCEEDED', 'DECLINED,PENDING');
    expect((await batch()).value).toEqual({ transactions: 1 });
    expect(await people.office.settlementsOf(fakeCase)).toMatchObject([{ state: 'PAYING' }]);
  });

  it('are given up with everything that was reserved as long as none is paid', async () => {
    const orderNumber = await people.office.order('100.00');
    const { fakeCase, settlement } = await people.office.released(3000, orderNumber);
    await plan(settlement, ['2030-01-20', '2030-02-01']);
    await approve(settlement);
    const [{ version } = settlement] = await people.office.settlementsOf(fakeCase);
    const input = { settlementId: settlement.id, expectedVersion: version, reason: 'agreed otherwise' };
    expect((await people.act('giveUpPayout', 'settlement { state }', input)).value).toEqual({ state: 'FAILED' });
    expect(await people.office.remaining(orderNumber)).toBe('100.00');
    moveTo('2030-03-01T00:00:00.000Z');
    expect(await statesOf(settlement)).toEqual(['DECLINED', 'DECLINED']);
  });

  it.each([
    ['no day', { dueOn: [] }, 'FINANCE_INSTALMENT_DAYS_UNUSABLE'],
    ['a day that is past', { dueOn: ['2030-01-09', '2030-02-01'] }, 'FINANCE_INSTALMENT_DAYS_UNUSABLE'],
    ['one day twice', { dueOn: ['2030-02-01', '2030-02-01'] }, 'FINANCE_INSTALMENT_DAYS_UNUSABLE'],
    ['days out of order', { dueOn: ['2030-02-02', '2030-02-01'] }, 'FINANCE_INSTALMENT_DAYS_UNUSABLE'],
    ['61 days', { dueOn: manyDays(61) }, 'FINANCE_INSTALMENT_DAYS_UNUSABLE'],
    ['too few weights', { weights: [1, 2] }, 'FINANCE_INSTALMENT_WEIGHTS_UNUSABLE'],
    ['a weight of nothing', { weights: [1, 0, 1] }, 'FINANCE_INSTALMENT_WEIGHTS_UNUSABLE'],
    ['a negative weight', { weights: [1, -1, 1] }, 'FINANCE_INSTALMENT_WEIGHTS_UNUSABLE'],
    ['more days than cents', { dueOn: manyDays(60) }, 'FINANCE_INSTALMENT_OF_NOTHING'],
    ['another version', { expectedVersion: 1 }, 'VERSION_CONFLICT'],
  ])('are refused with %s', async (_, changes, code) => {
    const { settlement } = await people.office.released(50, await people.office.order('1.00'));
    expect((await plan(settlement, DAYS, changes)).codes).toEqual([code]);
    expect(await instalmentsOf(settlement)).toEqual([]);
  });

  it('are for finance, for one payee, replaced by a later plan, and refused once it is approved', async () => {
    const orderNumber = await people.office.order('100.00');
    const { settlement, fakeCase } = await people.office.released(5000, orderNumber);
    await expect(plan(settlement, DAYS, {}, people.office.as('handler'))).rejects.toThrow('FORBIDDEN');
    const { value } = await plan(settlement, DAYS);
    const seen = { ...settlement, version: value?.version ?? 0 };
    expect((await plan(seen, DAYS.slice(0, 1))).value?.instalments).toMatchObject([{ amount: { amount: '50.00' } }]);
    await approve(seen);
    const [completed = seen] = await people.office.settled(fakeCase, 1, 'COMPLETED');
    expect((await plan(completed, DAYS)).codes).toEqual(['FINANCE_SETTLEMENT_ALREADY_PAID']);

    const part = (minor: string, payee?: string) => ({
      ...{ kind: 'COMPENSATION' as const, amount: { amountMinor: minor, currency: 'CNY' }, orderNumber, lineNumber: 1 },
      ...(payee === undefined ? {} : { payee }),
    });
    const shared = people.office.openCase();
    const remedy = FakeCase.remedy(3000, { orderNumber });
    const parts = [part('1000'), part('2000', 'helper-1')];
    await shared.consent(await shared.approveResolution([{ ...remedy, parts }]));
    const [several = seen] = await people.office.settled(shared, 1, 'RELEASED');
    expect((await plan(several, DAYS)).codes).toEqual(['FINANCE_INSTALMENTS_SEVERAL_PAYEES']);
  });
});

function manyDays(count: number): string[] {
  return Array.from({ length: count }, (_, index) =>
    new Date(START + index * 24 * 60 * 60_000).toISOString().slice(0, 10),
  );
}
