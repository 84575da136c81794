import { eventually } from '@redress/testkit';
import { FakeCase } from '../test-bench/fake-case-handling';
import { startFinance, type FinanceBench } from '../test-bench/finance-bench';
import { PayoutOffice } from '../payout/testing/payout-office';

interface VoucherSeen {
  readonly id: string;
  readonly amount: { readonly amount: string };
  readonly remaining: { readonly amount: string };
  readonly codeGivenAt: string | null;
  readonly redemptions: readonly { readonly reference: string; readonly amount: { readonly amount: string } }[];
  readonly version: number;
}
const VOUCHER =
  'id amount { amount } remaining { amount } codeGivenAt redemptions { reference amount { amount } } version';

describe('vouchers', () => {
  let bench: FinanceBench;
  let people: PayoutOffice;

  beforeAll(async () => {
    bench = await startFinance({ url: 'http://127.0.0.1:9' });
  });
  afterAll(() => bench.stop());
  beforeEach(() => {
    people = new PayoutOffice(bench);
  });
  afterEach(async () => {
    expect(await people.office.discrepancies()).toEqual([]);
  });

  async function issued(minor: number) {
    const orderNumber = await people.office.order('500.00');
    const { fakeCase, settlement } = await people.approved(
      FakeCase.remedy(minor, { orderNumber, kind: 'STORE_CREDIT' }),
    );
    const [completed] = await people.office.settled(fakeCase, 1, 'COMPLETED');
    const [voucher] = await vouchersOf(settlement.id);
    if (voucher === undefined) throw new Error('no voucher');
    return { fakeCase, settlement, completed, voucher };
  }
  const vouchersOf = async (settlement: string, person = people.finance()): Promise<readonly VoucherSeen[]> => {
    const query = `query ($settlement: ID) { vouchers(settlement: $settlement) { nodes { ${VOUCHER} } } }`;
    const { data } = await bench.ask<{ vouchers: { nodes: VoucherSeen[] } }>(person, query, { settlement });
    return data.vouchers.nodes;
  };
  const codeOf = async ({ id: voucherId, version: expectedVersion }: VoucherSeen, person = people.finance()) => {
    const input = { voucherId, expectedVersion, idempotencyKey: `code-${voucherId}-${expectedVersion}` };
    return people.act<VoucherSeen>('giveVoucherCode', `voucher { ${VOUCHER} }`, input, person, 'code');
  };
  const redeem = (code: unknown, amount: string, reference: string, changes: object = {}) =>
    people.act<VoucherSeen>('redeemVoucher', `voucher { ${VOUCHER} }`, {
      ...{ code, amount: { amount, currency: 'CNY' }, reference },
      ...changes,
    });

  it('fulfil store credit at once: one debt becomes another, and nothing leaves', async () => {
    const { completed, voucher, settlement } = await issued(3000);
    expect(voucher).toMatchObject({ amount: { amount: '30.00' }, remaining: { amount: '30.00' }, codeGivenAt: null });
    expect(completed?.postings).toMatchObject([
      { account: 'GOODWILL_EXPENSE', side: 'DEBIT' },
      { account: 'PAYABLES_TO_COMPLAINANTS', side: 'CREDIT' },
      { account: 'PAYABLES_TO_COMPLAINANTS', side: 'DEBIT' },
      { account: 'VOUCHERS_OUTSTANDING', side: 'CREDIT' },
    ]);
    expect(await people.payoutsOf(settlement)).toMatchObject([{ means: 'STORE_CREDIT', state: 'SUCCEEDED' }]);
  });

  it('show their code once, and a new one makes the old one worthless', async () => {
    const { voucher } = await issued(3000);
    const first = await codeOf(voucher);
    expect(first.more).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/);
    const again = await codeOf(voucher);
    expect(again).toMatchObject({ replayed: true, more: null });
    const second = await codeOf(first.value ?? voucher);
    expect((await redeem(first.more, '1.00', 'sale-1')).codes).toEqual(['FINANCE_VOUCHER_UNKNOWN']);
    expect((await redeem(String(second.more).toLowerCase().replaceAll('-', ' '), '1.00', 'sale-1')).codes).toEqual([]);
  });

  it('are given a code by their own customer, and by no other', async () => {
    const { voucher, fakeCase } = await issued(3000);
    const stranger = people.office.as('customer', { customer: '018f0000-0000-7000-8000-0000000000ff' });
    expect((await codeOf(voucher, stranger)).codes).toEqual(['NOT_FOUND']);
    const own = people.office.as('customer', { customer: fakeCase.customerId });
    expect((await codeOf(voucher, own)).codes).toEqual([]);
  });

  it('pay a purchase once, with what is left and never more, and the books show it', async () => {
    const { voucher } = await issued(3000);
    const { more: code } = await codeOf(voucher);
    expect((await redeem(code, '10.00', 'sale-1')).value).toMatchObject({ remaining: { amount: '20.00' } });
    expect((await redeem(code, '10.00', 'sale-1')).value).toMatchObject({ remaining: { amount: '20.00' } });
    expect((await redeem(code, '11.00', 'sale-1')).codes).toEqual(['FINANCE_VOUCHER_REFERENCE_USED']);
    const tooMuch = await redeem(code, '20.01', 'sale-2');
    expect(tooMuch.refused).toMatchObject([
      { code: 'FINANCE_VOUCHER_EXCEEDED', details: { maximum: { amount: '20.00' } } },
    ]);
    expect((await redeem(code, '0.00', 'sale-2')).codes).toEqual(['FINANCE_AMOUNT_NOT_POSITIVE']);
    const inYen = { amount: { amount: '5', currency: 'JPY' } };
    expect((await redeem(code, '5.00', 'sale-2', inYen)).codes).toEqual(['FINANCE_VOUCHER_OTHER_CURRENCY']);
    const { value } = await redeem(code, '20.00', 'sale-2');
    expect(value).toMatchObject({
      remaining: { amount: '0.00' },
      redemptions: [{ reference: 'sale-1' }, { reference: 'sale-2', amount: { amount: '20.00' } }],
    });
    const booked = await bench.database
      .reader(people.office.tenant)
      .query<{ account: string; side: string; sum: string }>(
        `SELECT p.account, p.side, SUM(p.amount_minor) AS sum FROM posting p
       WHERE p.tenant_id = :tenantId AND p.account IN ('VOUCHERS_OUTSTANDING', 'SALES') GROUP BY p.account, p.side`,
      );
    expect(booked.map(({ account, side, sum }) => `${account} ${side} ${sum}`).sort()).toEqual([
      'SALES CREDIT 3000',
      'VOUCHERS_OUTSTANDING CREDIT 3000',
      'VOUCHERS_OUTSTANDING DEBIT 3000',
    ]);
  });

  it('are never overdrawn by many tills at once', async () => {
    const { voucher } = await issued(1000);
    const { more: code } = await codeOf(voucher);
    const taken = await Promise.all(Array.from({ length: 16 }, (_, index) => redeem(code, '3.00', `sale-${index}`)));
    expect(taken.filter(({ codes }) => codes.length === 0)).toHaveLength(3);
    expect(await vouchersAfter(voucher)).toBe('1.00');
  });
  const vouchersAfter = async ({ id }: VoucherSeen) => {
    const query = `query ($id: ID!) { voucher(id: $id) { ${VOUCHER} } }`;
    const { data } = await bench.ask<{ voucher: VoucherSeen }>(people.finance(), query, { id });
    return data.voucher.remaining.amount;
  };

  it('lesson 30: exist once for a payment, whoever works on it how often', async () => {
    const { settlement } = await issued(700);
    const insertAgain = bench.database.transaction(people.office.tenant, async (tx) => {
      const [row] = await tx.query<Record<string, unknown>>(
        'SELECT v.* FROM voucher v WHERE v.tenant_id = :tenantId AND v.amount_minor = 700',
      );
      const { tenant_id: _tenant, ...copy } = row ?? {};
      await tx.insertMany('voucher', [{ ...copy, id: '018f0000-0000-7000-8000-0000000000aa' }]);
    });
    await expect(insertAgain).rejects.toThrow('one_for_each_payment');
    await eventually(async () => (await vouchersOf(settlement.id)).length === 1);
  });
});
