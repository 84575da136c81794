import { fromGlobalId } from '@redress/graphql-runtime';
import { newId } from '@redress/kernel';
import { eventually } from '@redress/testkit';
import { buildPrograms } from '../test-bench/child-process';
import { startFinance, type FinanceBench } from '../test-bench/finance-bench';
import { startSimulator, type SimulatorProcess } from '../test-bench/simulator-process';
import { PayoutOffice, type PayoutSeen } from './testing/payout-office';

describe('the only payment of a settlement, when it was declined', () => {
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

  const declined = async () => {
    const orderNumber = await people.office.order('100.00');
    await simulator.behave({ mode: 'DECLINE', times: 1 });
    const { fakeCase, settlement } = await people.refund(5000, orderNumber);
    const payout = await inState(settlement, 1, 'DECLINED');
    const [seen] = await people.office.settlementsOf(fakeCase);
    if (seen === undefined) throw new Error('no settlement');
    return { fakeCase, payout, orderNumber, settlement: seen };
  };
  const giveUp = (settlement: { id: string; version: number }, reason = 'gone abroad', person = people.finance()) => {
    const input = { settlementId: settlement.id, expectedVersion: settlement.version, reason };
    return people.act<{ state: string; reason: string }>('giveUpPayout', 'settlement { state reason }', input, person);
  };

  const waiting = async () => {
    const query = '{ settlements(where: { exception: { eq: PAYMENT_DECLINED } }, first: 5) { nodes { id } } }';
    type Data = { settlements: { nodes: { id: string }[] } };
    return (await bench.ask<Data>(people.finance(), query)).data.settlements.nodes.map(({ id }) => id);
  };

  it('is owed still and paid in another way', async () => {
    const { fakeCase, payout, settlement, orderNumber } = await declined();
    expect(settlement.state).toBe('PAYING');
    expect(await waiting()).toEqual([settlement.id]);
    expect(await people.office.remaining(orderNumber)).toBe('50.00');
    await people.onPayout('redirectPayout', payout.id, { means: 'PROVIDER', provider: 'simulator' });
    const [completed] = await people.office.settled(fakeCase, 1, 'COMPLETED');
    expect(await waiting()).toEqual([]);
    expect((await giveUp(completed ?? settlement)).codes).toEqual(['FINANCE_PAYOUT_NOTHING_TO_GIVE_UP']);
    expect((await paidUnder(settlement.id)).map(({ status }) => status).sort()).toEqual(['DECLINED', 'SUCCEEDED']);
  });

  it('is given up by a person for a reason, once, and everything is as before', async () => {
    const { payout, settlement, orderNumber } = await declined();
    expect((await giveUp(settlement, ' ')).codes).toEqual(['INPUT_INVALID']);
    expect((await giveUp({ ...settlement, version: 1 })).codes).toEqual(['VERSION_CONFLICT']);
    await expect(giveUp(settlement, 'x', people.office.as('handler'))).rejects.toThrow('FORBIDDEN');
    const answers = await Promise.all([1, 2, 3].map(() => giveUp(settlement)));
    expect(answers.filter(({ value }) => value?.state === 'FAILED')).toHaveLength(1);
    expect(await people.office.remaining(orderNumber)).toBe('100.00');
    const late = await people.onPayout('redirectPayout', payout.id, { means: 'MANUAL' });
    expect(late.codes).toEqual(['FINANCE_PAYOUT_NOT_REDIRECTABLE']);
  });

  it('is paid in another way or given up, never both, whoever comes first', async () => {
    const { payout, settlement, fakeCase } = await declined();
    const [redirected, givenUp] = await Promise.all([
      people.onPayout('redirectPayout', payout.id, { means: 'PROVIDER', provider: 'simulator' }),
      giveUp(settlement),
    ]);
    expect([redirected, givenUp].filter(({ codes }) => codes.length === 0).length).toBeGreaterThan(0);
    // What nobody was asked to pay yet may be given up even after it was sent another way.
    const [end] = await people.office.settled(fakeCase, 1, 'COMPLETED', 'FAILED');
    const paid = (await paidUnder(settlement.id)).filter(({ status }) => status === 'SUCCEEDED');
    expect(paid).toHaveLength(end?.state === 'COMPLETED' ? 1 : 0);
  });

  it('takes with it what nobody was asked to pay', async () => {
    await people.payBy('MANUAL');
    const waiting = await people.refund(1000, await people.office.order('100.00'));
    const payout = await inState(waiting.settlement, 1, 'PENDING');
    const [approved] = await people.office.settlementsOf(waiting.fakeCase);
    const { value } = await giveUp(approved ?? { id: '', version: 0 });
    expect(value).toMatchObject({ state: 'FAILED', reason: 'gone abroad' });
    expect(await inState(waiting.settlement, 1, 'DECLINED')).toMatchObject({ reason: 'GIVEN_UP' });
    const said = { paidOn: '2026-01-15', reference: newId(), proof: 'receipt' };
    expect((await people.onPayout('recordManualPayment', payout.id, said)).codes).toEqual([
      'FINANCE_PAYOUT_NOT_PROVABLE',
    ]);
  });
});
