import { createServer, type Server } from 'node:http';
import { money } from '@redress/kernel';
import { intendPayment } from '../model/payment.model';
import { paymentProviderOverHttp, readAnswer } from './payment-provider-http';

const paid = { key: 'k', status: 'SUCCEEDED', id: 'pay_1', amountMinor: '1250', currency: 'CNY' };
const unknown = (reason: string) => ({ kind: 'UNKNOWN', reason });

describe('what the provider says', () => {
  it.each<[string, number, unknown, object]>([
    ['paid', 201, paid, { kind: 'PAID', providerReference: 'pay_1', amount: money(1250n, 'CNY') }],
    ['paid, replayed', 200, { ...paid, replayed: true }, { kind: 'PAID' }],
    [
      'declined',
      201,
      { key: 'k', status: 'DECLINED', reason: 'ACCOUNT_CLOSED' },
      { kind: 'DECLINED', reason: 'ACCOUNT_CLOSED' },
    ],
    ['declined in words of its own', 201, { key: 'k', status: 'DECLINED', reason: '<b>' }, { reason: 'DECLINED' }],
    ['never heard of it', 404, { key: 'k', error: 'PAYMENT_NOT_FOUND' }, { kind: 'ABSENT' }],
  ])('is evidence when it %s', (_, status, body, answer) => {
    expect(readAnswer(status, body, 'k')).toMatchObject(answer);
  });

  it.each<[string, number, unknown, string]>([
    ['about another key', 201, { ...paid, key: 'other' }, 'PROVIDER_ANSWERED_201'],
    ['a 404 of something in between', 404, { error: 'NOT_FOUND' }, 'PROVIDER_ANSWERED_404'],
    ['an error with a record in it', 500, paid, 'PROVIDER_ANSWERED_500'],
    ['a refusal of the request', 409, { key: 'k', error: 'IDEMPOTENCY_KEY_CONFLICT' }, 'PROVIDER_ANSWERED_409'],
    ['pending', 200, { ...paid, status: 'PENDING' }, 'PROVIDER_ANSWER_NOT_UNDERSTOOD'],
    ['paid without a reference', 201, { ...paid, id: '' }, 'PROVIDER_ANSWER_NOT_UNDERSTOOD'],
    ['an amount that is a number', 201, { ...paid, amountMinor: 1250 }, 'PROVIDER_ANSWER_NOT_UNDERSTOOD'],
    ['a currency that is none', 201, { ...paid, currency: 'XYZ' }, 'PROVIDER_ANSWER_NOT_UNDERSTOOD'],
    ['nothing', 200, null, 'PROVIDER_ANSWERED_200'],
  ])('proves nothing when it is %s', (_, status, body, reason) => {
    expect(readAnswer(status, body, 'k')).toEqual(unknown(reason));
  });
});

describe('a provider over HTTP', () => {
  let server: Server;
  let answer: { status: number; text: string; location?: string } | 'none' | 'cut';
  const payment = intendPayment({
    ...{ id: 'p', settlementId: 'k', provider: 'simulator', reference: 'S1', beneficiary: 'c' },
    amount: money(1250n, 'CNY'),
  });

  const provider = (timeoutMs = 20_000) => {
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    return paymentProviderOverHttp({ url: `http://127.0.0.1:${port}`, name: 'simulator', timeoutMs });
  };

  beforeAll(async () => {
    server = createServer((request, response) => {
      if (answer === 'none') return;
      if (answer === 'cut') {
        request.socket.destroy();
        return;
      }
      const { status, text, location } = answer;
      response.writeHead(status, location === undefined ? {} : { location }).end(text);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  it.each<[string, typeof answer, string]>([
    ['does not answer', 'none', 'PROVIDER_DID_NOT_ANSWER'],
    ['cuts the connection', 'cut', 'PROVIDER_UNREACHABLE'],
    ['answers with a page', { status: 200, text: '<html>' }, 'PROVIDER_ANSWER_NOT_UNDERSTOOD'],
    ['sends elsewhere', { status: 302, text: '', location: 'http://127.0.0.1:1/' }, 'PROVIDER_UNREACHABLE'],
  ])('that %s has proven nothing, whether it was asked to pay or what it did', async (_, next, reason) => {
    answer = next;
    const asked = next === 'none' ? provider(200) : provider();
    expect(await asked.pay(payment)).toEqual(unknown(reason));
    expect(await asked.query(payment)).toEqual(unknown(reason));
  });

  it('is taken at its word when that is well formed', async () => {
    answer = { status: 201, text: JSON.stringify(paid) };
    expect(await provider().pay(payment)).toMatchObject({ kind: 'PAID' });
  });
});
