import { newId } from '@redress/kernel';
import { startFinance, type FinanceBench } from '../test-bench/finance-bench';
import { FinanceOffice } from '../test-bench/finance-office';

describe('registering purchases', () => {
  let bench: FinanceBench;
  let office: FinanceOffice;

  beforeAll(async () => {
    bench = await startFinance({ url: 'http://127.0.0.1:9' });
  });
  afterAll(() => bench.stop());
  beforeEach(() => {
    office = new FinanceOffice(bench);
  });

  const anOrder = (changes: object = {}) => ({
    orderNumber: `O-${newId().slice(-10)}`,
    lines: [office.line(1, '100.00'), office.line(2, '0.00')],
    payments: [{ provider: 'card', reference: 'ch_1', amount: { amount: '100.00', currency: 'CNY' } }],
    ...changes,
  });
  const register = async (changes: object, person = office.as('agent')) =>
    (await office.register(changes, person)).data.registerPurchase;
  const codesOf = async (changes: object) =>
    (await register(changes)).userErrors.map(({ code, path }) => [code, path?.slice(1).join('.')]);

  it('opens a ceiling of what was paid for each line, and tells', async () => {
    const order = anOrder();
    const answer = await register(order);
    expect(answer).toMatchObject({ existed: false, replayed: false, userErrors: [] });
    expect(answer.purchase).toMatchObject({
      lines: [
        {
          paid: { amount: '100.00' },
          remaining: { amount: '100.00', minorUnits: '10000' },
          reserved: { amount: '0.00' },
        },
        { remaining: { amount: '0.00' } },
      ],
    });
    const query = `query ($n: String!) { purchaseByOrderNumber(orderNumber: $n) {
      orderNumber currency placedAt lines { lineNumber description quantity } payments { provider reference amount { amount } } } }`;
    expect((await bench.ask(office.as('auditor'), query, { n: order.orderNumber })).data).toEqual({
      purchaseByOrderNumber: {
        orderNumber: order.orderNumber,
        currency: 'CNY',
        placedAt: '2026-01-05T08:00:00.000Z',
        lines: [
          { lineNumber: 1, description: 'jacket', quantity: '1' },
          { lineNumber: 2, description: 'jacket', quantity: '1' },
        ],
        payments: [{ provider: 'card', reference: 'ch_1', amount: { amount: '100.00' } }],
      },
    });
    const told = await bench.database.system.query(
      "SELECT 1 FROM outbox_log WHERE tenant_id = :tenant AND type = 'redress.finance.purchase.registered.v1'",
      { tenant: office.tenant },
    );
    expect(told).toHaveLength(1);
  });

  it('takes the same order again without a change, and refuses other content under its number', async () => {
    const order = anOrder();
    const first = await register(order);
    const again = await register({ ...order, lines: [...order.lines].reverse() });
    expect(again).toMatchObject({ existed: true, replayed: false, purchase: { id: first.purchase?.id } });
    expect(await codesOf({ ...order, lines: [office.line(1, '100.01')] })).toEqual([
      ['FINANCE_PURCHASE_CONFLICT', 'orderNumber'],
    ]);
  });

  it('answers the same key with the same answer, and another body under it with a conflict', async () => {
    const order = { ...anOrder(), idempotencyKey: newId() };
    const person = office.as('agent', { subject: 'agent-1' });
    const first = await register(order, person);
    expect(await register(order, person)).toEqual({ ...first, replayed: true });
    expect((await register({ ...order, orderNumber: 'other' }, person)).userErrors).toMatchObject([
      { code: 'IDEMPOTENCY_CONFLICT' },
    ]);
  });

  it('registers one of many that arrive at the same time', async () => {
    const order = anOrder();
    const answers = await Promise.all(Array.from({ length: 12 }, () => register(order)));
    expect(answers.filter(({ existed }) => !existed)).toHaveLength(1);
    expect(new Set(answers.map(({ purchase }) => purchase?.id)).size).toBe(1);
  });

  it('names what is wrong where it stands, and registers nothing', async () => {
    const order = anOrder({
      lines: [office.line(1, '1.001'), office.line(2, '1.00', 'USD')],
    });
    expect(await codesOf(order)).toEqual([['AMOUNT_INVALID', 'lines.0.paid']]);
    expect(await codesOf({ ...order, lines: [office.line(1, '1.00'), office.line(1, '1.00', 'USD')] })).toEqual([
      ['FINANCE_PURCHASE_LINE_REPEATED', 'lines.1.lineNumber'],
      ['FINANCE_CURRENCY_MISMATCH', 'lines.1.paid'],
    ]);
    expect(await codesOf({ ...anOrder(), placedAt: '2999-01-01T00:00:00.000Z' })).toEqual([
      ['FINANCE_PURCHASE_IN_FUTURE', 'placedAt'],
    ]);
    expect((await register({ ...anOrder(), idempotencyKey: '' })).userErrors).toMatchObject([
      { code: 'INPUT_INVALID' },
    ]);
    const query = 'query ($n: String!) { purchaseByOrderNumber(orderNumber: $n) { id } }';
    expect((await bench.ask(office.as('agent'), query, { n: order.orderNumber })).data).toEqual({
      purchaseByOrderNumber: null,
    });
  });

  it.each(['customer', 'handler', 'supervisor', 'manager', 'analyst', 'auditor'] as const)(
    'is not for a %s',
    async (role) => {
      const { codes } = await office.register(anOrder(), office.as(role));
      expect(codes).toEqual(['FORBIDDEN']);
    },
  );

  it('keeps the exact minor units of currencies with 0 and 3 digits', async () => {
    for (const [currency, amount] of [
      ['JPY', '1234'],
      ['KWD', '1.234'],
    ] as const) {
      const orderNumber = await office.order(amount, currency);
      expect(await office.remaining(orderNumber)).toBe(amount);
    }
  });
});
