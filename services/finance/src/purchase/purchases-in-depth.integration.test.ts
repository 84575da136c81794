import { newId } from '@redress/kernel';
import { FakeCase } from '../test-bench/fake-case-handling';
import { startFinance, type FinanceBench } from '../test-bench/finance-bench';
import { FinanceOffice } from '../test-bench/finance-office';

const MONEY = '{ amount }';
const FIGURES = `paid ${MONEY} reserved ${MONEY} settled ${MONEY} remaining ${MONEY}`;
const PURCHASE = `orderNumber department paymentsComplete exchangeRate { baseCurrency rate rateId on }
  charges { kind code rate ${FIGURES} } payments { provider reference } settlements { number }
  lines { lineNumber product department quantity returnableQuantity unitPrice discount ${MONEY} ${FIGURES}
    charges { kind code rate ${FIGURES} } }`;
const REGISTER = `mutation ($input: RegisterPurchasesInput!) { registerPurchases(input: $input) {
  registered existed refused replayed userErrors { code path }
  rows { row status userErrors { code path message } purchase { orderNumber } } } }`;
const LIST = `query ($where: PurchaseWhereInput, $orderBy: PurchaseOrder!, $first: Int, $after: String) {
  purchases(where: $where, orderBy: $orderBy, first: $first, after: $after) {
    nodes { orderNumber lines { product charges { code } } charges { code } } pageInfo { hasNextPage endCursor } totalCount { value } } }`;

interface BulkAnswer {
  readonly registered: number;
  readonly existed: number;
  readonly refused: number;
  readonly replayed: boolean;
  readonly userErrors: readonly { readonly code: string; readonly path: readonly string[] }[];
  readonly rows: readonly {
    readonly status: string;
    readonly userErrors: readonly {
      readonly code: string;
      readonly path: readonly string[];
      readonly message: string;
    }[];
    readonly purchase: { readonly orderNumber: string } | null;
  }[];
}

