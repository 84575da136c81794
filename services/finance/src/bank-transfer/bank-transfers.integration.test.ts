import { createHash } from 'node:crypto';
import { newId } from '@redress/kernel';
import { eventually } from '@redress/testkit';
import { PayoutOffice, type PayoutSeen } from '../payout/testing/payout-office';
import { FakeCase } from '../test-bench/fake-case-handling';
import { startFinance, type FinanceBench } from '../test-bench/finance-bench';

interface BatchSeen {
  readonly id: string;
  readonly state: string;
  readonly transactions: number;
  readonly controlSum: { readonly amount: string };
  readonly file: string | null;
  readonly fileSha256: string | null;
  readonly version: number;
}
const BATCH = 'batch { id state transactions controlSum { amount } file fileSha256 version }';

describe('bank transfers', () => {
  let bench: FinanceBench;
  let people: PayoutOffice;
  let account: string;

  beforeAll(async () => {
    bench = await startFinance({ url: 'http://127.0.0.1:9' });
  });
  afterAll(() => bench.stop());
  beforeEach(async () => {
    people = new PayoutOffice(bench);
    await people.payBy('BANK_TRANSFER');
    account = await people.bankAccount();
  });
  afterEach(async () => {
    expect(await people.office.discrepancies()).toEqual([]);
  });

  async function waiting(minor: number, register = true) {
    const orderNumber = await people.office.order('500.00');
    const { fakeCase, settlement } = await people.refund(minor, orderNumber);
    const payout = await eventually(async () => {
      const [found] = await people.payoutsOf(settlement);
      expect(found).toMatchObject({ means: 'BANK_TRANSFER', state: 'PENDING' });
      return found as PayoutSeen;
    });
    if (register) {
      const details = { holderName: '王小明', account: '6222 0212 3456 7890', bankCode: '102100099996' };
      const { value } = await people.onPayout('registerPayeeAccount', payout.id, details);
      expect(value?.payeeAccount).toEqual({ holder: '王••', account: '••••7890' });
    }
    return { fakeCase, settlement, payout };
  }
  const create = (person = people.finance()) =>
    people.act<BatchSeen>(
      'createBankTransferBatch',
      BATCH,
      { currency: 'CNY', debtorAccountId: account, debtorName: '本公司', executeOn: '2026-12-01' },
      person,
    );
  const decide = (step: string, batch: BatchSeen | null, person = people.finance(people.two)) =>
    people.act<BatchSeen>(step, BATCH, { batchId: batch?.id, expectedVersion: batch?.version }, person);
  const stateOf = async (settlement: { id: string }) => (await people.payoutsOf(settlement))[0]?.state;
  const prove = async (payout: PayoutSeen, outcome: 'PAID' | 'REFUSED') => {
    const said = {
      outcome,
      happenedOn: '2026-01-15',
      reference: `B-${payout.endToEndId ?? ''}`,
      proof: 'statement 12',
    };
    const { value } = await people.onPayout('recordBankTransferOutcome', payout.id, said);
    const [{ id: evidenceId, version: expectedVersion } = { id: '', version: 0 }] = value?.evidence ?? [];
    const input = { evidenceId, accepted: true, expectedVersion };
    return people.act<PayoutSeen>('confirmPayoutEvidence', 'payout { state }', input, people.finance(people.two));
  };

  it('go to the bank in one file that another person releases, and end each by its own evidence', async () => {
    const [paid, refused] = [await waiting(1234), await waiting(5000)];
    await waiting(100, false);
    const { value: draft } = await create();
    expect(draft).toMatchObject({ state: 'DRAFT', transactions: 2, controlSum: { amount: '62.34' }, file: null });
    expect((await create()).codes).toEqual(['FINANCE_TRANSFERS_NONE']);
    expect((await decide('releaseBankTransferBatch', draft, people.finance())).codes).toEqual([
      'FINANCE_TRANSFER_FOUR_EYES',
    ]);
    expect(await stateOf(paid.settlement)).toBe('PENDING');

    const { value: released } = await decide('releaseBankTransferBatch', draft);
    expect(released?.state).toBe('RELEASED');
    expect(await stateOf(paid.settlement)).toBe('SENT');
    const file = released?.file ?? '';
    expect(createHash('sha256').update(file).digest('hex')).toBe(released?.fileSha256);
    expect(file).toContain(`<EndToEndId>${paid.payout.endToEndId ?? ''}</EndToEndId>`);
    expect(file).toContain('<CtrlSum>62.34</CtrlSum>');
    const { value: sent } = await decide('markBankTransferBatchSent', released);
    expect(sent).toMatchObject({ state: 'SENT', file });

    expect((await prove(paid.payout, 'PAID')).value).toMatchObject({ state: 'SUCCEEDED' });
    await people.office.settled(paid.fakeCase, 1, 'COMPLETED');
    expect((await prove(refused.payout, 'REFUSED')).value).toMatchObject({ state: 'DECLINED' });
    expect(await people.office.givenUp(refused.fakeCase)).toMatchObject({ state: 'FAILED' });
  });

  it('wait for another file when a draft is given up, and are not redirected while they are in it', async () => {
    const { payout, settlement, fakeCase } = await waiting(2500);
    const { value: draft } = await create();
    const redirect = () => people.onPayout('redirectPayout', payout.id, { means: 'MANUAL' });
    expect((await redirect()).codes).toEqual(['FINANCE_PAYOUT_IN_BATCH']);
    expect((await decide('cancelBankTransferBatch', draft)).value).toMatchObject({ state: 'CANCELLED' });
    const { value: next } = await create();
    expect(next?.transactions).toBe(1);
    await decide('releaseBankTransferBatch', next);
    expect((await redirect()).codes).toEqual(['FINANCE_PAYOUT_OUTCOME_UNKNOWN']);
    expect((await decide('cancelBankTransferBatch', { ...next, version: 2 } as BatchSeen)).codes).toEqual([
      'FINANCE_TRANSFER_BATCH_STATE',
    ]);
    expect(await stateOf(settlement)).toBe('SENT');
    expect(await people.office.settlementsOf(fakeCase)).toMatchObject([{ state: 'PAYING' }]);
  });

  it('are in one file only, however many are made at the same time', async () => {
    await waiting(100);
    await waiting(200);
    const made = await Promise.all([1, 2, 3, 4].map(() => create()));
    expect(made.filter(({ value }) => value !== null)).toHaveLength(1);
    expect(made.find(({ value }) => value !== null)?.value?.transactions).toBe(2);
  });

  it('never go to an account that its payee had when the file was made and has no more', async () => {
    const { payout, settlement } = await waiting(2500);
    const { value: draft } = await create();
    const moved = { holderName: '王小明', account: '6222 0212 3456 0001', bankCode: '102100099996' };
    await people.onPayout('registerPayeeAccount', payout.id, moved);
    expect((await decide('releaseBankTransferBatch', draft)).codes).toEqual(['FINANCE_TRANSFER_PAYEE_ACCOUNT_CHANGED']);
    expect(await stateOf(settlement)).toBe('PENDING');
    expect((await decide('cancelBankTransferBatch', draft)).value).toMatchObject({ state: 'CANCELLED' });
    const { value: released } = await decide('releaseBankTransferBatch', (await create()).value);
    expect(released?.file).toContain('6222021234560001');
  });

  it('go to one account of their payee, however many people register one at once', async () => {
    const { office } = people;
    const payee = newId();
    const payouts: PayoutSeen[] = [];
    for (const minor of [100, 200, 300, 400]) {
      const fakeCase = office.openCase(payee);
      const remedy = FakeCase.remedy(minor, { orderNumber: await office.order('500.00') });
      await fakeCase.consent(await fakeCase.approveResolution([remedy]));
      const [settlement] = await office.settled(fakeCase, 1, 'RELEASED');
      if (settlement === undefined) throw new Error('no settlement');
      expect((await office.approve(settlement)).userErrors).toEqual([]);
      payouts.push(...(await people.payoutsOf(settlement)));
    }
    expect(payouts).toHaveLength(4);
    const answers = await Promise.all(
      payouts.map(({ id }, index) => {
        const account = { account: `622202123456789${String(index)}`, bankCode: '102100099996' };
        return people.onPayout('registerPayeeAccount', id, { holderName: '王小明', ...account });
      }),
    );
    expect(answers.flatMap(({ codes }) => codes)).toEqual([]);
    const inUse = await bench.database.system.query<{ accounts: string }>(
      'SELECT COUNT(a.in_use) AS accounts FROM payee_account a WHERE a.tenant_id = :tenant AND a.payee = :payee',
      { tenant: office.tenant, payee },
    );
    expect(inUse.map(({ accounts }) => Number(accounts))).toEqual([1]);
    expect((await create()).value).toMatchObject({ transactions: 4 });
  });

  it('need an account, which is refused when it cannot be one and seen by nobody but finance', async () => {
    const { payout, settlement } = await waiting(300);
    const { codes } = await people.onPayout('registerPayeeAccount', payout.id, {
      ...{ holderName: 'x', account: 'DE89370400440532013001' },
    });
    expect(codes).toEqual(['FINANCE_PAYEE_ACCOUNT_INVALID']);
    const [seen] = await people.payoutsOf(settlement, people.office.as('auditor'));
    expect(seen?.payeeAccount).toBeNull();
  });
});
