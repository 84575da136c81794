import { caseClosed, caseMerged, caseNotEstablished, caseOpened } from '@redress/contracts';
import { toGlobalId } from '@redress/graphql-runtime';
import { fixedClock, newId } from '@redress/kernel';
import { eventually } from '@redress/testkit';
import { booksSettingsInMysql } from '../ledger/adapters/books-setting.repository-mysql';
import { ledgerInMysql } from '../ledger/adapters/ledger.repository-mysql';
import { aSettlement } from '../settlement/model/settlement.builder';
import { tenantCalendarInMysql } from '../tenant-calendar/adapters/tenant-calendar-mysql';
import { buildPrograms } from '../test-bench/child-process';
import { BooksOffice, type Refused } from '../test-bench/books-office';
import { FakeCase } from '../test-bench/fake-case-handling';
import { startFinance, type FinanceBench } from '../test-bench/finance-bench';
import { startSimulator, type SimulatorProcess } from '../test-bench/simulator-process';
import { receivablesInMysql } from './adapters/receivable.repository-mysql';
import { crediting } from './credit-receivable/credit-receivables.handler';

interface Seen {
  readonly id: string;
  readonly documentNumber: string;
  readonly open: { readonly amount: string };
  readonly disputed: { readonly amount: string };
  readonly version: number;
}
interface Row extends Refused {
  readonly receivable: Seen | null;
  readonly existed: boolean;
}
const SEEN = 'id documentNumber open { amount } disputed { amount } version';
const OPENED = {
  number: '261101',
  categoryId: newId(),
  categoryCode: 'quality',
  channel: 'PHONE' as const,
  clocks: [],
};

