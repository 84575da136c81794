import { caseAssigned } from '@redress/contracts';
import { toGlobalId } from '@redress/graphql-runtime';
import { newId } from '@redress/kernel';
import { FakeCase } from '../test-bench/fake-case-handling';
import { startFinance, type FinanceBench } from '../test-bench/finance-bench';
import { FinanceOffice } from '../test-bench/finance-office';
import { periodsOfMonth } from './model/budget-period.model';

const SET = `mutation ($input: SetGoodwillBudgetInput!) { setGoodwillBudget(input: $input) {
  budget { period month unit version remaining { amount } reserved { amount } } replayed userErrors { code path } } }`;
const BUDGETS =
  'query ($year: Int!) { goodwillBudgets(year: $year) { period unit reserved { amount } remaining { amount } } }';

interface SetAnswer {
  readonly setGoodwillBudget: {
    readonly budget: Readonly<Record<string, unknown>> | null;
    readonly replayed: boolean;
    readonly userErrors: readonly { readonly code: string; readonly path: readonly string[] }[];
  };
}

describe('goodwill budgets of periods and units', () => {
  let bench: FinanceBench;
  let office: FinanceOffice;
  /** Budgets are those of the moment of the promise, which no test shares with the end of a month. */
  const PROMISED_AT = '2026-05-20T08:00:00.000Z';
  const [month, quarter, year] = periodsOfMonth('2026-05');
  const unit = 'counter-1';

  beforeAll(async () => {
    bench = await startFinance({ url: 'http://127.0.0.1:9' }, { working: false });
  });
  afterAll(() => bench.stop());
  beforeEach(() => {
    office = new FinanceOffice(bench);
  });

  const set = async (period: string | object, amount: string, changes: object = {}) => {
    const named = typeof period === 'string' ? { period } : period;
    const input = { idempotencyKey: newId(), amount: { amount, currency: 'CNY' }, ...named, ...changes };
    const { data } = await bench.ask<SetAnswer>(office.as('manager', { subject: 'manager-1' }), SET, { input });
    return data.setGoodwillBudget;
  };
  const reserved = async () => {
    type Data = { goodwillBudgets: { period: string; unit: string | null; reserved: { amount: string } }[] };
    const { data } = await bench.ask<Data>(office.as('auditor'), BUDGETS, { year: Number(year) });
    return Object.fromEntries(
      data.goodwillBudgets.map((budget) => [
        `${budget.period}${budget.unit === null ? '' : ' unit'}`,
        budget.reserved.amount,
      ]),
    );
  };
  const give = async (minor: number, inUnit = false) => {
    const fakeCase = office.openCase();
    if (inUnit) {
      const key = { caseId: fakeCase.id, complaintId: fakeCase.complaintId };
      const at = new Date().toISOString();
      await fakeCase.tell(caseAssigned, { ...key, assignee: 'handler-1', unitId: unit, by: 'supervisor-1', at });
    }
    await fakeCase.approveResolution([FakeCase.remedy(minor, { kind: 'GOODWILL' })], newId(), PROMISED_AT);
    const [settlement] = await office.settled(fakeCase, 1, 'PROPOSED', 'REFUSED');
    return settlement;
  };

  it('are all drawn on together: a month lies within its quarter and year', async () => {
    await set(month, '30.00');
    await set(quarter, '50.00');
    await set(year, '45.00');
    expect(await give(2_000)).toMatchObject({ state: 'PROPOSED' });
    expect(await reserved()).toEqual({ [month]: '20.00', [quarter]: '20.00', [year]: '20.00' });
    expect(await give(1_001)).toMatchObject({
      state: 'REFUSED',
      reason: 'FINANCE_CEILING_EXCEEDED',
      maximum: { amount: '10.00' },
    });
    await set(month, '100.00', { expectedVersion: 1 });
    expect(await give(2_501)).toMatchObject({ state: 'REFUSED', maximum: { amount: '25.00' } });
    expect(await give(2_500)).toMatchObject({ state: 'PROPOSED' });
    expect(await reserved()).toEqual({ [month]: '45.00', [quarter]: '45.00', [year]: '45.00' });
    expect(await office.discrepancies()).toEqual([]);
  });

  it('are those of the unit that handles the case where it has any, else those of the organisation', async () => {
    await set(month, '10.00');
    await set(year, '5.00', { unit });
    expect(await give(500, true)).toMatchObject({ state: 'PROPOSED' });
    expect(await give(1, true)).toMatchObject({ state: 'REFUSED', maximum: { amount: '0.00' } });
    expect(await give(1_000)).toMatchObject({ state: 'PROPOSED' });
    expect(await reserved()).toEqual({ [month]: '10.00', [`${year} unit`]: '5.00' });
  });

  it('are refused from the organisation alone when nothing was set', async () => {
    expect(await give(100)).toMatchObject({ state: 'REFUSED', reason: 'FINANCE_GOODWILL_BUDGET_MISSING' });
  });

  it('are set by month as before, by period, and for a unit, each with its own version', async () => {
    expect(await set({ month }, '1.00')).toMatchObject({ budget: { month, period: month, unit: null, version: 1 } });
    expect(await set(month, '2.00', { expectedVersion: 1 })).toMatchObject({ budget: { version: 2 } });
    expect(await set(month, '3.00', { unit })).toMatchObject({ budget: { period: month, unit, version: 1 } });
    expect((await set(month, '3.00', { unit })).userErrors).toMatchObject([{ code: 'VERSION_CONFLICT' }]);
    const key = { idempotencyKey: newId() };
    const first = await set(quarter, '9.00', key);
    expect(await set(quarter, '9.00', key)).toEqual({ ...first, replayed: true });
    expect((await set(quarter, '9.00', { ...key, unit })).userErrors).toMatchObject([{ code: 'IDEMPOTENCY_CONFLICT' }]);
  });

  it.each([
    ['2026-13', {}, 'INPUT_INVALID', 'period'],
    ['2026-Q5', {}, 'INPUT_INVALID', 'period'],
    ['26', {}, 'INPUT_INVALID', 'period'],
    ['2026', { month: '2026-11' }, 'INPUT_INVALID', 'period'],
    // Cases name their unit by its code, so that under an id nothing would ever be drawn.
    ['2026', { unit: toGlobalId('OrganisationUnit', newId()) }, 'NOT_FOUND', 'unit'],
    ['2026', { unit: ' ' }, 'INPUT_INVALID', 'unit'],
  ])('refuse %s %p', async (period, changes, code, field) => {
    expect((await set(period, '1.00', changes)).userErrors).toEqual([{ code, path: ['input', field] }]);
  });

  it('cannot be lowered below what they have promised', async () => {
    await set(year, '10.00');
    await give(800);
    expect((await set(year, '7.99', { expectedVersion: 1 })).userErrors).toMatchObject([
      { code: 'FINANCE_BUDGET_BELOW_COMMITMENTS' },
    ]);
  });

  it('are set by one of many who set them at the same moment', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => set(year, '10.00')));
    expect(answers.filter(({ budget }) => budget !== null)).toHaveLength(1);
    expect(answers.filter(({ userErrors }) => userErrors[0]?.code === 'VERSION_CONFLICT')).toHaveLength(7);
  });
});
