import { formatAmount, money, newId } from '@redress/kernel';
import { eventually } from '@redress/testkit';
import { buildPrograms } from '../test-bench/child-process';
import { startFinance, type FinanceBench } from '../test-bench/finance-bench';
import { FakeCase } from '../test-bench/fake-case-handling';
import { FinanceOffice, type SettlementSeen } from '../test-bench/finance-office';
import { startSimulator, type SimulatorProcess } from '../test-bench/simulator-process';
import { ordersOf, retailLines, verdictsOn, type RetailLine, type RetailVerdict } from './testing/retail-file';

/** What ORACLE.md beside the data says, in pence. */
const ORACLE: Readonly<Record<RetailVerdict, readonly [lines: number, pence: bigint]>> = {
  COVERED: [418, 1_773_469n],
  EXCEEDS: [12, 1_490_032n],
  NEVER_BOUGHT: [50, 473_116n],
};
const VERDICT_OF: Readonly<Record<string, RetailVerdict>> = {
  FINANCE_QUANTITY_EXCEEDED: 'EXCEEDS',
  FINANCE_CEILING_EXCEEDED: 'EXCEEDS',
  FINANCE_ORDER_LINE_UNKNOWN: 'NEVER_BOUGHT',
};
const BATCH_BYTES = 90_000;
const AT_ONCE = 8;

const REGISTER = `mutation ($input: RegisterPurchasesInput!) {
  registerPurchases(input: $input) { registered existed refused rows { status userErrors { code path } } userErrors { code } } }`;
const PLAN = `query ($input: ReturnPlanInput!) {
  returnPlan(input: $input) { exceedsBy parts { orderNumber lineNumber quantity amount { amount minorUnits } } } }`;
const BOOKS = `{ trialBalance(currency: "GBP") { balanced accounts { account debit { minorUnits } credit { minorUnits } } } }`;

interface Plan {
  readonly exceedsBy: string;
  readonly parts: readonly {
    readonly orderNumber: string;
    readonly lineNumber: number;
    readonly quantity: string;
    readonly amount: { readonly minorUnits: string };
  }[];
}