describe('purchases in depth', () => {
  let bench: FinanceBench;
  let office: FinanceOffice;

  beforeAll(async () => {
    bench = await startFinance({ url: 'http://127.0.0.1:9' }, { working: false });
  });
  afterAll(() => bench.stop());
  beforeEach(() => {
    office = new FinanceOffice(bench);
  });

  const cny = (amount: string) => ({ amount, currency: 'CNY' });
  const aLine = (lineNumber: number, changes: object = {}) => ({ ...office.line(lineNumber, '100.00'), ...changes });
  const anOrder = (changes: object = {}) => ({
    orderNumber: `O-${newId().slice(-10)}`,
    placedAt: '2026-01-05T08:00:00.000Z',
    currency: 'CNY',
    lines: [aLine(1)],
    ...changes,
  });
  const tax = (amount: string) => ({ kind: 'TAX', code: 'VAT', rate: '13', paid: cny(amount) });
  const registerAll = async (purchases: readonly object[], changes: object = {}, person = office.as('agent')) => {
    const input = { idempotencyKey: newId(), purchases, ...changes };
    const answer = await bench.ask<{ registerPurchases: BulkAnswer }>(person, REGISTER, { input });
    return { ...answer.data?.registerPurchases, codes: answer.codes };
  };
  const seen = async (orderNumber: string) => {
    const query = `query ($n: String!) { purchaseByOrderNumber(orderNumber: $n) { ${PURCHASE} } }`;
    type Data = { purchaseByOrderNumber: Record<string, unknown> };
    return (await bench.ask<Data>(office.as('auditor'), query, { n: orderNumber })).data.purchaseByOrderNumber;
  };

  const full = () =>
    anOrder({
      department: 'shop-7',
      exchangeRate: { baseCurrency: 'EUR', rate: '0.127500', rateId: 'ecb-2026-01-05', on: '2026-01-05' },
      lines: [
        aLine(1, {
          ...{ product: 'KT-1', department: 'kettles', quantity: '2', unitPrice: '55.5', discount: cny('11.00') },
          charges: [tax('13.00'), { kind: 'FEE', code: 'RECYCLING', paid: cny('0.50') }],
        }),
        aLine(2),
      ],
      charges: [{ kind: 'SHIPPING', code: 'SHIPPING', paid: cny('9.00') }],
      payments: [
        { provider: 'card', reference: 'a', amount: cny('200.00') },
        { provider: 'gift-card', reference: 'b', amount: cny('22.50') },
      ],
      paymentsComplete: true,
    });

  it('keep what the document shows, and give every line, tax and fee a ceiling of its own', async () => {
    const order = full();
    expect(await registerAll([order])).toMatchObject({ registered: 1, rows: [{ status: 'REGISTERED' }] });
    const untouched = (amount: string) => ({
      ...{ paid: { amount }, remaining: { amount } },
      ...{ reserved: { amount: '0.00' }, settled: { amount: '0.00' } },
    });
    expect(await seen(order.orderNumber)).toEqual({
      orderNumber: order.orderNumber,
      department: 'shop-7',
      paymentsComplete: true,
      exchangeRate: { baseCurrency: 'EUR', rate: '0.1275', rateId: 'ecb-2026-01-05', on: '2026-01-05' },
      charges: [{ kind: 'SHIPPING', code: 'SHIPPING', rate: null, ...untouched('9.00') }],
      payments: [
        { provider: 'card', reference: 'a' },
        { provider: 'gift-card', reference: 'b' },
      ],
      settlements: [],
      lines: [
        {
          ...{ lineNumber: 1, product: 'KT-1', department: 'kettles', quantity: '2', returnableQuantity: '2' },
          ...{ unitPrice: '55.5', discount: { amount: '11.00' }, ...untouched('100.00') },
          charges: [
            { kind: 'FEE', code: 'RECYCLING', rate: null, ...untouched('0.50') },
            { kind: 'TAX', code: 'VAT', rate: '13', ...untouched('13.00') },
          ],
        },
        {
          ...{ lineNumber: 2, product: null, department: null, quantity: '1', returnableQuantity: '1' },
          ...{ unitPrice: null, discount: null, ...untouched('100.00'), charges: [] },
        },
      ],
    });
    const [told] = await bench.database.system.query<{ envelope: string }>(
      "SELECT envelope FROM outbox_log WHERE tenant_id = :tenant AND type = 'redress.finance.purchase.registered.v1'",
      { tenant: office.tenant },
    );
    const { data } = JSON.parse(told?.envelope ?? '{}') as {
      data: { charges: { code: string; lineNumber?: number }[] };
    };
    expect(data.charges.map(({ code, lineNumber }) => [code, lineNumber])).toEqual([
      ['RECYCLING', 1],
      ['VAT', 1],
      ['SHIPPING', undefined],
    ]);
  });

  it('give a line back with its tax, whose ceiling is drawn on as well, and count what came back', async () => {
    const order = anOrder({ lines: [aLine(1, { quantity: '4', charges: [tax('13.00')] })] });
    await registerAll([order]);
    const fakeCase = office.openCase();
    const part = { kind: 'RETURN', orderNumber: order.orderNumber, lineNumber: 1, quantity: '3' } as const;
    const amount = { amountMinor: '5650', currency: 'CNY' };
    await fakeCase.approveResolution([FakeCase.remedy(5_650, { kind: 'RETURN', parts: [{ ...part, amount }] })]);
    const [settlement] = await office.settled(fakeCase, 1, 'PROPOSED');
    expect(await seen(order.orderNumber)).toMatchObject({
      settlements: [{ number: settlement?.number }],
      lines: [
        {
          returnableQuantity: '1',
          reserved: { amount: '50.00' },
          charges: [{ reserved: { amount: '6.50' }, remaining: { amount: '6.50' } }],
        },
      ],
    });
  });

  it('are refused when payments that are said to be complete do not add up, with the difference', async () => {
    const order = { ...full(), payments: [{ provider: 'card', reference: 'a', amount: cny('222.51') }] };
    const { rows = [] } = await registerAll([order]);
    expect(rows).toMatchObject([
      {
        status: 'REFUSED',
        userErrors: [{ code: 'FINANCE_PURCHASE_DOES_NOT_ADD_UP', path: ['input', 'purchases', '0', 'payments'] }],
      },
    ]);
    expect(rows[0]?.userErrors[0]?.message).toContain('0.01 CNY');
  });

  it('are registered, found again or refused each for itself', async () => {
    const [known, other] = [anOrder(), anOrder()];
    await registerAll([known]);
    const answer = await registerAll([
      known,
      other,
      { ...known, department: 'elsewhere' },
      other,
      anOrder({ lines: [aLine(1, { paid: cny('1.001') })] }),
      anOrder({ lines: [aLine(1, { charges: [tax('1.00'), { ...tax('1.00'), code: 'vat' }, tax('2.00')] })] }),
      anOrder({ exchangeRate: { baseCurrency: 'CNY', rate: '0', on: '2026-01-05' } }),
    ]);
    expect(answer).toMatchObject({ registered: 1, existed: 2, refused: 4, replayed: false, userErrors: [] });
    const codes = answer.rows?.map(({ status, userErrors }) => [
      status,
      ...userErrors.map(({ code, path }) => `${code} ${path.slice(2).join('.')}`),
    ]);
    expect(codes).toEqual([
      ['EXISTED'],
      ['REGISTERED'],
      ['REFUSED', 'FINANCE_PURCHASE_CONFLICT 2.orderNumber'],
      ['EXISTED'],
      ['REFUSED', 'AMOUNT_INVALID 4.lines.0.paid'],
      [
        'REFUSED',
        'INPUT_INVALID 5.lines.0.charges.1.code',
        'FINANCE_PURCHASE_CHARGE_REPEATED 5.lines.0.charges.2.code',
      ],
      ['REFUSED', 'INPUT_INVALID 6.exchangeRate.baseCurrency', 'INPUT_INVALID 6.exchangeRate.rate'],
    ]);
    expect(answer.rows?.map(({ purchase }) => purchase?.orderNumber ?? null).slice(0, 4)).toEqual([
      known.orderNumber,
      other.orderNumber,
      null,
      other.orderNumber,
    ]);
  });

  it('are registered once under one key, and by one of many who bring them at the same moment', async () => {
    const orders = [anOrder(), anOrder(), anOrder()];
    const key = { idempotencyKey: newId() };
    const person = office.as('agent', { subject: 'agent-1' });
    const first = await registerAll(orders, key, person);
    expect(await registerAll(orders, key, person)).toEqual({ ...first, replayed: true });
    expect((await registerAll(orders.slice(1), key, person)).userErrors).toMatchObject([
      { code: 'IDEMPOTENCY_CONFLICT' },
    ]);
    const more = [anOrder(), anOrder()];
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) => registerAll(index % 2 === 0 ? more : [...more].reverse())),
    );
    expect(answers.reduce((sum, { registered = 0 }) => sum + registered, 0)).toBe(2);
    expect(answers.reduce((sum, { existed = 0 }) => sum + existed, 0)).toBe(14);
  });

  it('refuses none, too many, and those who may not register', async () => {
    expect((await registerAll([])).userErrors).toMatchObject([{ code: 'INPUT_INVALID', path: ['input', 'purchases'] }]);
    const many = Array.from({ length: 501 }, () => ({ ...anOrder(), lines: [aLine(1)] }));
    expect((await registerAll(many)).userErrors).toMatchObject([{ code: 'INPUT_INVALID' }]);
    expect((await registerAll([anOrder()], {}, office.as('handler'))).codes).toEqual(['FORBIDDEN']);
    expect((await registerAll([anOrder()], { idempotencyKey: '' })).userErrors).toMatchObject([
      { code: 'INPUT_INVALID', path: ['input', 'idempotencyKey'] },
    ]);
  });

  it('are listed by customer, product, department and time, page by page, each level in one statement', async () => {
    const orders = Array.from({ length: 5 }, (_, index) =>
      anOrder({
        orderNumber: `L-${index}-${newId().slice(-6)}`,
        placedAt: `2026-01-0${index + 1}T08:00:00.000Z`,
        department: index < 3 ? 'north' : 'south',
        customerExternalRef: index === 4 ? 'c-2' : 'c-1',
        lines: [aLine(1, { product: index % 2 === 0 ? 'KT-1' : 'KT-2', charges: [tax('1.00')] })],
        charges: [{ kind: 'SHIPPING', code: 'SHIPPING', paid: cny('1.00') }],
      }),
    );
    await registerAll(orders);
    type Page = {
      purchases: {
        nodes: { orderNumber: string; lines: object[] }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
        totalCount: { value: number };
      };
    };
    const list = async (where: object, changes: object = {}) =>
      (await bench.ask<Page>(office.as('auditor'), LIST, { where, orderBy: 'PLACED_AT_ASC', ...changes })).data
        .purchases;
    const found = async (where: object) => (await list(where)).nodes.map(({ orderNumber }) => Number(orderNumber[2]));
    expect(await found({})).toEqual([0, 1, 2, 3, 4]);
    expect(await found({ product: { eq: 'KT-1' }, customerExternalRef: { eq: 'c-1' } })).toEqual([0, 2]);
    expect(await found({ NOT: { department: { eq: 'north' } } })).toEqual([3, 4]);
    expect(
      await found({ placedAt: { range: { from: '2026-01-02T00:00:00.000Z', to: '2026-01-04T00:00:00.000Z' } } }),
    ).toEqual([1, 2]);
    const before = bench.statements();
    const page = await list({}, { first: 2 });
    expect(bench.statements() - before).toBe(4);
    expect(page).toMatchObject({ pageInfo: { hasNextPage: true }, totalCount: { value: 5 } });
    expect(page.nodes[0]).toMatchObject({ lines: [{ charges: [{ code: 'VAT' }] }], charges: [{ code: 'SHIPPING' }] });
    const next = await list({}, { first: 2, after: page.pageInfo.endCursor });
    expect(next.nodes.map(({ orderNumber }) => Number(orderNumber[2]))).toEqual([2, 3]);
    expect((await bench.ask(office.as('customer'), LIST, { orderBy: 'PLACED_AT_ASC' })).codes).toEqual(['FORBIDDEN']);
    const other = new FinanceOffice(bench);
    const elsewhere = await bench.ask<Page>(other.as('auditor'), LIST, { orderBy: 'PLACED_AT_ASC' });
    expect(elsewhere.data.purchases.nodes).toEqual([]);
  });
});
