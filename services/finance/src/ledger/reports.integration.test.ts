import { caseAssigned, caseOpened } from '@redress/contracts';
import { newId } from '@redress/kernel';
import { buildPrograms } from '../test-bench/child-process';
import { BooksOffice } from '../test-bench/books-office';
import { FakeCase } from '../test-bench/fake-case-handling';
import { startFinance, type FinanceBench } from '../test-bench/finance-bench';
import { startSimulator, type SimulatorProcess } from '../test-bench/simulator-process';

interface Amount {
  readonly amount: string;
}
interface RawPosting {
  readonly account: string;
  readonly side: string;
  readonly amount_minor: string;
  readonly currency: string;
}

describe('the reports of the books', () => {
  let simulator: SimulatorProcess;
  let bench: FinanceBench;
  let office: BooksOffice;

  beforeAll(async () => {
    buildPrograms();
    simulator = await startSimulator();
    bench = await startFinance(simulator);
    office = new BooksOffice(bench);
    await simulator.behave({ mode: 'DECLINE', match: { amountMinor: '777' } });
    const orderNumber = await office.order('1000.00');
    for (const [minor, kind, product] of [
      [500, 'REFUND', 'kettle'],
      [300, 'ALLOWANCE', 'kettle'],
      [200, 'COMPENSATION', 'lamp'],
      [777, 'REFUND', 'lamp'],
    ] as const) {
      await settled(orderNumber, minor, kind, product);
    }
  });
  afterAll(async () => {
    await bench.stop();
    await simulator.stop();
  });

  async function settled(
    orderNumber: string,
    minor: number,
    kind: 'REFUND' | 'ALLOWANCE' | 'COMPENSATION',
    product: string,
  ): Promise<void> {
    const fakeCase = office.openCase();
    const at = new Date().toISOString();
    const opened = {
      number: '261101',
      categoryId: newId(),
      categoryCode: 'quality',
      channel: 'PHONE' as const,
      clocks: [],
      product,
    };
    await fakeCase.tell(caseOpened, {
      ...fakeCase.key(),
      ...opened,
      customerId: fakeCase.customerId,
      receivedAt: at,
      openedAt: at,
    });
    await fakeCase.tell(caseAssigned, { ...fakeCase.key(), by: 's', at, assignee: 'h', unitId: `unit-${product}` });
    await fakeCase.consent(await fakeCase.approveResolution([FakeCase.remedy(minor, { orderNumber, kind })]));
    const [settlement] = await office.settled(fakeCase, 1, 'RELEASED');
    if (settlement === undefined) throw new Error('no settlement');
    expect((await office.approve(settlement)).userErrors).toEqual([]);
    if (minor === 777) await office.givenUp(fakeCase);
    else await office.settled(fakeCase, 1, 'COMPLETED');
  }

  const costs = async (groupBy: string) => {
    type Data = { costOfComplaints: { value: string | null; cost: Amount; sources: number }[] };
    const query = `{ costOfComplaints(groupBy: ${groupBy}, from: "2020-01-01", to: "2099-12-31", currency: "CNY") { value cost { amount } sources } }`;
    const { costOfComplaints } = await office.ask<Data>(query);
    return costOfComplaints.map(({ value, cost, sources }) => [value, cost.amount, sources]);
  };

  it('say what complaints cost by department, product, cause and instrument, without what was taken back', async () => {
    expect(await costs('PRODUCT')).toEqual([
      ['kettle', '8.00', 2],
      ['lamp', '2.00', 2],
    ]);
    expect(await costs('DEPARTMENT')).toEqual([
      ['unit-kettle', '8.00', 2],
      ['unit-lamp', '2.00', 2],
    ]);
    expect(await costs('CAUSE')).toEqual([['quality', '10.00', 4]]);
    expect(await costs('INSTRUMENT')).toEqual([
      ['REFUND', '5.00', 2],
      ['ALLOWANCE', '3.00', 1],
      ['COMPENSATION', '2.00', 1],
    ]);
  });

  it('show the postings of an account page by page, in the order in which they were made', async () => {
    type Line = { entryId: string; kind: string; side: string; amount: Amount; reverses: string | null };
    type Data = { accountStatement: { nodes: Line[]; pageInfo: { hasNextPage: boolean; endCursor: string } } };
    const lines: Line[] = [];
    for (let after: string | undefined, more = true; more;) {
      const query = `query ($after: String) { accountStatement(account: PAYABLES_TO_COMPLAINANTS, currency: "CNY", first: 3, after: $after) {
        nodes { entryId kind side reverses amount { amount } source sourceId } pageInfo { hasNextPage endCursor } } }`;
      const { nodes, pageInfo } = (await office.ask<Data>(query, { after })).accountStatement;
      lines.push(...nodes);
      [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
    }
    expect(lines.map(({ kind, side, amount }) => `${kind} ${side} ${amount.amount}`)).toEqual([
      ...['APPROVAL CREDIT 5.00', 'PAYMENT DEBIT 5.00', 'APPROVAL CREDIT 3.00', 'PAYMENT DEBIT 3.00'],
      ...['APPROVAL CREDIT 2.00', 'PAYMENT DEBIT 2.00', 'APPROVAL CREDIT 7.77', 'REVERSAL DEBIT 7.77'],
    ]);
    expect(lines[7]?.reverses).toBe(lines[6]?.entryId);
  });

  it('age what is owed by the day since which it is owed', async () => {
    const other = new BooksOffice(bench);
    await other.book('2026-11-10T08:00:00Z', 100);
    await other.book('2026-09-20T08:00:00Z', 200);
    await other.book('2026-01-20T08:00:00Z', 400);
    type Data = { agedPayables: { fromDays: number; amount: Amount; settlements: number }[] };
    const { agedPayables } = await other.ask<Data>(
      '{ agedPayables(currency: "CNY", asOf: "2026-11-20") { fromDays amount { amount } settlements } }',
    );
    expect(agedPayables.map(({ fromDays, amount, settlements }) => [fromDays, amount.amount, settlements])).toEqual([
      [0, '1.00', 1],
      [31, '0.00', 0],
      [61, '2.00', 1],
      [91, '4.00', 1],
    ]);
  });

  it('carry opening balances from month to month, and show accounts by subdivision', async () => {
    const other = new BooksOffice(bench);
    await other.book('2026-08-10T08:00:00Z', 100);
    await other.book('2026-09-10T08:00:00Z', 250);
    type Data = {
      trialBalance: {
        balanced: boolean;
        accounts: { account: string; opening: Amount; debit: Amount; credit: Amount; balance: Amount }[];
      };
    };
    const of = async (args: string) =>
      (
        await other.ask<Data>(
          `{ trialBalance(currency: "CNY", ${args}) { balanced accounts { account opening { amount } debit { amount } credit { amount } balance { amount } } } }`,
        )
      ).trialBalance.accounts;
    expect(await of('period: "2026-09"')).toEqual([
      {
        account: 'GOODWILL_EXPENSE',
        opening: { amount: '1.00' },
        debit: { amount: '2.50' },
        credit: { amount: '0.00' },
        balance: { amount: '3.50' },
      },
      {
        account: 'PAYABLES_TO_COMPLAINANTS',
        opening: { amount: '1.00' },
        debit: { amount: '0.00' },
        credit: { amount: '2.50' },
        balance: { amount: '3.50' },
      },
    ]);
    expect((await of('asOf: "2026-08-31"'))[0]).toMatchObject({ balance: { amount: '1.00' } });
    type Parts = { trialBalance: { accounts: { account: string; subaccount: string | null }[] } };
    const { trialBalance } = await office.ask<Parts>(
      '{ trialBalance(currency: "CNY", bySubaccount: true) { accounts { account subaccount } } }',
    );
    expect(trialBalance.accounts).toContainEqual({ account: 'PROVIDER_CLEARING', subaccount: 'simulator' });
  });

  it('agree with an auditor who adds the raw rows up in another way, with the payments and with the settlements', async () => {
    const raw = await office.rows<RawPosting>(
      'SELECT p.account, p.side, p.amount_minor, p.currency FROM posting p WHERE p.tenant_id = :tenant',
    );
    const byHand = new Map<string, bigint>();
    for (const { account, side, amount_minor } of raw) {
      byHand.set(account, (byHand.get(account) ?? 0n) + BigInt(amount_minor) * (side === 'DEBIT' ? 1n : -1n));
    }
    type Data = {
      trialBalance: {
        balanced: boolean;
        accounts: { account: string; normalSide: string; balance: { minorUnits: string } }[];
      };
    };
    const { trialBalance } = await office.ask<Data>(
      '{ trialBalance(currency: "CNY") { balanced accounts { account normalSide balance { minorUnits } } } }',
    );
    expect(trialBalance.balanced).toBe(true);
    expect(
      new Map(
        trialBalance.accounts.map(({ account, normalSide, balance }) => [
          account,
          BigInt(balance.minorUnits) * (normalSide === 'DEBIT' ? 1n : -1n),
        ]),
      ),
    ).toEqual(byHand);
    expect([...byHand.values()].reduce((sum, each) => sum + each, 0n)).toBe(0n);
    const paid = await office.rows<{ amount_minor: string }>(
      "SELECT p.amount_minor FROM payment p WHERE p.tenant_id = :tenant AND p.state = 'SUCCEEDED'",
    );
    expect(byHand.get('PROVIDER_CLEARING')).toBe(
      -paid.reduce((sum, { amount_minor }) => sum + BigInt(amount_minor), 0n),
    );
    expect(byHand.get('PAYABLES_TO_COMPLAINANTS')).toBe(0n);
  });

  it.each(['agent', 'handler', 'customer', 'analyst'] as const)('are not open to a %s', async (role) => {
    for (const query of [
      '{ agedPayables(currency: "CNY", asOf: "2026-11-20") { fromDays } }',
      '{ accountStatement(account: BANK, currency: "CNY") { nodes { entryId } } }',
      '{ chartOfAccounts { account } }',
    ]) {
      expect((await bench.ask(office.as(role), query)).codes).toEqual(['FORBIDDEN']);
    }
  });

  it('name every account in both languages', async () => {
    type Data = { chartOfAccounts: { account: string; class: string; en: string; zh: string }[] };
    const { chartOfAccounts } = await office.ask<Data>(
      '{ chartOfAccounts { account class en: label(locale: EN) zh: label(locale: ZH_CN) } }',
    );
    expect(chartOfAccounts).toContainEqual({
      account: 'SALES_RETURNS',
      class: 'CONTRA_REVENUE',
      en: 'Sales returns',
      zh: '销货退回',
    });
  });
});