describe('a year of a real retailer', () => {
  const lines = retailLines();
  const cancellations = lines.filter(({ cancels }) => cancels);
  const seen = new Map<RetailLine, SettlementSeen>();
  let simulator: SimulatorProcess;
  let bench: FinanceBench;
  let office: FinanceOffice;

  beforeAll(async () => {
    buildPrograms();
    simulator = await startSimulator();
    bench = await startFinance(simulator);
    office = new FinanceOffice(bench);
  }, 120_000);
  afterAll(async () => {
    await bench?.stop();
    await simulator?.stop();
  });

  const worth = ({ unitMinor, quantity }: RetailLine) => unitMinor * BigInt(quantity);
  const tally = (verdictOf: (line: RetailLine) => RetailVerdict | undefined) =>
    Object.fromEntries(
      Object.keys(ORACLE).map((verdict) => {
        const own = cancellations.filter((line) => verdictOf(line) === verdict);
        return [verdict, [own.length, own.reduce((sum, line) => sum + worth(line), 0n)]];
      }),
    );

  const register = async () => {
    const counts = { registered: 0, existed: 0, refused: 0 };
    for (const purchases of batchesOf(ordersOf(lines))) {
      type Answer = { registerPurchases: typeof counts & { userErrors: unknown[] } };
      const input = { idempotencyKey: newId(), purchases };
      const { data, codes } = await bench.ask<Answer>(office.as('agent'), REGISTER, { input });
      expect([codes, data.registerPurchases.userErrors]).toEqual([[], []]);
      counts.registered += data.registerPurchases.registered;
      counts.existed += data.registerPurchases.existed;
      counts.refused += data.registerPurchases.refused;
    }
    return counts;
  };

  /** A return as the customer asks for it: planned on what was bought until then, and never bought where nothing was. */
  async function remedyFor(line: RetailLine) {
    const minor = worth(line).toString();
    const amount = { amount: formatAmount(money(worth(line), 'GBP')), currency: 'GBP' };
    const input = {
      customerExternalRef: line.customer,
      product: line.product,
      quantity: String(line.quantity),
      amount,
    };
    const { data } = await bench.ask<{ returnPlan: Plan }>(office.as('handler'), PLAN, {
      input: { ...input, boughtUntil: line.at.toISOString() },
    });
    const planned = data.returnPlan.parts;
    const asked = planned.length === 0 ? [{ orderNumber: line.invoice, lineNumber: 1, ...{ minor } }] : planned;
    return FakeCase.remedy(worth(line), {
      kind: 'RETURN',
      amount: { amountMinor: minor, currency: 'GBP' },
      parts: asked.map((part) => ({
        kind: 'RETURN' as const,
        ...{ orderNumber: part.orderNumber, lineNumber: part.lineNumber },
        quantity: 'quantity' in part ? part.quantity : String(line.quantity),
        amount: { amountMinor: 'amount' in part ? part.amount.minorUnits : minor, currency: 'GBP' },
      })),
    });
  }

  async function giveBack(line: RetailLine): Promise<void> {
    const fakeCase = office.openCase();
    const resolutionId = await fakeCase.approveResolution([await remedyFor(line)]);
    await fakeCase.consent(resolutionId);
    const [settlement] = await office.settled(fakeCase, 1, 'RELEASED', 'REFUSED');
    if (settlement === undefined) throw new Error('no settlement');
    seen.set(line, settlement);
    if (settlement.state === 'RELEASED') expect((await office.approve(settlement)).userErrors).toEqual([]);
  }

  it('is what the oracle was computed on', () => {
    expect([lines.length, cancellations.length]).toEqual([20_661, 480]);
    const verdicts = verdictsOn(lines);
    expect(tally((line) => verdicts.get(line))).toEqual(ORACLE);
  });

  it('is imported whole, and again without a change', async () => {
    const orders = ordersOf(lines).length;
    expect(await register()).toEqual({ registered: orders, existed: 0, refused: 0 });
    expect(await register()).toEqual({ registered: 0, existed: orders, refused: 0 });
  }, 120_000);

  it('is given back as the oracle says, line by line and to the penny, in the order of time', async () => {
    // Returns of one product by one customer wait for each other; others do not, as with many people at work.
    const chains = new Map<string, Promise<void>>();
    const under = new Set<Promise<void>>();
    for (const line of cancellations) {
      const key = `${line.customer} ${line.product}`;
      const next = (chains.get(key) ?? Promise.resolve()).then(() => giveBack(line));
      chains.set(key, next);
      const tracked: Promise<void> = next.finally(() => under.delete(tracked));
      under.add(tracked);
      if (under.size >= AT_ONCE) await Promise.race(under);
    }
    await Promise.all(under);
    const verdictOf = (line: RetailLine): RetailVerdict | undefined => {
      const settlement = seen.get(line);
      return settlement?.state === 'REFUSED' ? VERDICT_OF[settlement.reason ?? ''] : 'COVERED';
    };
    const expected = verdictsOn(lines);
    const otherwise = cancellations.filter((line) => verdictOf(line) !== expected.get(line));
    expect(otherwise.map(({ invoice, product }) => [invoice, product])).toEqual([]);
    expect(tally(verdictOf)).toEqual(ORACLE);
  }, 1_200_000);

  it('shows in the books, at the provider and under the ceilings: what was accepted, and nothing else', async () => {
    const [count, pence] = ORACLE.COVERED;
    await eventually(
      async () => {
        const paid = await simulator.records();
        expect(paid.filter(({ status }) => status === 'SUCCEEDED')).toHaveLength(count);
        expect(paid.reduce((sum, { amountMinor }) => sum + BigInt(amountMinor), 0n)).toBe(pence);
        return true;
      },
      { timeoutMs: 300_000, what: 'the last payment' },
    );
    type Balance = { account: string; debit: { minorUnits: string }; credit: { minorUnits: string } };
    await eventually(
      async () => {
        const { data } = await bench.ask<{ trialBalance: { balanced: boolean; accounts: Balance[] } }>(
          office.as('auditor'),
          BOOKS,
        );
        const total = pence.toString();
        expect(data.trialBalance.balanced).toBe(true);
        const moved = data.trialBalance.accounts.map(({ account, debit, credit }) => [
          account,
          debit.minorUnits,
          credit.minorUnits,
        ]);
        expect(moved).toEqual([
          ['PAYABLES_TO_COMPLAINANTS', total, total],
          ['PROVIDER_CLEARING', '0', total],
          ['SALES_RETURNS', total, '0'],
        ]);
        return true;
      },
      { timeoutMs: 60_000, what: 'the books' },
    );
    const [ceilings] = await bench.database.reader(office.tenant).query<{ settled: string; reserved: string }>(
      `SELECT SUM(c.settled_minor) AS settled, SUM(c.reserved_minor) AS reserved FROM ceiling c
       WHERE c.tenant_id = :tenantId AND c.kind = 'ORDER_LINE'`,
    );
    expect(ceilings).toEqual({ settled: pence.toString(), reserved: '0' });
    expect(await office.discrepancies()).toEqual([]);
  }, 480_000);
});

function* batchesOf<Item>(items: readonly Item[]): Generator<Item[]> {
  let batch: Item[] = [];
  let bytes = 0;
  for (const item of items) {
    const size = Buffer.byteLength(JSON.stringify(item));
    if (batch.length > 0 && bytes + size > BATCH_BYTES) {
      yield batch;
      [batch, bytes] = [[], 0];
    }
    batch.push(item);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}