describe('receivables', () => {
  let simulator: SimulatorProcess;
  let bench: FinanceBench;
  let office: BooksOffice;
  let customer: string;

  beforeAll(async () => {
    buildPrograms();
    simulator = await startSimulator();
    bench = await startFinance(simulator);
  });
  beforeEach(() => {
    office = new BooksOffice(bench);
    customer = newId();
  });
  afterAll(async () => {
    await bench.stop();
    await simulator.stop();
  });

  const row = (documentNumber: string, amount: string, changes: object = {}) => ({
    ...{ customerId: toGlobalId('Customer', customer), documentNumber, orderNumber: 'O-9', salesperson: 'sales-1' },
    ...{ amount: { amount, currency: 'CNY' }, issuedOn: '2026-09-01', dueOn: '2026-10-15' },
    ...changes,
  });
  const register = async (rows: readonly object[], person = office.as('finance')) =>
    office.act<{ rows: readonly Row[]; replayed: boolean }>(
      'registerReceivables',
      'RegisterReceivablesInput',
      `rows { receivable { ${SEEN} } existed userErrors { code path } } replayed`,
      { receivables: rows },
      person,
    );
  const registered = async (documentNumber: string, amount: string, changes: object = {}): Promise<Seen> => {
    const { rows } = await register([row(documentNumber, amount, changes)]);
    if (!rows[0]?.receivable) throw new Error(JSON.stringify(rows));
    return rows[0].receivable;
  };
  const pay = ({ id }: Seen, amount: string, reference: string = newId(), receivedOn = '2026-10-20') =>
    office.act<{ receivable: Seen | null }>('recordReceipt', 'RecordReceiptInput', `receivable { ${SEEN} } replayed`, {
      ...{ receivableId: id, amount: { amount, currency: 'CNY' }, receivedOn, reference },
    });
  const seen = async (documentNumber: string): Promise<Seen | undefined> => {
    const query = `query ($n: String!) { receivables(where: { documentNumber: { eq: $n } }) { nodes { ${SEEN} } } }`;
    return (await office.ask<{ receivables: { nodes: Seen[] } }>(query, { n: documentNumber })).receivables.nodes[0];
  };
  const disputed = (documentNumber: string, amount: string) =>
    eventually(
      async () => {
        expect((await seen(documentNumber))?.disputed.amount).toBe(amount);
        return true;
      },
      { what: `${amount} disputed` },
    );
  const caseKnown = () =>
    eventually(
      async () => (await office.rows('SELECT f.case_id FROM case_file f WHERE f.tenant_id = :tenant')).length === 1,
      {
        what: 'a case file',
      },
    );
  const opened = (lineNumber?: number): Promise<FakeCase> => openedAbout('O-9', lineNumber);
  const openedAbout = async (orderNumber: string, lineNumber?: number): Promise<FakeCase> => {
    const fakeCase = office.openCase(customer);
    const at = new Date().toISOString();
    const about = { orderNumber, lineNumber: lineNumber ?? 1 };
    await fakeCase.tell(caseOpened, {
      ...fakeCase.key(),
      ...OPENED,
      customerId: customer,
      orderLine: about,
      receivedAt: at,
      openedAt: at,
    });
    return fakeCase;
  };
  const balances = async (): Promise<Record<string, string>> => {
    type Data = { trialBalance: { accounts: { account: string; balance: { amount: string } }[] } };
    const { trialBalance } = await office.ask<Data>(
      '{ trialBalance(currency: "CNY") { accounts { account balance { amount } } } }',
    );
    return Object.fromEntries(trialBalance.accounts.map(({ account, balance }) => [account, balance.amount]));
  };
  const rates = async (period = '2026-10') => {
    type Data = { collectionRates: { rates: Record<string, unknown>[]; userErrors: { code: string }[] } };
    const query = `query ($p: String!) { collectionRates(period: $p, currency: "CNY") { userErrors { code }
      rates { salesperson rate weighted base { amount } disputed { amount } collected { amount } } } }`;
    return (await office.ask<Data>(query, { p: period })).collectionRates;
  };
  const decide = (changes: object, expectedVersion = 0) =>
    office.act(
      'setBooksSetting',
      'SetBooksSettingInput',
      'replayed',
      { expectedVersion, ...changes },
      office.as('manager'),
    );

  it('are taken over once by their document, and a row that is refused spoils no other', async () => {
    const first = await register([
      row('I-1', '10.00'),
      row('I-2', '0.00'),
      row('I-3', '5.00', { dueOn: '2026-08-01' }),
      row('I-1', '10.00'),
      row('I-4', '7.00'),
    ]);
    expect(
      first.rows.map(({ receivable, existed, userErrors }) => [
        receivable?.documentNumber,
        existed,
        userErrors.map(({ code }) => code),
      ]),
    ).toEqual([
      ['I-1', false, []],
      [undefined, false, ['FINANCE_AMOUNT_NOT_POSITIVE']],
      [undefined, false, ['FINANCE_RECEIVABLE_DUE_BEFORE_ISSUE']],
      ['I-1', true, []],
      ['I-4', false, []],
    ]);
    const again = await register([row('I-1', '10.00'), row('I-4', '8.00')]);
    expect(again.rows.map(({ existed, userErrors }) => [existed, userErrors.map(({ code }) => code)])).toEqual([
      [true, []],
      [false, ['FINANCE_RECEIVABLE_CONFLICT']],
    ]);
    expect(await balances()).toEqual({ RECEIVABLES: '17.00', SALES: '17.00' });
    await expect(register([row('I-5', '1.00')], office.as('agent'))).rejects.toThrow('FORBIDDEN');
  });

  it('are reduced by what customers pay, each payment once and never below nothing, also at once', async () => {
    const receivable = await registered('I-1', '100.00');
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) => pay(receivable, '30.00', `bank-${index % 4}`)),
    );
    expect(answers.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(3);
    expect(new Set(answers.flatMap(({ userErrors }) => userErrors.map(({ code }) => code)))).toContain(
      'FINANCE_RECEIVABLE_EXCEEDED',
    );
    expect((await seen('I-1'))?.open.amount).toBe('10.00');
    expect((await pay(receivable, '1.00', 'bank-9')).userErrors).toEqual([]);
    expect((await pay(receivable, '1.00', 'bank-9')).userErrors).toMatchObject([{ code: 'FINANCE_RECEIPT_RECORDED' }]);
    const tomorrow = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
    expect((await pay(receivable, '1.00', 'bank-10', tomorrow)).userErrors).toMatchObject([{ code: 'INPUT_INVALID' }]);
    expect((await pay(receivable, '0.00')).userErrors).toMatchObject([{ code: 'FINANCE_AMOUNT_NOT_POSITIVE' }]);
    expect(await balances()).toEqual({ RECEIVABLES: '9.00', RECEIPTS_CLEARING: '91.00', SALES: '100.00' });
  });

  it('are disputed by a complaint about their line, and collected at the normal term when it is not established', async () => {
    await registered('I-1', '100.00', { lineNumber: 1 });
    await registered('I-2', '50.00', { lineNumber: 2 });
    const fakeCase = await opened(1);
    await disputed('I-1', '100.00');
    expect((await seen('I-2'))?.disputed.amount).toBe('0.00');
    expect(await balances()).toEqual({ RECEIVABLES: '50.00', DISPUTED_RECEIVABLES: '100.00', SALES: '150.00' });
    await fakeCase.tell(caseNotEstablished, {
      ...fakeCase.key(),
      customerId: customer,
      by: 'h',
      at: new Date().toISOString(),
    });
    await disputed('I-1', '0.00');
    expect(await balances()).toEqual({ RECEIVABLES: '150.00', DISPUTED_RECEIVABLES: '0.00', SALES: '150.00' });
  });

  it('are disputed by a complaint that came before the invoice, and until its case is closed', async () => {
    const fakeCase = await opened();
    await caseKnown();
    await registered('I-1', '100.00');
    await disputed('I-1', '100.00');
    const at = new Date().toISOString();
    await fakeCase.tell(caseClosed, { ...fakeCase.key(), by: 'h', at, closedAt: at, outcome: 'RESOLVED' });
    await disputed('I-1', '0.00');
  });

  it('are collected at the normal term when the complaint is a duplicate of one that is over, or disputes the same', async () => {
    const receivable = await registered('I-1', '100.00');
    const at = () => new Date().toISOString();
    const closedAs = (fakeCase: FakeCase, outcome: 'RESOLVED' | 'MERGED') =>
      fakeCase.tell(caseClosed, { ...fakeCase.key(), by: 'h', at: at(), closedAt: at(), outcome });
    const over = await opened();
    await disputed('I-1', '100.00');
    await closedAs(over, 'RESOLVED');
    await disputed('I-1', '0.00');
    const late = await opened();
    await disputed('I-1', '100.00');
    await late.tell(caseMerged, { ...late.key(), by: 'h', at: at(), mergedInto: over.id });
    await closedAs(late, 'MERGED');
    await disputed('I-1', '0.00');
    // The other way round: the case that is over had nothing to do with it.
    const elsewhere = await openedAbout('O-none');
    await closedAs(elsewhere, 'RESOLVED');
    const again = await opened();
    await disputed('I-1', '100.00');
    await again.tell(caseMerged, { ...again.key(), by: 'h', at: at(), mergedInto: elsewhere.id });
    await disputed('I-1', '0.00');

    const [one, other] = [await openedAbout('O-x'), await openedAbout('O-y')];
    const dispute = (of: FakeCase, expectedVersion: number, amount: string) =>
      office.act('disputeReceivable', 'DisputeReceivableInput', 'replayed', {
        ...{ receivableId: receivable.id, caseId: toGlobalId('Case', of.id), expectedVersion },
        amount: { amount, currency: 'CNY' },
      });
    const versionNow = async () => (await seen('I-1'))?.version ?? 0;
    await eventually(async () => (await dispute(one, await versionNow(), '30.00')).userErrors.length === 0);
    await eventually(async () => (await dispute(other, await versionNow(), '20.00')).userErrors.length === 0);
    await disputed('I-1', '50.00');
    await one.tell(caseMerged, { ...one.key(), by: 'h', at: at(), mergedInto: other.id });
    await closedAs(other, 'RESOLVED');
    await closedAs(one, 'MERGED');
    await disputed('I-1', '0.00');
    expect(await balances()).toEqual({ RECEIVABLES: '100.00', DISPUTED_RECEIVABLES: '0.00', SALES: '100.00' });
  });

  it('may be disputed in part by finance; what is paid comes out of the rest first', async () => {
    const receivable = await registered('I-1', '100.00', { orderNumber: 'O-10' });
    const fakeCase = await opened();
    await caseKnown();
    const input = {
      receivableId: receivable.id,
      caseId: toGlobalId('Case', fakeCase.id),
      amount: { amount: '40.00', currency: 'CNY' },
    };
    const act = (expectedVersion: number, changes: object = {}) =>
      office.act<{ receivable: Seen | null }>(
        'disputeReceivable',
        'DisputeReceivableInput',
        `receivable { ${SEEN} } replayed`,
        { ...input, expectedVersion, ...changes },
      );
    expect((await act(9)).userErrors).toMatchObject([{ code: 'VERSION_CONFLICT' }]);
    expect((await act(1, { caseId: toGlobalId('Case', newId()) })).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect((await act(1)).receivable).toMatchObject({ disputed: { amount: '40.00' } });
    expect((await act(2)).userErrors).toMatchObject([{ code: 'FINANCE_ALREADY_DISPUTED' }]);
    expect((await pay(receivable, '80.00')).receivable).toMatchObject({
      open: { amount: '20.00' },
      disputed: { amount: '20.00' },
    });
    const at = new Date().toISOString();
    await fakeCase.tell(caseClosed, { ...fakeCase.key(), by: 'h', at, closedAt: at, outcome: 'WITHDRAWN' });
    await disputed('I-1', '0.00');
    expect(await balances()).toEqual({
      RECEIVABLES: '20.00',
      DISPUTED_RECEIVABLES: '0.00',
      RECEIPTS_CLEARING: '80.00',
      SALES: '100.00',
    });
  });

  it('count for the collection rate without what is disputed, by the formula that the organisation decided', async () => {
    const paid = await registered('I-1', '100.00', { orderNumber: 'O-1' });
    await registered('I-2', '60.00');
    await registered('I-3', '40.00', { orderNumber: 'O-2', dueOn: '2026-09-10' });
    await pay(paid, '50.00');
    expect(await rates()).toMatchObject({ rates: [], userErrors: [{ code: 'FINANCE_COLLECTION_FACTOR_OPEN' }] });
    await decide({ collectionBase: 'DUE_IN_PERIOD' });
    expect((await rates()).userErrors).toMatchObject([{ code: 'FINANCE_COLLECTION_FACTOR_OPEN' }]);
    await decide({ collectionFactor: '0.8' }, 1);
    expect(await rates()).toMatchObject({
      userErrors: [],
      rates: [{ base: { amount: '160.00' }, collected: { amount: '50.00' }, rate: '0.312500', weighted: '0.250000' }],
    });
    await decide({ collectionBase: 'OPEN_AND_DUE' }, 2);
    await opened();
    await disputed('I-2', '60.00');
    // A month that runs after the dispute began, or that ended only now.
    const running = new Date().toISOString().slice(0, 7);
    expect(await rates(running)).toMatchObject({
      rates: [
        {
          salesperson: 'sales-1',
          base: { amount: '90.00' },
          disputed: { amount: '60.00' },
          collected: { amount: '0.00' },
          rate: '0.000000',
        },
      ],
    });
  });

  it('are reduced by an allowance instead of paying it out, where the organisation decided so, and what is more is paid', async () => {
    const orderNumber = await office.order('200.00');
    await registered('I-1', '30.00', { orderNumber });
    await decide({ creditReceivables: true });
    const fakeCase = await openedAbout(orderNumber);
    await disputed('I-1', '30.00');
    const resolutionId = await fakeCase.approveResolution([FakeCase.remedy(5_000, { orderNumber, kind: 'ALLOWANCE' })]);
    await fakeCase.consent(resolutionId);
    const [settlement] = await office.settled(fakeCase, 1, 'RELEASED');
    if (settlement === undefined) throw new Error('no settlement');
    expect((await office.approve(settlement)).userErrors).toEqual([]);
    await office.settled(fakeCase, 1, 'COMPLETED');
    expect(await seen('I-1')).toMatchObject({ open: { amount: '0.00' }, disputed: { amount: '0.00' } });
    const payments = await office.rows<{ means: string; amount_minor: string; state: string }>(
      'SELECT p.means, p.amount_minor, p.state FROM payment p WHERE p.tenant_id = :tenant ORDER BY p.sequence',
    );
    expect(payments).toEqual([
      { means: 'PROVIDER', amount_minor: '2000', state: 'SUCCEEDED' },
      { means: 'RECEIVABLE', amount_minor: '3000', state: 'SUCCEEDED' },
    ]);
    expect(await balances()).toEqual({
      ...{
        DISPUTED_RECEIVABLES: '0.00',
        PAYABLES_TO_COMPLAINANTS: '0.00',
        PROVIDER_CLEARING: '20.00',
        RECEIVABLES: '0.00',
      },
      ...{ SALES: '30.00', SALES_ALLOWANCES: '50.00' },
    });
    expect(await office.discrepancies()).toEqual([]);
  });

  it('are reduced on the day that the organisation has, which may be another than that of Greenwich', async () => {
    const night = new Date('2026-06-30T20:00:00.000Z');
    await registered('I-1', '30.00', { orderNumber: 'O-9' });
    await decide({ creditReceivables: true });
    const stores = { receivables: receivablesInMysql, booksSettings: booksSettingsInMysql, ledger: ledgerInMysql };
    const plan = crediting(() => Promise.resolve([]), {
      ...{ ...stores, calendar: tenantCalendarInMysql, clock: fixedClock(night.toISOString()) },
    });
    const amount = { amountMinor: 1_000n, currency: 'CNY' };
    const subject = { orderNumber: 'O-9', lineNumber: 1 };
    const parts = [{ part: 1, instrument: 'ALLOWANCE' as const, amount, payee: customer, subject, draws: [] }];
    await bench.database.transaction(office.tenant, async (tx) => {
      await tenantCalendarInMysql.adopt(tx, 'Asia/Shanghai', new Date(0));
      await plan(tx, aSettlement({ customerId: customer, parts, amount }));
    });
    const credits =
      "SELECT m.effective_on AS day FROM receivable_movement m WHERE m.tenant_id = :tenant AND m.kind = 'CREDIT'";
    expect(await office.rows(credits)).toEqual([{ day: '2026-07-01' }]);
  });

  it('are taken over once, however many tell of them at once', async () => {
    const rows = Array.from({ length: 20 }, (_, index) => row(`I-${String(index)}`, '1.00'));
    const answers = await Promise.all(Array.from({ length: 6 }, () => register(rows)));
    const told = answers.flatMap((answer) => answer.rows);
    expect(told.flatMap(({ userErrors }) => userErrors)).toEqual([]);
    expect(told.filter(({ existed }) => !existed)).toHaveLength(20);
    expect(await balances()).toEqual({ RECEIVABLES: '20.00', SALES: '20.00' });
  });

  it('age from the day on which they are due', async () => {
    await register([
      row('I-1', '1.00', { dueOn: '2026-12-01' }),
      row('I-2', '2.00', { dueOn: '2026-10-31' }),
      row('I-3', '4.00', { dueOn: '2026-10-01' }),
    ]);
    await register([
      row('I-4', '8.00', { dueOn: '2026-09-01' }),
      row('I-5', '16.00', { issuedOn: '2026-01-01', dueOn: '2026-08-01' }),
    ]);
    const query = `{ receivablesAging(currency: "CNY", asOf: "2026-11-30") { customerId open { amount } notDue { amount } upTo30Days { amount }
      upTo60Days { amount } upTo90Days { amount } over90Days { amount } } }`;
    expect((await office.ask<{ receivablesAging: unknown }>(query)).receivablesAging).toEqual([
      {
        ...{ customerId: toGlobalId('Customer', customer), open: { amount: '31.00' }, notDue: { amount: '1.00' } },
        ...{
          upTo30Days: { amount: '2.00' },
          upTo60Days: { amount: '4.00' },
          upTo90Days: { amount: '8.00' },
          over90Days: { amount: '16.00' },
        },
      },
    ]);
  });
});
