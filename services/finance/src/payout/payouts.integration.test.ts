import { fromGlobalId } from '@redress/graphql-runtime';
import { newId } from '@redress/kernel';
import { eventually } from '@redress/testkit';
import { buildPrograms } from '../test-bench/child-process';
import { FakeCase } from '../test-bench/fake-case-handling';
import { startFinance, type FinanceBench } from '../test-bench/finance-bench';
import { startSimulator, type SimulatorProcess } from '../test-bench/simulator-process';
import { PayoutOffice, type PayoutSeen } from './testing/payout-office';

describe('payouts', () => {
  let simulator: SimulatorProcess;
  let bench: FinanceBench;
  let people: PayoutOffice;

  beforeAll(async () => {
    buildPrograms();
    simulator = await startSimulator();
    bench = await startFinance(simulator);
  });
  afterAll(async () => {
    await bench.stop();
    await simulator.stop();
  });
  beforeEach(() => {
    people = new PayoutOffice(bench);
  });
  afterEach(async () => {
    await simulator.behaveNormally();
    expect(await people.office.discrepancies()).toEqual([]);
  });

  const paidUnder = async (settlementId: string) => {
    const id = fromGlobalId('Settlement', settlementId) ?? '';
    return (await simulator.records()).filter(({ key }) => key.startsWith(id));
  };
  const inState = (settlement: { id: string }, sequence: number, state: string): Promise<PayoutSeen> =>
    eventually(async () => {
      const found = (await people.payoutsOf(settlement)).find((payout) => payout.sequence === sequence);
      expect(found?.state).toBe(state);
      return found as PayoutSeen;
    });

  describe('a refund of an order that was paid by several payments', () => {
    it('lesson 32: goes back through each up to what was paid, and loses no remainder', async () => {
      const orderNumber = await people.orderPaidBy(['simulator', 'a', '33.33'], ['simulator', 'b', '66.67']);
      const { fakeCase, settlement } = await people.refund(5000, orderNumber);
      await people.office.settled(fakeCase, 1, 'COMPLETED');
      const payouts = await people.payoutsOf(settlement);
      expect(payouts.map(({ originalReference, amount }) => [originalReference, amount.amount])).toEqual([
        ['a', '33.33'],
        ['b', '16.67'],
      ]);
      expect((await paidUnder(settlement.id)).map(({ amountMinor }) => amountMinor).sort()).toEqual(['1667', '3333']);

      const again = await people.refund(5000, orderNumber);
      await people.office.settled(again.fakeCase, 1, 'COMPLETED');
      expect(await people.payoutsOf(again.settlement)).toMatchObject([
        { originalReference: 'b', amount: { amount: '50.00' } },
      ]);
    });

    it('never goes back through one payment with more than it was, however many refund at once', async () => {
      const orderNumber = await people.orderPaidBy(['simulator', 'a', '10.00'], ['card', 'b', '90.00']);
      const refunds = await Promise.all(Array.from({ length: 8 }, () => people.refund(400, orderNumber)));
      const payouts: PayoutSeen[] = [];
      for (const { fakeCase, settlement } of refunds) {
        await people.office.settled(fakeCase, 1, 'COMPLETED');
        payouts.push(...(await people.payoutsOf(settlement)));
      }
      const sumOf = (reference: string | null) =>
        payouts
          .filter(({ originalReference }) => originalReference === reference)
          .reduce((sum, { amount }) => sum + Number(amount.amount) * 100, 0);
      expect(sumOf('a')).toBe(1000);
      expect(sumOf(null)).toBe(2200);
    });
  });

  it('lesson 33: is planned as it is carried out: preview and approval are one', async () => {
    const orderNumber = await people.orderPaidBy(['simulator', 'a', '33.33'], ['card', 'b', '66.67']);
    const { fakeCase, settlement } = await people.office.released(5000, orderNumber);
    const query = `query ($id: ID!) { plannedPayouts(settlementId: $id) { means provider amount { amount } originalReference } }`;
    const preview = async () => {
      const { data } = await bench.ask<{ plannedPayouts: object[] | null }>(people.finance(), query, settlement);
      return data.plannedPayouts;
    };
    const planned = await preview();
    expect(planned).toMatchObject([
      { amount: { amount: '33.33' }, originalReference: 'a' },
      { amount: { amount: '16.67' } },
    ]);
    await people.office.approve(settlement);
    await people.office.settled(fakeCase, 1, 'COMPLETED');
    expect(await people.payoutsOf(settlement)).toMatchObject(planned ?? []);
    expect(await preview()).toBeNull();
  });

  describe('a payment that was declined among several', () => {
    const twoPayments = async (declined: string) => {
      const orderNumber = await people.orderPaidBy(['simulator', 'a', '30.00'], ['simulator', 'b', '70.00']);
      await simulator.behave({ mode: 'DECLINE', times: 1, match: { amountMinor: declined } });
      return people.refund(5000, orderNumber);
    };

    it('is paid in another way under a key of its own, and the settlement is complete then', async () => {
      const { fakeCase, settlement } = await twoPayments('2000');
      const declined = await inState(settlement, 2, 'DECLINED');
      await inState(settlement, 1, 'SUCCEEDED');
      expect(await people.office.settlementsOf(fakeCase)).toMatchObject([{ state: 'PAYING' }]);

      const { value } = await people.onPayout('redirectPayout', declined.id, {
        means: 'PROVIDER',
        provider: 'simulator',
      });
      expect(value).toMatchObject({ sequence: 3, redirects: 2, originalReference: null, amount: { amount: '20.00' } });
      await people.office.settled(fakeCase, 1, 'COMPLETED');
      expect(await people.payoutsOf(settlement)).toMatchObject([
        { state: 'SUCCEEDED' },
        { state: 'DECLINED', redirectedTo: 3 },
        { state: 'SUCCEEDED' },
      ]);
      expect((await paidUnder(settlement.id)).map(({ status, amountMinor }) => [amountMinor, status]).sort()).toEqual([
        ['2000', 'DECLINED'],
        ['2000', 'SUCCEEDED'],
        ['3000', 'SUCCEEDED'],
      ]);
      const twice = await people.onPayout('redirectPayout', declined.id, { means: 'MANUAL' });
      expect(twice.codes).toEqual(['FINANCE_PAYOUT_NOT_REDIRECTABLE']);
    });

    it('is redirected once when two people do it at the same time', async () => {
      const { fakeCase, settlement } = await twoPayments('2000');
      const { id } = await inState(settlement, 2, 'DECLINED');
      const by = { means: 'PROVIDER', provider: 'simulator' };
      const answers = await Promise.all([1, 2, 3].map(() => people.onPayout('redirectPayout', id, by)));
      expect(answers.filter(({ codes }) => codes.length === 0)).toHaveLength(1);
      await people.office.settled(fakeCase, 1, 'COMPLETED');
      expect(await people.payoutsOf(settlement)).toHaveLength(3);
    });
  });

  it('lesson 29: stays UNKNOWN without evidence, is never redirected, and is seen to wait', async () => {
    await simulator.behave({ mode: 'NO_ANSWER_UNPAID', match: { amountMinor: '4321' } });
    await simulator.behave({ mode: 'ERROR_BEFORE', operation: 'QUERY' });
    const orderNumber = await people.office.order('100.00');
    const { fakeCase, settlement } = await people.refund(4321, orderNumber);
    const unknown = await inState(settlement, 1, 'UNKNOWN');
    expect(unknown.uncertainSince).not.toBeNull();
    const { codes } = await people.onPayout('redirectPayout', unknown.id, { means: 'MANUAL' });
    expect(codes).toEqual(['FINANCE_PAYOUT_OUTCOME_UNKNOWN']);
    const query = '{ uncertainPayouts { provider count amount { amount } oldestSince } }';
    const { data } = await bench.ask<{ uncertainPayouts: object[] }>(people.finance(), query);
    expect(data.uncertainPayouts).toMatchObject([{ provider: 'simulator', count: 1, amount: { amount: '43.21' } }]);
    await simulator.behaveNormally();
    await people.onPayout('retryPayout', unknown.id);
    await people.office.settled(fakeCase, 1, 'COMPLETED');
    expect(await paidUnder(settlement.id)).toHaveLength(1);
    expect((await inState(settlement, 1, 'SUCCEEDED')).uncertainSince).toBeNull();
  });

  it('waits visibly for a provider that is no longer configured, and may go another way because nobody was asked', async () => {
    const orderNumber = await people.office.order('100.00');
    await bench.database.transaction(people.office.tenant, (tx) =>
      tx.insertMany('payout_setting', [
        { means: 'PROVIDER', provider: 'gone', set_by: 'x', set_at: new Date(), version: 1 },
      ]),
    );
    const { fakeCase, settlement } = await people.refund(1000, orderNumber);
    const waiting = await eventually(async () => {
      const [payout] = await people.payoutsOf(settlement);
      expect(payout).toMatchObject({ state: 'PENDING', provider: 'gone', reason: 'PROVIDER_NOT_CONFIGURED' });
      return payout as PayoutSeen;
    });
    const { codes } = await people.onPayout('redirectPayout', waiting.id, { means: 'PROVIDER', provider: 'gone' });
    expect(codes).toEqual(['FINANCE_PAYOUT_ROUTE_UNUSABLE']);
    await people.onPayout('redirectPayout', waiting.id, { means: 'PROVIDER', provider: 'simulator' });
    await people.office.settled(fakeCase, 1, 'COMPLETED');
  });

  describe('a payment by hand', () => {
    const waiting = async () => {
      await people.payBy('MANUAL');
      const orderNumber = await people.office.order('100.00');
      const { fakeCase, settlement } = await people.refund(2500, orderNumber);
      return { fakeCase, settlement, payout: await inState(settlement, 1, 'PENDING') };
    };
    const receipt = (reference = newId()) => ({ paidOn: '2026-01-15', reference, proof: 'receipt in the safe' });
    const confirm = (payout: PayoutSeen | null, accepted: boolean, person = people.finance(people.two)) => {
      const [{ id: evidenceId, version: expectedVersion } = { id: '', version: 0 }] = payout?.evidence.slice(-1) ?? [];
      const input = { evidenceId, accepted, expectedVersion };
      return people.act<PayoutSeen>('confirmPayoutEvidence', 'payout { state reason }', input, person);
    };

    it('counts once a second person has confirmed it', async () => {
      const { fakeCase, payout } = await waiting();
      const recorded = await people.onPayout('recordManualPayment', payout.id, receipt());
      expect(recorded.value).toMatchObject({ state: 'SENT', evidence: [{ state: 'RECORDED' }] });
      expect((await confirm(recorded.value, true, people.finance())).codes).toEqual(['FINANCE_PAYOUT_FOUR_EYES']);
      const second = await people.onPayout('recordManualPayment', payout.id, receipt());
      expect(second.codes).toEqual(['FINANCE_PAYOUT_NOT_PROVABLE']);
      const redirected = await people.onPayout('redirectPayout', payout.id, { means: 'BANK_TRANSFER' });
      expect(redirected.codes).toEqual(['FINANCE_PAYOUT_OUTCOME_UNKNOWN']);
      expect((await confirm(recorded.value, true)).value).toMatchObject({ state: 'SUCCEEDED' });
      const [completed] = await people.office.settled(fakeCase, 1, 'COMPLETED');
      expect(completed?.postings?.at(-1)).toMatchObject({ account: 'PROVIDER_CLEARING', side: 'CREDIT' });
    });

    it('can be made again when it did not take place, and one reference never proves two payments', async () => {
      const { fakeCase, payout } = await waiting();
      const first = await people.onPayout('recordManualPayment', payout.id, receipt('R-1'));
      expect((await confirm(first.value, false)).value).toMatchObject({ state: 'PENDING' });
      const again = await people.onPayout('recordManualPayment', payout.id, receipt('R-1'));
      expect((await confirm(again.value, true)).codes).toEqual([]);
      await people.office.settled(fakeCase, 1, 'COMPLETED');

      const other = await people.refund(100, await people.office.order('1.00'));
      const pending = await inState(other.settlement, 1, 'PENDING');
      const copied = await people.onPayout('recordManualPayment', pending.id, receipt('R-1'));
      expect((await confirm(copied.value, true)).codes).toEqual(['FINANCE_PAYOUT_REFERENCE_USED']);
    });
  });

  it('is listed by what matters, for those who read the books', async () => {
    const orderNumber = await people.office.order('100.00');
    const { fakeCase, settlement } = await people.refund(2500, orderNumber);
    await people.office.settled(fakeCase, 1, 'COMPLETED');
    const query = `query ($where: PayoutWhereInput) { payouts(where: $where, first: 5) { nodes { id settlement { id } } } }`;
    type Data = { payouts: { nodes: { id: string; settlement: { id: string } }[] } };
    const where = {
      ...{ state: { eq: 'SUCCEEDED' }, means: { eq: 'PROVIDER' }, provider: { eq: 'simulator' } },
      ...{ currency: { eq: 'CNY' }, amount: { currency: 'CNY', from: '25.00', to: '25.01' } },
      settlement: { eq: settlement.id },
    };
    const { data } = await bench.ask<Data>(people.office.as('auditor'), query, { where });
    expect(data.payouts.nodes).toMatchObject([{ settlement: { id: settlement.id } }]);
    const none = await bench.ask<Data>(people.office.as('auditor'), query, { where: { state: { eq: 'UNKNOWN' } } });
    expect(none.data.payouts.nodes).toEqual([]);
    expect((await bench.ask(people.office.as('agent'), query, {})).codes).toEqual(['FORBIDDEN']);
  });

  it('lesson 24: pays once when the form is sent twice with the key it was opened with', async () => {
    const { fakeCase, settlement } = await people.office.released(1000, await people.office.order('100.00'));
    const key = newId();
    const person = people.finance();
    const answers = await Promise.all([1, 2].map(() => people.office.approve(settlement, { person, key })));
    expect(answers.flatMap(({ userErrors }) => userErrors)).toEqual([]);
    await people.office.settled(fakeCase, 1, 'COMPLETED');
    expect(await paidUnder(settlement.id)).toHaveLength(1);
  });

  it('goes to each payee by a payment of its own', async () => {
    const orderNumber = await people.office.order('100.00');
    const remedy = FakeCase.remedy(0, { orderNumber });
    const part = (minor: number, payee?: string) => ({
      ...{ kind: 'COMPENSATION' as const, amount: { amountMinor: String(minor), currency: 'CNY' } },
      ...{ orderNumber, lineNumber: 1, ...(payee === undefined ? {} : { payee }) },
    });
    const amount = { amountMinor: '3000', currency: 'CNY' };
    const { fakeCase, settlement } = await people.approved({
      ...remedy,
      ...{ amount, parts: [part(1000), part(2000, 'helper-1')] },
    });
    await people.office.settled(fakeCase, 1, 'COMPLETED');
    const records = await paidUnder(settlement.id);
    expect(records.map(({ amountMinor }) => amountMinor).sort()).toEqual(['1000', '2000']);
    expect(new Set(records.map(({ key }) => key)).size).toBe(2);
  });
});
