import { money } from '@redress/kernel';
import { intendPayment, type Payment } from '../model/payment.model';
import { stripeRefundsOverHttp } from './stripe-refunds-http';
import { fromStripeAmount, toStripeAmount } from './stripe-amount';
import { LocalStripe } from '../testing/local-stripe';

const paymentOf = (changes: Partial<Payment> = {}): Payment => ({
  ...intendPayment({
    ...{ id: 'p', settlementId: 'key-1', provider: 'stripe', reference: 'S2026-000001', beneficiary: 'c' },
    ...{ amount: money(1250n, 'CNY'), originalPaymentId: 'o', originalReference: 'ch_1' },
  }),
  attempts: 1,
  ...changes,
});

describe('refunds through Stripe', () => {
  let stripe: LocalStripe;
  const provider = (timeoutMs = 20_000) =>
    stripeRefundsOverHttp({ secretKey: 'sk_test_1', url: stripe.url, timeoutMs });

  beforeAll(async () => {
    stripe = await LocalStripe.start();
  });
  afterAll(() => stripe.stop());
  beforeEach(() => stripe.clear({ ch_1: 10_000, pi_1: 10_000 }));

  it('asks with our key, the charge and the amount, and takes the refund for evidence', async () => {
    const answer = await provider().pay(paymentOf());
    expect(answer).toMatchObject({ kind: 'PAID', amount: money(1250n, 'CNY') });
    expect(stripe.requests).toMatchObject([
      {
        ...{ method: 'POST', path: '/v1/refunds', key: 'key-1', authorization: 'Bearer sk_test_1' },
        form: { charge: 'ch_1', amount: '1250', 'metadata[redress_key]': 'key-1' },
      },
    ]);
    expect(await provider().query(paymentOf())).toEqual(answer);
  });

  it('names a payment intent as such', async () => {
    await provider().pay(paymentOf({ originalReference: 'pi_1' }));
    expect(stripe.requests[0]?.form).toMatchObject({ payment_intent: 'pi_1' });
  });

  it('lesson 25: refunds once however often it is asked under one key: the key reaches the provider', async () => {
    const answers = [await provider().pay(paymentOf()), await provider().pay(paymentOf())];
    expect(answers[1]).toEqual(answers[0]);
    expect(stripe.refunds).toHaveLength(1);
  });

  it.each<[string, Parameters<LocalStripe['misbehave']>[0], string]>([
    ['does not answer', 'SILENT', 'PROVIDER_UNREACHABLE'],
    ['is asked too often', { status: 429, type: 'invalid_request_error', code: 'rate_limit' }, 'STRIPE_429_RATE_LIMIT'],
    ['fails', { status: 500, type: 'api_error' }, 'STRIPE_500_API_ERROR'],
    [
      'is at the same key already',
      { status: 409, type: 'idempotency_error', code: 'idempotency_key_in_use' },
      'STRIPE_409_IDEMPOTENCY_KEY_IN_USE',
    ],
    ['knows the key for another request', { status: 400, type: 'idempotency_error' }, 'STRIPE_400_IDEMPOTENCY_ERROR'],
    ['does not know our key', { status: 401, type: 'invalid_request_error' }, 'STRIPE_401_INVALID_REQUEST_ERROR'],
  ])('has proven nothing when it %s', async (_, trouble, reason) => {
    const patience = trouble === 'SILENT' ? 200 : 20_000;
    stripe.misbehave(trouble);
    expect(await provider(patience).pay(paymentOf())).toEqual({ kind: 'UNKNOWN', reason });
    stripe.misbehave(trouble);
    expect(await provider(patience).query(paymentOf())).toEqual({ kind: 'UNKNOWN', reason });
    expect(stripe.refunds).toHaveLength(0);
  });

  it('finds what it paid when the answer was lost', async () => {
    stripe.misbehave('PAID_AND_SILENT');
    expect(await provider(300).pay(paymentOf())).toMatchObject({ kind: 'UNKNOWN' });
    expect(await provider().query(paymentOf())).toMatchObject({ kind: 'PAID', amount: money(1250n, 'CNY') });
  });

  it('finds its own refund among more than one page of others', async () => {
    for (let index = 0; index < 130; index += 1) stripe.add({ charge: 'ch_1', amount: 1, key: `other-${index}` });
    expect(await provider().query(paymentOf())).toEqual({ kind: 'ABSENT' });
    await provider().pay(paymentOf());
    for (let index = 0; index < 130; index += 1) stripe.add({ charge: 'ch_1', amount: 1, key: `later-${index}` });
    expect(await provider().query(paymentOf())).toMatchObject({ kind: 'PAID' });
  });

  it('waits while the refund is pending, until it succeeded or failed', async () => {
    stripe.nextStatus = 'pending';
    expect(await provider().pay(paymentOf())).toEqual({ kind: 'UNKNOWN', reason: 'STRIPE_PENDING' });
    expect(await provider().query(paymentOf())).toEqual({ kind: 'UNKNOWN', reason: 'STRIPE_PENDING' });
    stripe.settle('requires_action');
    expect(await provider().query(paymentOf())).toEqual({ kind: 'UNKNOWN', reason: 'STRIPE_REQUIRES_ACTION' });
    stripe.settle('succeeded');
    expect(await provider().query(paymentOf())).toMatchObject({ kind: 'PAID' });
    stripe.settle('failed', 'expired_or_canceled_card');
    expect(await provider().query(paymentOf())).toEqual({ kind: 'DECLINED', reason: 'EXPIRED_OR_CANCELED_CARD' });
    stripe.settle('canceled');
    expect(await provider().query(paymentOf())).toEqual({ kind: 'DECLINED', reason: 'CANCELED' });
  });

  describe('when it refuses', () => {
    it('is declined, because no refund of ours exists', async () => {
      stripe.add({ charge: 'ch_1', amount: 10_000, key: 'somebody-else' });
      expect(await provider().pay(paymentOf())).toEqual({ kind: 'DECLINED', reason: 'CHARGE_ALREADY_REFUNDED' });
      stripe.clear({ ch_1: 1000 });
      expect(await provider().pay(paymentOf())).toEqual({ kind: 'DECLINED', reason: 'AMOUNT_REFUSED' });
    });

    it('is not, when the refund that left too little was our own', async () => {
      stripe.add({ charge: 'ch_1', amount: 1250, key: 'key-1' });
      stripe.add({ charge: 'ch_1', amount: 8750, key: 'somebody-else' });
      stripe.forgetKeys();
      expect(await provider().pay(paymentOf())).toMatchObject({ kind: 'PAID', amount: money(1250n, 'CNY') });
    });

    it('is not, when it cannot be told whether a refund of ours exists', async () => {
      stripe.add({ charge: 'ch_1', amount: 10_000, key: 'somebody-else' });
      stripe.misbehaveOnList({ status: 500, type: 'api_error' });
      expect(await provider().pay(paymentOf())).toMatchObject({ kind: 'UNKNOWN' });
    });

    it('takes a payment that is not there for a refusal only on the first call', async () => {
      const missing = { originalReference: 'ch_gone' };
      expect(await provider().pay(paymentOf(missing))).toEqual({ kind: 'DECLINED', reason: 'RESOURCE_MISSING' });
      expect(await provider().pay(paymentOf({ ...missing, attempts: 2 }))).toMatchObject({ kind: 'UNKNOWN' });
      expect(await provider().query(paymentOf(missing))).toMatchObject({ kind: 'UNKNOWN' });
    });
  });

  it('never pays what it did not take', async () => {
    const { originalReference: _none, ...payment } = paymentOf();
    expect(await provider().pay(payment)).toEqual({ kind: 'DECLINED', reason: 'NO_ORIGINAL_PAYMENT' });
    expect(stripe.requests).toEqual([]);
  });
});

describe('amounts at Stripe', () => {
  it.each([
    ['CNY', 1250n, 1250],
    ['JPY', 1250n, 1250],
    ['KWD', 1250n, 1250],
    ['ISK', 12n, 1200],
    ['UGX', 12n, 1200],
  ])('count %s as Stripe does', (currency, minor, amount) => {
    expect(toStripeAmount(money(minor, currency))).toEqual({ amount, currency: currency.toLowerCase() });
    expect(fromStripeAmount(amount, currency.toLowerCase())).toEqual(money(minor, currency));
  });

  it('are none where Stripe says what the currency has no coin for', () => {
    expect(fromStripeAmount(1250, 'isk')).toBeUndefined();
  });
});
