import { newId } from '@redress/kernel';
import { buildPrograms } from '../../test-bench/child-process';
import { startFinance, type FinanceBench, type Person } from '../../test-bench/finance-bench';
import { FinanceOffice } from '../../test-bench/finance-office';
import { startSimulator, type SimulatorProcess } from '../../test-bench/simulator-process';

const PREVIEW = `query ($id: ID!) { approvalPreview(settlement: $id) {
  releases signs userErrors { code } postings { account side amount { amount } } payouts { provider amount { amount } } } }`;

interface Preview {
  readonly releases: boolean;
  readonly userErrors: readonly { readonly code: string }[];
  readonly postings: readonly object[];
  readonly payouts: readonly { readonly provider: string; readonly amount: { readonly amount: string } }[];
}

describe('the preview of an approval', () => {
  let simulator: SimulatorProcess;
  let bench: FinanceBench;
  let office: FinanceOffice;

  beforeAll(async () => {
    buildPrograms();
    simulator = await startSimulator();
    bench = await startFinance(simulator);
    office = new FinanceOffice(bench);
  });
  afterAll(async () => {
    await bench.stop();
    await simulator.stop();
  });

  const preview = async (person: Person, id: string): Promise<Preview | null> => {
    const { data, codes } = await bench.ask<{ approvalPreview: Preview | null }>(person, PREVIEW, { id });
    if (codes.length > 0) throw new Error(codes.join());
    return data.approvalPreview;
  };

  it('lesson 33: a preview shows what the approval then books and pays, and keeps nothing of it', async () => {
    const { fakeCase, settlement } = await office.released(4200, await office.order('100.00'));
    const seen = await preview(office.as('finance'), settlement.id);
    expect(seen).toMatchObject({ releases: true, userErrors: [], payouts: [{ amount: { amount: '42.00' } }] });
    const [untouched] = await office.settlementsOf(fakeCase);
    expect(untouched).toEqual(settlement);
    await office.approve(settlement);
    const [paid] = await office.settled(fakeCase, 1, 'COMPLETED');
    const booked = paid?.postings?.slice(0, seen?.postings.length).map(({ account, side, amount }) => {
      return { account, side, amount };
    });
    expect(booked).toEqual(seen?.postings);
    expect(await office.discrepancies()).toEqual([]);
  });

  it('says what stands in the way, without a version and without a key', async () => {
    const { fakeCase, settlement } = await office.released(100, await office.order('1.00'));
    const proposer = office.as('finance', { subject: fakeCase.proposedBy });
    expect(await preview(proposer, settlement.id)).toMatchObject({
      releases: false,
      userErrors: [{ code: 'FINANCE_SEPARATION_OF_DUTIES' }],
      postings: [],
      payouts: [],
    });
    await office.reject(settlement, 'no');
    expect(await preview(office.as('manager'), settlement.id)).toMatchObject({
      userErrors: [{ code: 'FINANCE_SETTLEMENT_NOT_OPEN' }],
    });
  });

  it('is for those who decide, of the same organisation', async () => {
    const { settlement } = await office.released(100, await office.order('1.00'));
    await expect(preview(office.as('analyst'), settlement.id)).rejects.toThrow('FORBIDDEN');
    const stranger = office.as('finance', { tenant: `t-${newId().slice(-12)}` });
    expect(await preview(stranger, settlement.id)).toBeNull();
    expect(await preview(office.as('finance'), 'nonsense')).toBeNull();
  });
});
