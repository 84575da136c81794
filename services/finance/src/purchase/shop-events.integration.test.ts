import { signWebhook, WEBHOOK_SIGNATURE_HEADER } from '@redress/identity';
import { newId } from '@redress/kernel';
import { startFinance, type FinanceBench } from '../test-bench/finance-bench';
import { FinanceOffice } from '../test-bench/finance-office';

const secret = Buffer.alloc(32, 5);
const older = Buffer.alloc(32, 6);
const KEY = 'shop-of-acme';

interface Answer {
  readonly status: number;
  readonly events: readonly {
    readonly id: string | null;
    readonly state: string;
    readonly duplicate?: boolean;
    readonly purchaseId?: string;
    readonly errors?: readonly { readonly code: string; readonly path?: readonly string[] }[];
  }[];
}

describe('orders by events of a shop', () => {
  let bench: FinanceBench;
  let office: FinanceOffice;
  const tenant = `t-${newId().slice(-12)}`;

  beforeAll(async () => {
    const shop = { tenant, key: KEY, name: 'web shop', secrets: [secret, older] };
    bench = await startFinance({ url: 'http://127.0.0.1:9' }, { working: false, settings: { REDRESS_SHOPS: [shop] } });
    office = new FinanceOffice(bench, tenant);
  });
  afterAll(() => bench.stop());

  const anOrder = (changes: object = {}) => ({
    ...{ orderNumber: `E-${newId().slice(-10)}`, placedAt: '2026-01-05T09:00:00+01:00', currency: 'CNY' },
    lines: [
      {
        ...{ lineNumber: 1, description: 'kettle', quantity: '2', product: 'KT-1' },
        paid: { amount: '100.00', currency: 'CNY' },
        charges: [{ kind: 'TAX', code: 'VAT', rate: '13', paid: { amount: '13.00', currency: 'CNY' } }],
      },
    ],
    ...changes,
  });
  const anEvent = (data: object = anOrder(), changes: object = {}) => ({
    ...{ specversion: '1.0', id: newId(), source: 'https://shop.example/orders', type: 'com.redress.shop.order.paid' },
    ...{ time: '2026-01-05T08:00:01Z', datacontenttype: 'application/json', data },
    ...changes,
  });
  const post = async (
    body: unknown,
    { by = secret, at = new Date(), key = KEY }: { by?: Buffer; at?: Date; key?: string } = {},
  ): Promise<Answer> => {
    const text = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
    const headers = {
      'content-type': 'application/cloudevents-batch+json',
      [WEBHOOK_SIGNATURE_HEADER]: signWebhook(by, text, at),
    };
    const url = bench.url.replace('/graphql', `/shop-events/${key}`);
    const response = await fetch(url, { method: 'POST', headers, body: text });
    return { status: response.status, events: [], ...((await response.json()) as object) };
  };
  const remaining = (orderNumber: string) => office.remaining(orderNumber);

  it('are registered with their ceilings, one event or many, in the zone in which they say they were placed', async () => {
    const [first, second, third] = [anOrder(), anOrder(), anOrder()];
    expect(await post(anEvent(first))).toMatchObject({
      status: 200,
      events: [{ state: 'REGISTERED', duplicate: false }],
    });
    expect(await post([anEvent(second), anEvent(third)], { by: older })).toMatchObject({
      events: [{ state: 'REGISTERED' }, { state: 'REGISTERED' }],
    });
    for (const { orderNumber } of [first, second, third]) expect(await remaining(orderNumber)).toBe('100.00');
    const query =
      'query ($n: String!) { purchaseByOrderNumber(orderNumber: $n) { placedAt lines { charges { code } } } }';
    expect((await bench.ask(office.as('auditor'), query, { n: first.orderNumber })).data).toEqual({
      purchaseByOrderNumber: { placedAt: '2026-01-05T08:00:00.000Z', lines: [{ charges: [{ code: 'VAT' }] }] },
    });
  });

  it('change nothing when they come again, alone, twice in a batch or at the same moment, whatever they then say', async () => {
    const order = anOrder();
    const event = anEvent(order);
    const first = await post([event, event]);
    expect(first.events.map(({ state, duplicate }) => [state, duplicate])).toEqual([
      ['REGISTERED', false],
      ['REGISTERED', true],
    ]);
    const again = await post({ ...event, data: anOrder() });
    expect(again.events).toEqual([{ ...first.events[0], duplicate: true }]);
    expect((await post(anEvent(order))).events).toMatchObject([{ state: 'EXISTED', duplicate: false }]);
    const many = anEvent();
    const answers = await Promise.all(Array.from({ length: 8 }, () => post([many])));
    expect(new Set(answers.map(({ events }) => events[0]?.purchaseId)).size).toBe(1);
    expect(answers.filter(({ events }) => events[0]?.duplicate === false)).toHaveLength(1);
  });

  it('are refused each for itself, and taken once they were put right', async () => {
    const good = anOrder();
    const wrong = anEvent({ ...anOrder(), lines: [{ ...anOrder().lines[0], quantity: '0' }] });
    const answer = await post([
      anEvent(good),
      wrong,
      anEvent({ ...good, department: 'elsewhere' }),
      anEvent(anOrder(), { type: 'com.example.other' }),
      anEvent({ ...anOrder(), currency: 'XXY' }),
      'no event',
    ]);
    expect(
      answer.events.map(({ state, errors = [] }) => [
        state,
        ...errors.map(({ code, path = [] }) => `${code} ${path.join('.')}`),
      ]),
    ).toEqual([
      ['REGISTERED'],
      ['REFUSED', 'INPUT_INVALID data.lines.0.quantity'],
      ['REFUSED', 'FINANCE_PURCHASE_CONFLICT data.orderNumber'],
      ['REFUSED', 'INPUT_INVALID type'],
      ['REFUSED', 'INPUT_INVALID data.currency'],
      ['REFUSED', 'INPUT_INVALID '],
    ]);
    expect((await post({ ...wrong, data: anOrder() })).events).toMatchObject([
      { state: 'REGISTERED', duplicate: false },
    ]);
  });

  it('tell nothing to whoever does not sign, signed too long ago, or names a shop that there is not', async () => {
    const hour = 3_600_000;
    expect(await post(anEvent(), { by: Buffer.alloc(32, 9) })).toEqual({ status: 401, events: [] });
    expect(await post(anEvent(), { at: new Date(Date.now() - hour) })).toEqual({ status: 401, events: [] });
    expect(await post(anEvent(), { key: 'another-shop' })).toEqual({ status: 401, events: [] });
  });

  it.each([
    ['no JSON', '{'],
    ['no events', '[]'],
    ['too many events', JSON.stringify(Array.from({ length: 501 }, () => ({})))],
  ])('are malformed as a whole when there are %s', async (_what, body) => {
    expect(await post(body)).toMatchObject({ status: 400, code: 'EVENTS_MALFORMED' });
  });
});
