import { toGlobalId } from '@redress/graphql-runtime';
import { newId } from '@redress/kernel';
import { returnExceptionsInMysql } from '../returns/adapters/return-exception.repository-mysql';
import { tenantCalendarInMysql } from '../tenant-calendar/adapters/tenant-calendar-mysql';
import { csvLine, ReconciliationOffice } from '../reconciliation/testing/reconciliation-office';
import { BooksOffice, type Refused } from '../test-bench/books-office';
import { startFinance, type FinanceBench } from '../test-bench/finance-bench';

interface Found {
  readonly check: string;
  readonly blocking: boolean;
  readonly toAcknowledge: boolean;
  readonly count: number;
  readonly ids: readonly string[];
}
interface Closed extends Refused {
  readonly period: { readonly state: string } | null;
}

const MONTH = '2026-09';

describe('what is open when a month is closed', () => {
  let bench: FinanceBench;
  let office: BooksOffice;
  let statements: ReconciliationOffice;

  beforeAll(async () => {
    bench = await startFinance({ url: 'http://127.0.0.1:9' });
  });
  afterAll(() => bench.stop());
  beforeEach(() => {
    office = new BooksOffice(bench);
    statements = new ReconciliationOffice(office);
  });

  const found = async (period = MONTH): Promise<readonly Found[]> => {
    const { checkAccountingPeriod } = await office.ask<{ checkAccountingPeriod: readonly Found[] }>(
      'query ($p: String!) { checkAccountingPeriod(period: $p) { check blocking toAcknowledge count ids } }',
      { p: period },
    );
    return checkAccountingPeriod.filter(({ count }) => count > 0);
  };
  const close = (acknowledged?: readonly object[], expectedVersion = 0) =>
    office.act<Closed>('closePeriod', 'ClosePeriodInput', 'period { state }', {
      ...{ period: MONTH, expectedVersion },
      ...(acknowledged === undefined ? {} : { acknowledged }),
    });
  const refusals = ({ userErrors }: Refused) => userErrors.map(({ code, path }) => [code, ...(path ?? [])].join(' '));

  it('is refused without the statements of an account, until one reaches the end of the month', async () => {
    const { id } = await statements.openAccount();
    await statements.importCsv(id, [csvLine('2026-09-29', '-0.50', '')]);
    const blocked = await close();
    expect(blocked.userErrors).toMatchObject([
      { code: 'FINANCE_PERIOD_STATEMENTS_MISSING', details: { allowed: [id], limit: 1 } },
      { code: 'FINANCE_PERIOD_LINES_WITHOUT_OWNER' },
    ]);
    await statements.importCsv(id, [csvLine('2026-10-01', '-1.00', '')]);
    expect((await found()).map(({ check }) => check)).not.toContain('STATEMENTS_MISSING');
    expect(await found('2026-10')).toMatchObject([
      { check: 'STATEMENTS_MISSING', blocking: true, toAcknowledge: false, ids: [id] },
      { check: 'LINES_WITHOUT_OWNER', count: 2 },
    ]);
  });

  it('takes the signature of a reconciliation for the statement of an account on which nothing moved', async () => {
    const { id } = await statements.openAccount();
    expect(refusals(await close())).toEqual(['FINANCE_PERIOD_STATEMENTS_MISSING']);
    const { sha256 } = await statements.reconciliation(id, '2026-09-01', '2026-09-30');
    const signature = { accountId: id, from: '2026-09-01', to: '2026-09-30', sha256 };
    const sign = (span: object) =>
      statements.act<Refused>('signReconciliation', 'SignReconciliationInput', 'replayed', { ...signature, ...span });
    const ahead = await statements.reconciliation(id, '2099-09-01', '2099-09-30');
    expect(refusals(await sign({ from: '2099-09-01', to: '2099-09-30', sha256: ahead.sha256 }))).toEqual([
      'FINANCE_RECONCILIATION_NOT_OVER input to',
    ]);
    expect(refusals(await sign({}))).toEqual([]);
    expect(await close()).toMatchObject({ period: { state: 'CLOSED' }, userErrors: [] });
  });

  it('counts what was raised before the month was over in the organisation’s own zone, and nothing after', async () => {
    const raised = (matter: string, at: string) =>
      ({ kind: 'UNEXPECTED_GOODS', matter, quantity: 1n, owner: 'li', raisedAt: new Date(at) }) as const;
    await bench.database.transaction(office.tenant, async (tx) => {
      await tenantCalendarInMysql.adopt(tx, 'Asia/Shanghai', new Date(0));
      const [before, after] = [raised('a', '2026-09-30T15:59:00.000Z'), raised('b', '2026-09-30T16:01:00.000Z')];
      await returnExceptionsInMysql.raise(tx, [before, after]);
    });
    expect(await found()).toMatchObject([{ check: 'RETURN_EXCEPTIONS_OPEN', count: 1 }]);
    expect(await found('2026-10')).toMatchObject([{ check: 'RETURN_EXCEPTIONS_OPEN', count: 2 }]);
  });

  it('is refused while the bank says more than its lines come to', async () => {
    const { id } = await statements.openAccount();
    const closing = { balances: [{ kind: 'CLOSING', on: '2026-09-30', amount: '1000.50' }] };
    await statements.importCsv(id, [csvLine('2026-09-30', '0.30', '')], closing);
    const [line] = await statements.lines(id);
    await statements.act('assignUnexplained', 'AssignUnexplainedInput', 'owner', {
      ...{ lineId: line?.id, owner: 'li', expectedVersion: line?.version },
    });
    const seen = [{ check: 'RECONCILIATION_OPEN', count: 1 }];
    expect(refusals(await close(seen))).toEqual(['FINANCE_PERIOD_STATEMENTS_MISSING']);
    await statements.importCsv(id, [csvLine('2026-09-30', '0.30', ''), csvLine('2026-09-30', '0.20', '')]);
    const [, late] = await statements.lines(id);
    expect(refusals(await close(seen))).toEqual(['FINANCE_PERIOD_LINES_WITHOUT_OWNER']);
    expect(late?.state).toBe('OPEN');
  });

  it('is refused for lines that nobody was given, and closed with those that somebody looks after when they were seen', async () => {
    const { id } = await statements.openAccount();
    await statements.importCsv(id, [csvLine('2026-09-10', '-1.20', 'charge'), csvLine('2026-10-01', '-7.00', 'later')]);
    const line = (await statements.lines(id)).find(({ amount }) => amount.amount === '-1.20');
    const refused = await close([{ check: 'LINES_WITHOUT_OWNER', count: 9 }]);
    expect(refused.userErrors).toMatchObject([
      { code: 'FINANCE_PERIOD_LINES_WITHOUT_OWNER', details: { allowed: [line?.id], limit: 1 } },
    ]);
    await statements.act('assignUnexplained', 'AssignUnexplainedInput', 'owner', {
      ...{ lineId: line?.id, owner: 'li', expectedVersion: line?.version },
    });
    expect(await found()).toEqual([
      { check: 'RECONCILIATION_OPEN', blocking: false, toAcknowledge: true, count: 1, ids: [line?.id] },
    ]);
    const unacknowledged = 'FINANCE_PERIOD_UNACKNOWLEDGED input acknowledged RECONCILIATION_OPEN';
    expect(refusals(await close())).toEqual([unacknowledged]);
    expect(refusals(await close([{ check: 'RECONCILIATION_OPEN', count: 0 }]))).toEqual([unacknowledged]);
    expect(await close([{ check: 'RECONCILIATION_OPEN', count: 1 }])).toMatchObject({ period: { state: 'CLOSED' } });
    type Acts = { accountingPeriodActs: { nodes: { warnings: string[]; acknowledged: object[] }[] } };
    const acts = await office.ask<Acts>('{ accountingPeriodActs { nodes { warnings acknowledged { check count } } } }');
    expect(acts.accountingPeriodActs.nodes).toEqual([
      { warnings: ['RECONCILIATION_OPEN'], acknowledged: [{ check: 'RECONCILIATION_OPEN', count: 1 }] },
    ]);
  });

  it('counts payments that no statement shows like lines: given to nobody they block', async () => {
    const { id: accountId } = await statements.openAccount();
    const [paymentId, settlementId] = [newId(), newId()];
    await office.book('2026-09-10T08:00:00Z', 100, {
      ...{ kind: 'PAYMENT', sequence: 1, source: { kind: 'SETTLEMENT', id: settlementId } },
      postings: [
        { account: 'PAYABLES_TO_COMPLAINANTS', side: 'DEBIT', amountMinor: 100n },
        { account: 'PROVIDER_CLEARING', side: 'CREDIT', amountMinor: 100n },
      ],
    });
    await office.tamper(
      `INSERT INTO payment (tenant_id, id, settlement_id, sequence, provider, idempotency_key, reference, beneficiary,
         amount_minor, currency, state, attempts, misses)
       VALUES (:tenant, :id, :settlementId, 1, 'simulator', :id, 'r', 'b', 100, 'CNY', 'SUCCEEDED', 1, 0)`,
      { id: paymentId, settlementId },
    );
    await statements.importCsv(accountId, [csvLine('2026-10-01', '-7.00', 'later')]);
    const payment = toGlobalId('Payout', paymentId);
    expect((await close()).userErrors).toMatchObject([
      { code: 'FINANCE_PERIOD_PAYMENTS_WITHOUT_OWNER', details: { allowed: [payment] } },
    ]);
    await statements.act('assignUnexplained', 'AssignUnexplainedInput', 'owner', {
      ...{ accountId, paymentId: payment, owner: 'li', expectedVersion: 0 },
    });
    const [unseen] = (await found()).filter(({ check }) => check === 'PAYMENTS_UNSEEN');
    expect(unseen).toMatchObject({ blocking: false, toAcknowledge: true, ids: [payment] });
    expect(await close([{ check: 'PAYMENTS_UNSEEN', count: 1 }])).toMatchObject({ period: { state: 'CLOSED' } });
  });

  it('is acknowledged for exceptions that somebody looks after, and refused for money on the spot that nobody does', async () => {
    const [exception, later, payment] = [newId(), newId(), newId()];
    for (const [id, raisedAt] of [
      [exception, '2026-09-20T00:00:00Z'],
      [later, '2026-10-20T00:00:00Z'],
    ] as const) {
      await office.tamper(
        `INSERT INTO return_exception (tenant_id, id, kind, state, quantity, owner, raised_at, version)
         VALUES (:tenant, :id, 'OVER_RECEIPT', 'OPEN', 1, 'li', :raisedAt, 1)`,
        { id, raisedAt: new Date(raisedAt) },
      );
    }
    await office.tamper(
      `INSERT INTO on_the_spot_payment (tenant_id, id, complaint_id, customer_id, instrument, amount_minor, currency,
         outlet, paid_by, paid_at, over_minor, exception_reason, version)
       VALUES (:tenant, :id, :id, :id, 'GOODWILL', 100, 'CNY', 'north', 'li', '2026-09-20', 100, 'ABOVE_CEILING', 1)`,
      { id: payment },
    );
    const seen = [
      { check: 'RETURN_EXCEPTIONS_OPEN', count: 1 },
      { check: 'EXCEPTIONS_OPEN', count: 1 },
    ];
    expect((await close(seen)).userErrors).toMatchObject([
      {
        code: 'FINANCE_PERIOD_EXCEPTIONS_WITHOUT_OWNER',
        details: { allowed: [toGlobalId('OnTheSpotPayment', payment)] },
      },
    ]);
    await office.tamper("UPDATE on_the_spot_payment SET exception_owner = 'li' WHERE tenant_id = :tenant");
    expect(refusals(await close([{ check: 'EXCEPTIONS_OPEN', count: 1 }]))).toEqual([
      'FINANCE_PERIOD_UNACKNOWLEDGED input acknowledged RETURN_EXCEPTIONS_OPEN',
    ]);
    expect(await close(seen)).toMatchObject({ period: { state: 'CLOSED' } });
  });
});
