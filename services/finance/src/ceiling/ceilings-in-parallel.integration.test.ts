import { fromGlobalId } from '@redress/graphql-runtime';
import { money, newId, systemClock } from '@redress/kernel';
import { eventually } from '@redress/testkit';
import { buildPrograms } from '../test-bench/child-process';
import { FakeCase } from '../test-bench/fake-case-handling';
import { startFinance, type FinanceBench } from '../test-bench/finance-bench';
import { FinanceOffice, type SettlementSeen } from '../test-bench/finance-office';
import { startSimulator, type SimulatorProcess } from '../test-bench/simulator-process';
import { caseFilesInMysql } from '../case-file/adapters/case-file.repository-mysql';
import { goodwillBudgetsInMysql } from '../goodwill/adapters/goodwill-budget.repository-mysql';
import { ceilingsInMysql } from './adapters/ceiling.repository-mysql';
import { settlementNumbersInMysql } from '../settlement/adapters/settlement-numbers-mysql';
import { settlementsInMysql } from '../settlement/adapters/settlement.repository-mysql';
import { drawUpSettlements } from '../settlement/draw-up-settlement/draw-up-settlement.handler';
import { aRemedy } from '../settlement/model/settlement.builder';
import { tenantCalendarInMysql } from '../tenant-calendar/adapters/tenant-calendar-mysql';

const WRITERS = 64;
const INSTRUMENTS = ['REFUND', 'ALLOWANCE', 'RETURN', 'EXCHANGE', 'COMPENSATION'] as const;

describe('64 writers on one line', () => {
  let simulator: SimulatorProcess;
  let bench: FinanceBench;
  let office: FinanceOffice;

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
    office = new FinanceOffice(bench);
  });

  const sumOf = (settlements: readonly SettlementSeen[], ...states: string[]) =>
    settlements
      .filter(({ state }) => states.includes(state))
      .reduce((sum, { amount }) => sum + BigInt(amount.amount.replace('.', '')), 0n);

  const allSettlements = async (): Promise<SettlementSeen[]> => {
    const query = `{ settlements(first: 100) { nodes { id number state instrument version reason amount { amount currency } } } }`;
    const { data } = await bench.ask<{ settlements: { nodes: SettlementSeen[] } }>(office.as('finance'), query);
    return data.settlements.nodes;
  };

  it('never pass its ceiling when they write at the same moment, each in a transaction of its own', async () => {
    const orderNumber = await office.order('100.00');
    const stores = {
      settlements: settlementsInMysql([]),
      ceilings: ceilingsInMysql,
      numbers: settlementNumbersInMysql(bench.database),
      calendar: tenantCalendarInMysql,
      budgets: goodwillBudgetsInMysql,
      caseFiles: caseFilesInMysql,
      clock: systemClock,
    };
    await Promise.all(
      Array.from({ length: WRITERS }, (_, index) =>
        bench.database.transaction(office.tenant, (tx) => {
          const remedy = aRemedy({
            caseId: newId(),
            remedyId: newId(),
            instrument: INSTRUMENTS[index % INSTRUMENTS.length] ?? 'REFUND',
            amount: money(BigInt(300 + (index % 7)), 'CNY'),
            orderLine: { orderNumber, lineNumber: 1 },
          });
          return drawUpSettlements(tx, [remedy], stores);
        }),
      ),
    );
    const settlements = await allSettlements();
    expect(settlements).toHaveLength(WRITERS);
    expect(new Set(settlements.map(({ number }) => number)).size).toBe(WRITERS);
    const reserved = sumOf(settlements, 'PROPOSED');
    expect(reserved <= 10_000n).toBe(true);
    expect(reserved > 10_000n - 300n).toBe(true);
    expect(
      settlements
        .filter(({ state }) => state === 'REFUSED')
        .every(({ reason }) => reason === 'FINANCE_CEILING_EXCEEDED'),
    ).toBe(true);
    expect(await office.remaining(orderNumber)).toBe(
      `${(10_000n - reserved) / 100n}.${((10_000n - reserved) % 100n).toString().padStart(2, '0')}`,
    );
    expect(await office.discrepancies()).toEqual([]);
  });

  it('never pass it from events to payment, while half of them are approved at the same time', async () => {
    const orderNumber = await office.order('50.00');
    const cases = Array.from({ length: WRITERS }, () => office.openCase());
    const remedies = () => [FakeCase.remedy(250, { orderNumber })];
    const resolutions = await Promise.all(cases.map((each) => each.approveResolution(remedies())));
    await Promise.all(cases.map((each, index) => each.consent(resolutions[index] ?? '')));
    const released = await eventually(
      async () => {
        const seen = await allSettlements();
        const open = seen.filter(({ state }) => state === 'RELEASED');
        return seen.length === WRITERS && open.length === 20 ? open : undefined;
      },
      { timeoutMs: 120_000, what: 'twenty released settlements' },
    );
    await Promise.all(
      released.map((settlement, index) =>
        index % 2 === 0 ? office.approve(settlement) : office.reject(settlement, 'no'),
      ),
    );
    await eventually(async () => sumOf(await allSettlements(), 'COMPLETED') === 2_500n, {
      timeoutMs: 120_000,
      what: 'ten payments',
    });
    const paid = await simulator.records();
    const keys = new Set(released.map(({ id }) => fromGlobalId('Settlement', id)));
    expect(paid.filter(({ key }) => keys.has(key)).map(({ amountMinor }) => amountMinor)).toEqual(
      Array(10).fill('250'),
    );
    expect(await office.remaining(orderNumber)).toBe('25.00');
    expect(await office.discrepancies()).toEqual([]);
  }, 300_000);

  it('cannot pass it by SQL either', async () => {
    const orderNumber = await office.order('1.00');
    await expect(
      bench.database.system.execute(
        'UPDATE ceiling SET reserved_minor = 101 WHERE tenant_id = :tenant AND subject = :subject',
        { tenant: office.tenant, subject: `${orderNumber}#1` },
      ),
    ).rejects.toThrow('ceiling_limit');
  });
});
