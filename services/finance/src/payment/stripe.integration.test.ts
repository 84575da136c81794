import { eventually } from '@redress/testkit';
import { PayoutOffice, type PayoutSeen } from '../payout/testing/payout-office';
import { startFinance, type FinanceBench } from '../test-bench/finance-bench';
import { LocalStripe } from './testing/local-stripe';

describe('refunds of what was paid through Stripe', () => {
  let stripe: LocalStripe;
  let bench: FinanceBench;
  let people: PayoutOffice;

  beforeAll(async () => {
    stripe = await LocalStripe.start();
    bench = await startFinance(
      { url: 'http://127.0.0.1:9' },
      { settings: { REDRESS_STRIPE_SECRET_KEY: 'sk_test_1', REDRESS_STRIPE_API_URL: stripe.url } },
    );
  });
  afterAll(async () => {
    await bench.stop();
    await stripe.stop();
  });
  beforeEach(() => {
    people = new PayoutOffice(bench);
    stripe.clear({ ch_1: 10_000, pi_2: 5000 });
  });
  afterEach(async () => {
    expect(await people.office.discrepancies()).toEqual([]);
  });

  const inState = (settlement: { id: string }, sequence: number, state: string): Promise<PayoutSeen> =>
    eventually(async () => {
      const found = (await people.payoutsOf(settlement)).find((payout) => payout.sequence === sequence);
      if (found?.state !== state) throw new Error(`payment ${sequence} is ${found?.state ?? 'missing'}`);
      return found;
    });

  it('go back to the charges they came from, each once', async () => {
    const orderNumber = await people.orderPaidBy(['stripe', 'ch_1', '100.00'], ['stripe', 'pi_2', '50.00']);
    const { fakeCase } = await people.refund(12_000, orderNumber);
    await people.office.settled(fakeCase, 1, 'COMPLETED');
    expect(stripe.refunds.map(({ charge, amount }) => [charge, amount]).sort()).toEqual([
      ['ch_1', 10_000],
      ['pi_2', 2000],
    ]);
  });

  it.each(['PAID_AND_SILENT', { status: 500, type: 'api_error' }, { status: 429, type: 'api_error' }] as const)(
    'are made once when the answer is %j',
    async (trouble) => {
      stripe.misbehave(trouble);
      const { fakeCase } = await people.refund(1000, await people.orderPaidBy(['stripe', 'ch_1', '100.00']));
      await people.office.settled(fakeCase, 1, 'COMPLETED');
      expect(stripe.refunds).toMatchObject([{ amount: 1000 }]);
    },
  );

  it('are waited for while they are pending, and then count', async () => {
    stripe.nextStatus = 'pending';
    const { fakeCase, settlement } = await people.refund(1000, await people.orderPaidBy(['stripe', 'ch_1', '100.00']));
    expect(await inState(settlement, 1, 'UNKNOWN')).toMatchObject({ reason: 'STRIPE_PENDING' });
    stripe.settle('succeeded');
    await people.office.settled(fakeCase, 1, 'COMPLETED');
    expect(stripe.refunds).toHaveLength(1);
  });

  it('are paid in another way when Stripe refuses them, though not through Stripe', async () => {
    stripe.clear({ ch_1: 10_000, pi_2: 5000 });
    stripe.add({ charge: 'pi_2', amount: 5000, key: 'the-shop-itself' });
    const orderNumber = await people.orderPaidBy(['stripe', 'ch_1', '100.00'], ['stripe', 'pi_2', '50.00']);
    const { settlement } = await people.refund(12_000, orderNumber);
    await inState(settlement, 1, 'SUCCEEDED');
    const declined = await inState(settlement, 2, 'DECLINED');
    expect(declined.reason).toBe('CHARGE_ALREADY_REFUNDED');
    const again = await people.onPayout('redirectPayout', declined.id, { means: 'PROVIDER', provider: 'stripe' });
    expect(again.codes).toEqual(['FINANCE_PAYOUT_ROUTE_UNUSABLE']);
    const { value } = await people.onPayout('redirectPayout', declined.id, { means: 'BANK_TRANSFER' });
    expect(value).toMatchObject({ sequence: 3, means: 'BANK_TRANSFER', amount: { amount: '20.00' } });
  });
});
