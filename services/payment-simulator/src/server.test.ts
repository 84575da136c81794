import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { PaymentLog } from './payment-log.repository';
import { buildServer } from './server';

const order = { reference: 'S-1', beneficiary: 'customer-1', amountMinor: '1250', currency: 'CNY' };

describe('payment simulator', () => {
  let directory: string;
  let log: PaymentLog;
  let app: FastifyInstance;
  let url: string;

  async function open(): Promise<void> {
    log = await PaymentLog.open(directory);
    app = buildServer(log);
    url = await app.listen({ port: 0, host: '127.0.0.1' });
  }

  async function close(): Promise<void> {
    await app.close();
    await log.close();
  }

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'payment-simulator-'));
    await open();
  });

  afterEach(async () => {
    await close();
    await rm(directory, { recursive: true });
  });

  const post = (path: string, body: object, headers: Record<string, string> = {}, signal?: AbortSignal) =>
    fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
      ...(signal === undefined ? {} : { signal }),
    });
  const pay = (key: string, body: object = order, signal?: AbortSignal) =>
    post('/payments', body, { 'idempotency-key': key }, signal);
  const behave = (behaviour: object) => post('/behaviour', behaviour);
  const read = async (path: string): Promise<unknown> => (await fetch(`${url}${path}`)).json();

  it('pays once for a key and replays its answer', async () => {
    const first = await pay('k1');
    const second = await pay('k1');
    expect([first.status, second.status]).toEqual([201, 200]);
    const one: unknown = await first.json();
    const two: unknown = await second.json();
    expect(one).toMatchObject({ ...order, key: 'k1', status: 'SUCCEEDED', replayed: false });
    expect(two).toEqual({ ...(one as object), replayed: true });
    expect(await read('/payments')).toMatchObject({
      count: 1,
      totals: [{ currency: 'CNY', amountMinor: '1250', count: 1 }],
    });
  });

  it('refuses a key that stands for another order, an order without a key and an amount of zero', async () => {
    await pay('k1');
    expect((await pay('k1', { ...order, amountMinor: '1251' })).status).toBe(409);
    expect((await post('/payments', order)).status).toBe(400);
    expect((await pay('k2', { ...order, amountMinor: '0' })).status).toBe(400);
    expect(await read('/payments')).toMatchObject({ count: 1 });
  });

  it('pays once when requests with one key arrive at the same time', async () => {
    await behave({ mode: 'SLOW', delayMs: 50 });
    const answers = await Promise.all(Array.from({ length: 5 }, () => pay('k1')));
    expect(answers.map((response) => response.status).sort()).toEqual([200, 200, 200, 200, 201]);
    expect(await read('/payments')).toMatchObject({ count: 1 });
  });

  it('declines for good', async () => {
    await behave({ mode: 'DECLINE', times: 1, match: { amountMinor: '1250' } });
    expect(await (await pay('k1')).json()).toMatchObject({ status: 'DECLINED', reason: 'ACCOUNT_CLOSED' });
    expect(await (await pay('k1')).json()).toMatchObject({ status: 'DECLINED', replayed: true });
    expect(await read('/payments')).toMatchObject({ totals: [] });
  });

  it('fails before it pays', async () => {
    await behave({ mode: 'ERROR_BEFORE', times: 1 });
    expect((await pay('k1')).status).toBe(500);
    expect((await fetch(`${url}/payments/by-key/k1`)).status).toBe(404);
    expect((await pay('k1')).status).toBe(201);
  });

  it('fails after it paid, and tells when it is asked by key', async () => {
    await behave({ mode: 'ERROR_AFTER', times: 1 });
    expect((await pay('k1')).status).toBe(500);
    expect(await read('/payments/by-key/k1')).toMatchObject({ key: 'k1', status: 'SUCCEEDED' });
  });

  it.each([
    ['NO_ANSWER', 200],
    ['NO_ANSWER_UNPAID', 404],
  ])('never answers in mode %s, and knows the payment with status %i', async (mode, status) => {
    await behave({ mode, times: 1 });
    await expect(pay('k1', order, AbortSignal.timeout(300))).rejects.toThrow();
    expect((await fetch(`${url}/payments/by-key/k1`)).status).toBe(status);
  });

  it('answers twice on one connection', async () => {
    await behave({ mode: 'ANSWER_TWICE', times: 1 });
    expect(await (await pay('k1')).json()).toMatchObject({ status: 'SUCCEEDED' });
    expect(await read('/payments')).toMatchObject({ count: 1 });
  });

  it('withholds evidence when it is told to', async () => {
    await pay('k1');
    await behave({ mode: 'ERROR_BEFORE', operation: 'QUERY', times: 1 });
    expect((await fetch(`${url}/payments/by-key/k1`)).status).toBe(500);
    expect((await fetch(`${url}/payments/by-key/k1`)).status).toBe(200);
  });

  it('keeps its payments over a restart, and drops a line that a crash cut off', async () => {
    await pay('k1');
    await close();
    await appendFile(join(directory, 'payments.jsonl'), '{"id":"pay_cut');
    await open();
    expect(await read('/payments')).toMatchObject({ count: 1 });
    expect((await pay('k2')).status).toBe(201);
    await close();
    await open();
    expect(await read('/payments?limit=1&offset=1')).toMatchObject({ count: 2, payments: [{ key: 'k2' }] });
  });
});
