import { fromGlobalId, toGlobalId } from '@redress/graphql-runtime';
import { newId } from '@redress/kernel';
import { buildPrograms } from '../test-bench/child-process';
import { FakeCase } from '../test-bench/fake-case-handling';
import { startFinance, type FinanceBench } from '../test-bench/finance-bench';
import { FinanceOffice } from '../test-bench/finance-office';
import { startSimulator, type SimulatorProcess } from '../test-bench/simulator-process';

describe('a settlement, from the approved resolution to the books', () => {
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
  afterEach(async () => {
    expect(await office.discrepancies()).toEqual([]);
  });

  it('is drawn up, released by consent, approved, paid, booked and told', async () => {
    const orderNumber = await office.order('100.00');
    const fakeCase = office.openCase();
    const resolutionId = await fakeCase.approveResolution([FakeCase.remedy(3000, { orderNumber })]);
    const [proposed] = await office.settled(fakeCase, 1, 'PROPOSED');
    expect(proposed).toMatchObject({ amount: { amount: '30.00', currency: 'CNY' }, payment: null, postings: [] });
    expect(proposed?.number).toMatch(/^S\d{4}-\d{6}$/);
    expect(await office.remaining(orderNumber)).toBe('70.00');

    await fakeCase.consent(resolutionId);
    const [released] = await office.settled(fakeCase, 1, 'RELEASED');
    expect(released).toMatchObject({ availableActions: ['APPROVE', 'REJECT'], version: 2 });
    const decision = await office.approve(released ?? { id: '', version: 0 });
    expect(decision).toMatchObject({ replayed: false, userErrors: [] });

    const [completed] = await office.settled(fakeCase, 1, 'COMPLETED');
    const records = await simulator.records();
    const record = records.find(({ key }) => key === fromGlobalId('Settlement', completed?.id));
    expect(record).toMatchObject({ amountMinor: '3000', currency: 'CNY', status: 'SUCCEEDED' });
    expect(completed).toMatchObject({
      version: 5,
      payment: { state: 'SUCCEEDED', attempts: 1, providerReference: record?.id },
      postings: [
        { account: 'SALES_RETURNS', side: 'DEBIT', amount: { amount: '30.00' } },
        { account: 'PAYABLES_TO_COMPLAINANTS', side: 'CREDIT', amount: { amount: '30.00' } },
        { account: 'PAYABLES_TO_COMPLAINANTS', side: 'DEBIT', amount: { amount: '30.00' } },
        { account: 'PROVIDER_CLEARING', side: 'CREDIT', amount: { amount: '30.00' } },
      ],
    });
    expect(await toldOf(completed?.id)).toEqual([
      'redress.finance.settlement.proposed.v1',
      'redress.finance.settlement.released.v1',
      'redress.finance.settlement.approved.v1',
      'redress.finance.settlement.payment-attempted.v1',
      'redress.finance.settlement.completed.v1',
    ]);
  });

  async function toldOf(globalId: string | undefined): Promise<string[]> {
    const rows = await bench.database.system.query<{ id: string; type: string; aggregate_version: number }>(
      'SELECT aggregate_id AS id, type, aggregate_version FROM outbox_log WHERE tenant_id = :tenant ORDER BY aggregate_version',
      { tenant: office.tenant },
    );
    const own = rows.filter(({ id }) => toGlobalId('Settlement', id) === globalId);
    expect(own.map((row) => Number(row.aggregate_version))).toEqual(own.map((_, index) => index + 1));
    return own.map(({ type }) => type);
  }

  it('draws each remedy with money once, and none for a remedy without', async () => {
    const orderNumber = await office.order('100.00');
    const fakeCase = office.openCase();
    await fakeCase.approveResolution([
      FakeCase.remedy(1000, { orderNumber }),
      FakeCase.remedy(2000, { orderNumber, kind: 'ALLOWANCE' }),
      { remedyId: newId(), kind: 'APOLOGY' },
    ]);
    const settlements = await office.settled(fakeCase, 2, 'PROPOSED');
    expect(settlements.map(({ instrument }) => instrument)).toEqual(['REFUND', 'ALLOWANCE']);
    expect(await office.remaining(orderNumber)).toBe('70.00');
  });

  describe('when it cannot be drawn up', () => {
    it.each([
      ['FINANCE_CEILING_EXCEEDED', (orderNumber: string) => FakeCase.remedy(10_001, { orderNumber }), '100.00'],
      ['FINANCE_ORDER_LINE_UNKNOWN', () => FakeCase.remedy(1, { orderNumber: 'no-such-order' }), undefined],
      ['FINANCE_NO_DISPUTED_LINE', () => FakeCase.remedy(1), undefined],
      ['FINANCE_GOODWILL_BUDGET_MISSING', () => FakeCase.remedy(1, { kind: 'GOODWILL' }), undefined],
      [
        'FINANCE_CURRENCY_MISMATCH',
        (orderNumber: string) => FakeCase.remedy(1, { orderNumber, amount: { amountMinor: '1', currency: 'USD' } }),
        undefined,
      ],
      ['FINANCE_AMOUNT_NOT_POSITIVE', (orderNumber: string) => FakeCase.remedy(0, { orderNumber }), undefined],
      ['FINANCE_INSTRUMENT_WITHOUT_MONEY', () => FakeCase.remedy(1, { kind: 'APOLOGY' }), undefined],
    ])('refuses with %s, reserves nothing, and tells', async (reason, remedy, maximum) => {
      const orderNumber = await office.order('100.00');
      const fakeCase = office.openCase();
      const resolutionId = await fakeCase.approveResolution([remedy(orderNumber)]);
      const [refused] = await office.settled(fakeCase, 1, 'REFUSED');
      expect(refused).toMatchObject({ reason, version: 1 });
      if (maximum !== undefined) expect(refused?.maximum).toMatchObject({ amount: maximum });
      expect(await office.remaining(orderNumber)).toBe('100.00');
      expect(await toldOf(refused?.id)).toEqual(['redress.finance.settlement.refused.v1']);
      await fakeCase.consent(resolutionId);
      expect((await office.approve(refused ?? { id: '', version: 0 })).userErrors).toMatchObject([
        { code: 'FINANCE_SETTLEMENT_NOT_OPEN' },
      ]);
    });
  });

  describe('when the resolution falls away', () => {
    const openTwo = async () => {
      const orderNumber = await office.order('100.00');
      const fakeCase = office.openCase();
      const remedies = [FakeCase.remedy(4000, { orderNumber }), FakeCase.remedy(6000, { orderNumber, kind: 'RETURN' })];
      const resolutionId = await fakeCase.approveResolution(remedies);
      const [first] = await office.settled(fakeCase, 2, 'PROPOSED');
      expect(await office.remaining(orderNumber)).toBe('0.00');
      return { orderNumber, fakeCase, resolutionId, first: first?.id ?? '' };
    };

    it('is cancelled when the complainant objects', async () => {
      const { orderNumber, fakeCase, resolutionId } = await openTwo();
      await fakeCase.consent(resolutionId, 'OBJECTED');
      const cancelled = await office.settled(fakeCase, 2, 'CANCELLED');
      expect(cancelled.map(({ reason }) => reason)).toEqual(Array(2).fill('FINANCE_COMPLAINANT_OBJECTED'));
      expect(await office.remaining(orderNumber)).toBe('100.00');
    });

    it('is released, not cancelled, where the regulation asks for no consent', async () => {
      const { fakeCase, resolutionId } = await openTwo();
      await fakeCase.consent(resolutionId, 'NOT_REQUIRED');
      expect(await office.settled(fakeCase, 2, 'RELEASED')).toHaveLength(2);
    });

    it('is cancelled when another settlement of the resolution went back to its handler', async () => {
      const { orderNumber, fakeCase, resolutionId, first } = await openTwo();
      await fakeCase.returnSettlement(resolutionId, fromGlobalId('Settlement', first) ?? '');
      await office.settled(fakeCase, 2, 'CANCELLED');
      expect(await office.remaining(orderNumber)).toBe('100.00');
    });

    it('is cancelled when the case ends otherwise, and not when it ends resolved', async () => {
      const withdrawn = await openTwo();
      await withdrawn.fakeCase.consent(withdrawn.resolutionId);
      await office.settled(withdrawn.fakeCase, 2, 'RELEASED');
      await withdrawn.fakeCase.close('WITHDRAWN');
      await office.settled(withdrawn.fakeCase, 2, 'CANCELLED');
      const resolved = await openTwo();
      await resolved.fakeCase.close('RESOLVED');
      await resolved.fakeCase.consent(resolved.resolutionId);
      await office.settled(resolved.fakeCase, 2, 'RELEASED');
    });

    it('gives way to the next resolution, which may then draw on the same line', async () => {
      const { orderNumber, fakeCase } = await openTwo();
      await fakeCase.approveResolution([FakeCase.remedy(10_000, { orderNumber })]);
      await office.settled(fakeCase, 3, 'CANCELLED', 'PROPOSED');
      const states = (await office.settlementsOf(fakeCase)).map(({ state }) => state);
      expect(states).toEqual(['CANCELLED', 'CANCELLED', 'PROPOSED']);
      expect(await office.remaining(orderNumber)).toBe('0.00');
    });

    it('is not called back once finance has approved it', async () => {
      const orderNumber = await office.order('100.00');
      const { fakeCase, settlement } = await office.released(1000, orderNumber);
      await office.approve(settlement);
      await fakeCase.close('WITHDRAWN');
      await office.settled(fakeCase, 1, 'COMPLETED');
      expect(await office.remaining(orderNumber)).toBe('90.00');
    });
  });

  it('is rejected with a reason that is kept and a reservation that is given back', async () => {
    const orderNumber = await office.order('100.00');
    const { fakeCase, settlement } = await office.released(1000, orderNumber);
    expect((await office.reject(settlement, '缺少退货凭证')).settlement).toMatchObject({
      state: 'REJECTED',
      reason: '缺少退货凭证',
      availableActions: [],
    });
    expect(await office.remaining(orderNumber)).toBe('100.00');
    expect((await toldOf(settlement.id)).at(-1)).toBe('redress.finance.settlement.rejected.v1');
    expect(await office.settlementsOf(fakeCase)).toHaveLength(1);
  });

  describe('goodwill', () => {
    const SET = `mutation ($input: SetGoodwillBudgetInput!) { setGoodwillBudget(input: $input) {
      budget { month limit { amount } reserved { amount } settled { amount } remaining { amount } version }
      replayed userErrors { code message path details { currentVersion } } } }`;
    type Answer = { setGoodwillBudget: { budget: Record<string, unknown> | null; userErrors: { code: string }[] } };
    const month = '2026-05';
    const set = async (amount: string, expectedVersion = 0, changes: object = {}) => {
      const input = {
        idempotencyKey: newId(),
        month,
        amount: { amount, currency: 'CNY' },
        expectedVersion,
        ...changes,
      };
      return (await bench.ask<Answer>(office.as('manager'), SET, { input })).data.setGoodwillBudget;
    };

    it('is drawn on the budget of the month, never above it', async () => {
      expect(await set('50.00')).toMatchObject({ budget: { month, version: 1, remaining: { amount: '50.00' } } });
      const fakeCase = office.openCase();
      const given = [
        FakeCase.remedy(3000, { kind: 'GOODWILL' }),
        FakeCase.remedy(3000, { kind: 'GOODWILL', orderNumber: 'any' }),
      ];
      await fakeCase.approveResolution(given, newId(), `${month}-20T08:00:00.000Z`);
      const [drawn, refused] = await office.settled(fakeCase, 2, 'PROPOSED', 'REFUSED');
      expect([drawn?.state, refused?.reason]).toEqual(['PROPOSED', 'FINANCE_CEILING_EXCEEDED']);
      expect(refused?.maximum).toMatchObject({ amount: '20.00' });
      expect(await set('29.99', 1)).toMatchObject({
        budget: null,
        userErrors: [{ code: 'FINANCE_BUDGET_BELOW_COMMITMENTS' }],
      });
      expect(await set('30.00', 1)).toMatchObject({ budget: { version: 2, remaining: { amount: '0.00' } } });
    });

    it('refuses a month that is none, an amount of nothing, and a version that is not the current one', async () => {
      expect((await set('1.00', 0, { month: '2026-13' })).userErrors).toMatchObject([{ code: 'INPUT_INVALID' }]);
      expect((await set('0.00')).userErrors).toMatchObject([{ code: 'FINANCE_AMOUNT_NOT_POSITIVE' }]);
      expect((await set('1.001')).userErrors).toMatchObject([{ code: 'AMOUNT_INVALID' }]);
      expect((await set('1.00', 3)).userErrors).toMatchObject([
        { code: 'VERSION_CONFLICT', details: { currentVersion: 0 } },
      ]);
    });

    it('is set once when two set it at the same time', async () => {
      const answers = await Promise.all([set('10.00'), set('20.00'), set('30.00')]);
      expect(answers.filter(({ budget }) => budget !== null)).toHaveLength(1);
    });
  });
});
