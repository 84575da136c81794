import { money, newId, systemClock } from '@redress/kernel';
import { caseFilesInMysql } from '../../case-file/adapters/case-file.repository-mysql';
import { ceilingsInMysql } from '../../ceiling/adapters/ceiling.repository-mysql';
import { goodwillBudgetsInMysql } from '../../goodwill/adapters/goodwill-budget.repository-mysql';
import { tenantCalendarInMysql } from '../../tenant-calendar/adapters/tenant-calendar-mysql';
import { buildPrograms } from '../../test-bench/child-process';
import { startFinance, type FinanceBench } from '../../test-bench/finance-bench';
import { FinanceOffice } from '../../test-bench/finance-office';
import { startSimulator, type SimulatorProcess } from '../../test-bench/simulator-process';
import { settlementNumbersInMysql } from '../adapters/settlement-numbers-mysql';
import { settlementsInMysql } from '../adapters/settlement.repository-mysql';
import { drawUpSettlements } from '../draw-up-settlement/draw-up-settlement.handler';
import { aRemedy } from '../model/settlement.builder';
import { releaseSettlements } from '../release-settlement/release-settlement.handler';
import { adjustSettlement } from './adjust-settlement.handler';

const SET = `mutation ($input: SetGoodwillBudgetInput!) { setGoodwillBudget(input: $input) { userErrors { code } } }`;
const LEFT = `query ($month: String!) { goodwillBudget(currency: "CNY", month: $month) { remaining { amount } } }`;

describe('adjusting goodwill that was promised in an earlier month', () => {
  let simulator: SimulatorProcess;
  let bench: FinanceBench;

  beforeAll(async () => {
    buildPrograms();
    simulator = await startSimulator();
    bench = await startFinance(simulator);
  });
  afterAll(async () => {
    await bench.stop();
    await simulator.stop();
  });

  it('draws on the budget that it was promised from, and on no other', async () => {
    const office = new FinanceOffice(bench);
    const thisMonth = new Date().toISOString().slice(0, 7);
    for (const month of ['2026-01', thisMonth]) {
      const input = {
        idempotencyKey: newId(),
        month,
        amount: { amount: '100.00', currency: 'CNY' },
        expectedVersion: 0,
      };
      const { data } = await bench.ask<{ setGoodwillBudget: { userErrors: unknown[] } }>(office.as('manager'), SET, {
        input,
      });
      expect(data.setGoodwillBudget.userErrors).toEqual([]);
    }
    const left = async (month: string) => {
      type Data = { goodwillBudget: { remaining: { amount: string } } };
      return (await bench.ask<Data>(office.as('finance'), LEFT, { month })).data.goodwillBudget.remaining.amount;
    };
    const stores = {
      settlements: settlementsInMysql([]),
      ceilings: ceilingsInMysql,
      numbers: settlementNumbersInMysql(bench.database),
      calendar: tenantCalendarInMysql,
      budgets: goodwillBudgetsInMysql,
      caseFiles: caseFilesInMysql,
      clock: systemClock,
    };
    const resolutionApprovedAt = new Date('2026-01-20T08:00:00.000Z');
    const remedy = aRemedy({ instrument: 'GOODWILL', amount: money(8000n, 'CNY'), resolutionApprovedAt });
    const { caseId, resolutionId } = remedy;
    await bench.database.transaction(office.tenant, async (tx) => {
      await drawUpSettlements(tx, [remedy], stores);
      await releaseSettlements(tx, { caseId, resolutionId, by: 'customer' }, stores);
      const [settlement] = await stores.settlements.lockUndecided(tx, caseId);
      const parts = [{ instrument: 'GOODWILL', amount: money(3000n, 'CNY') } as const];
      const adjustment = { parts, reason: 'FINANCE_RETURN_RECONCILED', by: 'finance-1' };
      expect(await adjustSettlement(tx, settlement?.id ?? '', adjustment, stores)).toMatchObject({ ok: true });
    });
    expect([await left('2026-01'), await left(thisMonth)]).toEqual(['70.00', '100.00']);
    expect(await office.discrepancies()).toEqual([]);
  });
});
