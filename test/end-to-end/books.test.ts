import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { eventually } from '@redress/testkit';
import type { Payload } from '../support/act';
import { BooksDesk, type Line } from '../support/books-desk';
import { camt053 } from '../support/camt-053';
import { exported, sha256Of } from '../support/exported';
import { startMovedSystem, type MovedSystem } from '../support/moved-system';
import { expectAccepted, foundOrganisation, type Organisation } from '../support/organisation';
import { Story } from '../support/story';

const MONTH = '2026-08';
const IBAN = 'DE89370400440532013000';
const codes = ({ userErrors }: Payload) => userErrors.map(({ code }) => code);

interface Promised {
  readonly orderNumber: string;
  readonly amount: string;
  readonly currency?: string;
  readonly product?: string;
  /** More about the order. */
  readonly order?: object;
}
interface Settled {
  readonly id: string;
  readonly number: string;
  readonly payouts: readonly {
    readonly id: string;
    readonly state: string;
    readonly providerReference: string | null;
  }[];
}
describe('the books of a month, from foreign money to a package that an auditor opens', () => {
  let system: MovedSystem;
  let organisation: Organisation;
  let desk: BooksDesk;
  let bank: string;
  let provider: string;
  let dollars: Settled;
  let paid: readonly Settled[];

  beforeAll(async () => {
    system = await startMovedSystem(`${MONTH}-10T02:00:00.000Z`);
    organisation = await foundOrganisation(system);
    desk = new BooksDesk(organisation, MONTH);
  }, 240_000);
  afterAll(() => system?.stop(), 60_000);

  /** An order whose whole price is given back, until finance has approved that. */
  async function approved({ orderNumber, amount, currency = 'CNY', product = 'kettle', order }: Promised) {
    const { people } = organisation;
    const money = { amount, currency };
    expectAccepted(
      await people.agent.act('registerPurchase', {
        ...{ orderNumber, placedAt: `${MONTH}-01T03:00:00.000Z`, currency },
        lines: [{ lineNumber: 1, description: 'Kettle', product, paid: money }],
        payments: [{ provider: 'simulator', reference: `PAY-${orderNumber}`, amount: money }],
        ...order,
      }),
    );
    const orderLine = { orderNumber, lineNumber: 1 };
    const story = await Story.begin(organisation, { orderLine, product });
    await story.investigated();
    const remedies = [{ kind: 'REFUND', orderLine, amount: money }];
    await story.step('handler', 'proposeResolution', { text: 'All of it back.', remedies });
    await story.approvedAndReplied('manager');
    await story.answered('ACCEPTED');
    const { id, version } = await story.released();
    expectAccepted(await people.finance.act('approveSettlement', { settlementId: id, expectedVersion: version }));
    return id;
  }
  /** From now on cases are handled in this unit. */
  async function handledBy(unitId: string): Promise<void> {
    const { admin } = organisation.people;
    expectAccepted(await admin.act('registerUnit', { code: unitId, kind: 'DEPARTMENT', label: unitId }));
    const { staffMembers } = await admin.read<{
      staffMembers: { nodes: { id: string; version: number; subject: string }[] };
    }>('{ staffMembers(first: 20) { nodes { id version subject } } }');
    const handler = staffMembers.nodes.find(({ subject }) => subject.startsWith('handler@'));
    const change = { staffMemberId: handler?.id, expectedVersion: handler?.version, unitId };
    expectAccepted(await admin.act('updateStaffMember', change));
  }
  const settled = (id: string): Promise<Settled> =>
    eventually(
      async () => {
        const { settlement } = await organisation.people.finance.read<{ settlement: Settled & { state: string } }>(
          'query S($id: ID!) { settlement(id: $id) { id number state payouts { id state providerReference } } }',
          { id },
        );
        if (settlement.state !== 'COMPLETED') throw new Error(`the settlement is ${settlement.state}`);
        return settlement;
      },
      { what: 'the settlement to be paid', timeoutMs: 60_000 },
    );
  const lineOf = async (text: string): Promise<Line> => {
    const found = (await desk.lines(bank)).find((line) => line.text.includes(text));
    if (found === undefined) throw new Error(`the statement has no line ${text}`);
    return found;
  };
  it('gives dollars back at the rate of their sale, and books apart what the day’s rate differs by', async () => {
    const { people } = organisation;
    expectAccepted(await people.manager.act('setBooksSetting', { expectedVersion: 0, baseCurrency: 'CNY' }));
    const rate = { currency: 'USD', validOn: `${MONTH}-05`, rate: '7.2' };
    expectAccepted(await people.finance.act('setExchangeRate', rate));
    const exchangeRate = { baseCurrency: 'CNY', rate: '7.0', on: `${MONTH}-01` };
    const id = await approved({ orderNumber: 'US-1', amount: '100.00', currency: 'USD', order: { exchangeRate } });
    dollars = await settled(id);
    expect(dollars.payouts).toMatchObject([{ state: 'SUCCEEDED' }]);
    expect(await desk.balances('currency: "USD"')).toEqual({
      PAYABLES_TO_COMPLAINANTS: '0.00',
      PROVIDER_CLEARING: '100.00',
      SALES_RETURNS: '100.00',
    });
    const base = await desk.balances('currency: "CNY", inBaseCurrency: true');
    expect(base).toMatchObject({
      PAYABLES_TO_COMPLAINANTS: '0.00',
      SALES_RETURNS: '700.00',
      EXCHANGE_DIFFERENCES: '20.00',
    });
    const { exchangeRates } = await people.auditor.read<{ exchangeRates: { nodes: object[] } }>(
      '{ exchangeRates(first: 5, currency: "USD") { nodes { rate validOn } } }',
    );
    expect(exchangeRates.nodes).toEqual([{ rate: '7.2', validOn: `${MONTH}-05` }]);
  }, 180_000);

  it('says what complaints cost, by department and product, and what is owed by age', async () => {
    const { people } = organisation;
    await handledBy('north');
    const north = await approved({ orderNumber: 'CN-1', amount: '30.00' });
    await handledBy('south');
    const south = [
      { orderNumber: 'CN-2', amount: '20.00' },
      { orderNumber: 'CN-3', amount: '15.00', product: 'mixer' },
    ];
    const ids = [north, ...(await Promise.all(south.map(approved)))];
    paid = await Promise.all(ids.map(settled));
    // Nothing was paid by card for the last one, so it goes the organisation's own way and waits for a person.
    expectAccepted(await people.manager.act('setPayoutRoute', { means: 'MANUAL' }));
    await approved({ orderNumber: 'CN-4', amount: '12.00', product: 'mixer', order: { payments: [] } });
    const cost = async (groupBy: string): Promise<Readonly<Record<string, string>>> => {
      const { costOfComplaints } = await people.auditor.read<{
        costOfComplaints: { value: string | null; cost: { amount: string } }[];
      }>(
        `query C($by: CostDimension!) { costOfComplaints(currency: "CNY", to: "${MONTH}-31", from: "${MONTH}-01", groupBy: $by) {
          value cost { amount } } }`,
        { by: groupBy },
      );
      return Object.fromEntries(costOfComplaints.map(({ value, cost: { amount } }) => [value ?? '', amount]));
    };
    expect(await cost('DEPARTMENT')).toEqual({ north: '30.00', south: '47.00' });
    expect(await cost('PRODUCT')).toEqual({ kettle: '50.00', mixer: '27.00' });
    expect(await cost('CAUSE')).toEqual({ 'product-quality': '77.00' });
    expect(await cost('INSTRUMENT')).toEqual({ REFUND: '77.00' });
    const { agedPayables } = await people.auditor.read<{
      agedPayables: { fromDays: number; settlements: number; amount: { amount: string } }[];
    }>(`{ agedPayables(asOf: "2026-09-02", currency: "CNY") { fromDays settlements amount { amount } } }`);
    const owed = agedPayables.filter(({ settlements }) => settlements > 0);
    expect(owed).toEqual([{ fromDays: expect.any(Number) as number, settlements: 1, amount: { amount: '12.00' } }]);
  }, 240_000);

  it('takes in the bank’s camt.053 file and the provider’s own list, and pairs one line with two payments', async () => {
    const { people } = organisation;
    const [first, second, third] = paid;
    bank = await desk.account({ name: 'Main account', identifier: IBAN, opening: '1000.00' });
    provider = await desk.account({ name: 'Provider', identifier: 'SIMULATOR-1', kind: 'PROVIDER', opening: '0' });
    const on = `${MONTH}-10`;
    const file = camt053({
      ...{ id: 'STM-2026-08', iban: IBAN, currency: 'CNY' },
      opening: { on: `${MONTH}-01`, amount: '1000.00' },
      closing: { on: `${MONTH}-31`, amount: '935.93' },
      bookings: [
        { amount: '50.00', way: 'DBIT', on, text: 'Refunds of the day' },
        { amount: '15.00', way: 'DBIT', on, text: `Refund ${third?.number ?? ''}` },
        { amount: '1.20', way: 'DBIT', on, text: 'Charge' },
        { amount: '1.20', way: 'DBIT', on, text: 'Charge' },
        { amount: '3.33', way: 'CRDT', on, text: 'From somebody' },
      ],
    });
    const content = Buffer.from(file).toString('base64');
    const input = { accountId: bank, format: 'CAMT_053', fileName: 'august.xml', content };
    expect(await desk.imported(input)).toMatchObject({ state: 'IMPORTED', linesNew: 5, linesKnown: 0, problems: [] });
    expect(await desk.imported(input)).toMatchObject({ state: 'IMPORTED', linesNew: 0, linesKnown: 5 });
    const list = await desk.imported({ accountId: provider, format: 'PROVIDER' });
    expect(list).toMatchObject({ state: 'IMPORTED', linesNew: 3 });
    for (const accountId of [bank, provider]) expectAccepted(await people.finance.act('matchStatement', { accountId }));
    await eventually(
      async () => {
        expect((await desk.lines(provider)).map(({ state }) => state)).toEqual(['MATCHED', 'MATCHED', 'MATCHED']);
        expect((await lineOf('Refund ')).match).toMatchObject({ kind: 'ONE_TO_ONE' });
        return true;
      },
      { what: 'the rules to have been tried', timeoutMs: 60_000 },
    );
    const charges = (await desk.lines(bank)).filter(({ text }) => text === 'Charge');
    expect(charges.map(({ occurrence }) => occurrence).sort()).toEqual([1, 2]);

    const paymentIds = [first, second].map((each) => each?.payouts[0]?.id);
    const whole = await lineOf('Refunds of the day');
    const claim = { accountId: bank, lineIds: [whole.id], paymentIds };
    expectAccepted(await people.finance.act('matchLines', claim));
    expect((await lineOf('Refunds of the day')).match).toMatchObject({ kind: 'ONE_TO_MANY' });
    const again = await people.finance.act('matchLines', {
      ...claim,
      lineIds: [charges[0]?.id],
      differenceTo: 'ROUNDING',
    });
    expect(codes(again)).toEqual(['FINANCE_PAYMENT_NOT_OPEN']);
    for (const { id, version } of charges) {
      const reason = 'Charge of the account.';
      expectAccepted(
        await people.finance.act('explainLine', {
          lineId: id,
          expectedVersion: version,
          account: 'PAYMENT_FEES',
          reason,
        }),
      );
    }
    expect(await desk.balances('currency: "CNY"')).toMatchObject({
      PROVIDER_CLEARING: '0.00',
      BANK: '-67.40',
      PAYMENT_FEES: '2.40',
    });
  }, 180_000);

  it('is not closed before everything that is open has a statement and an owner, and was seen', async () => {
    const { people } = organisation;
    await system.moveTo('2026-09-02T02:00:00.000Z');
    const open = await lineOf('From somebody');
    const before = await desk.findings();
    expect(before.filter(({ blocking }) => blocking)).toEqual([
      { check: 'STATEMENTS_MISSING', blocking: true, toAcknowledge: false, count: 1, ids: [provider] },
      { check: 'LINES_WITHOUT_OWNER', blocking: true, toAcknowledge: false, count: 1, ids: [open.id] },
    ]);
    const { version } = await desk.month();
    const closing = { period: MONTH, expectedVersion: version };
    const refused = await people.manager.act('closePeriod', closing);
    expect(refused.userErrors.map(({ code, details }) => [code, details?.allowed])).toEqual([
      ['FINANCE_PERIOD_STATEMENTS_MISSING', [provider]],
      ['FINANCE_PERIOD_LINES_WITHOUT_OWNER', [open.id]],
    ]);
    await desk.sign(provider);
    const owner = { lineId: open.id, owner: 'li', note: 'Who sent this?', expectedVersion: open.version };
    expectAccepted(await people.finance.act('assignUnexplained', owner));
    expect(await desk.findings()).toEqual([
      { check: 'RECONCILIATION_OPEN', blocking: false, toAcknowledge: true, count: 1, ids: [open.id] },
      { check: 'PAYABLES_OPEN', blocking: false, toAcknowledge: false, count: 1, ids: [expect.any(String)] },
    ]);
    expect(codes(await people.manager.act('closePeriod', closing))).toEqual(['FINANCE_PERIOD_UNACKNOWLEDGED']);
    const acknowledged = [{ check: 'RECONCILIATION_OPEN', count: 1 }];
    expectAccepted(await people.manager.act('closePeriod', { ...closing, acknowledged }));
    expect(await desk.month()).toMatchObject({ state: 'CLOSED' });
    expect(await desk.acts()).toMatchObject([{ kind: 'CLOSED', acknowledged }]);
    expect(await desk.verified()).toEqual({ equal: true, chainBrokenAt: null });
  }, 240_000);

  it('hands the month out as one archive in which ledger, trial balance and hashes agree', async () => {
    const archive = await exported(organisation.people.auditor, {
      ...{ kind: 'MONTH_END_PACKAGE', format: 'ZIP', bookedIn: MONTH },
    });
    const files = unzipSync(archive.content);
    const manifest = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array())) as {
      period: string;
      files: { file: string; rows: number; sha256: string }[];
    };
    expect(manifest.period).toBe(MONTH);
    expect(manifest.files.map(({ file }) => file).sort()).toEqual(
      Object.keys(files)
        .filter((name) => name !== 'manifest.json')
        .sort(),
    );
    for (const { file, sha256 } of manifest.files) expect(sha256Of(files[file] ?? '')).toBe(sha256);
    const table = (file: string): Record<string, string>[] =>
      parse(strFromU8(files[file] ?? new Uint8Array()), { columns: true, bom: true });
    const minor = (text: string | undefined) => BigInt((text ?? '').replace('.', ''));
    const totals = new Map<string, bigint>();
    for (const { entry = '', currency = '', side, amount } of table('ledger.csv')) {
      for (const key of [`${entry} ${currency}`, currency]) {
        totals.set(key, (totals.get(key) ?? 0n) + (side === 'DEBIT' ? minor(amount) : -minor(amount)));
      }
    }
    expect(totals.size).toBeGreaterThan(10);
    expect([...totals.values()].every((difference) => difference === 0n)).toBe(true);
    const inCny = await desk.balances(`currency: "CNY", period: "${MONTH}"`);
    const summed = new Map<string, bigint>();
    for (const row of table('trial-balance.csv').filter(({ currency }) => currency === 'CNY')) {
      summed.set(row['account'] ?? '', (summed.get(row['account'] ?? '') ?? 0n) + minor(row['closing']));
    }
    const absolute = (value: bigint) => (value < 0n ? -value : value);
    for (const [name, closing] of summed)
      expect([name, absolute(closing)]).toEqual([name, absolute(minor(inCny[name]))]);
    expect(table('open-items.csv').map(({ check, weight }) => [check, weight])).toEqual([
      ['RECONCILIATION_OPEN', 'ACKNOWLEDGED'],
      ['PAYABLES_OPEN', 'NOTED'],
    ]);
    expect(table('reconciliations.csv')).toHaveLength(1);
    expect(table('period-acts.csv').map(({ hash }) => hash)).toEqual([(await desk.month()).hash]);
  }, 240_000);

  it('is opened again by another person for a reason, corrected, and closed with another hash', async () => {
    const { people } = organisation;
    const closed = await desk.month();
    const opening = { period: MONTH, expectedVersion: closed.version, reason: 'The sender is known now.' };
    expect(codes(await people.manager.act('reopenPeriod', opening))).toEqual(['FINANCE_PERIOD_FOUR_EYES']);
    expectAccepted(await people.admin.act('reopenPeriod', opening));
    expect(await desk.month()).toMatchObject({ state: 'REOPENED' });
    const { id, version } = await lineOf('From somebody');
    const reason = 'Paid back by a customer.';
    expectAccepted(
      await people.finance.act('explainLine', {
        lineId: id,
        expectedVersion: version,
        account: 'UNKNOWN_RECEIPTS',
        reason,
      }),
    );
    expect(await desk.verified()).toMatchObject({ equal: false });
    expect(await desk.findings()).toMatchObject([{ check: 'PAYABLES_OPEN' }]);
    const { version: reopened } = await desk.month();
    expectAccepted(await people.manager.act('closePeriod', { period: MONTH, expectedVersion: reopened }));
    const again = await desk.month();
    expect(again).toMatchObject({ state: 'CLOSED' });
    expect(again.hash).not.toBe(closed.hash);
    const chain = await desk.acts();
    expect(chain.map(({ kind, reason: because }) => [kind, because])).toEqual([
      ['CLOSED', null],
      ['REOPENED', 'The sender is known now.'],
      ['CLOSED', null],
    ]);
    expect(chain.map(({ previousHash }) => previousHash)).toEqual([chain[1]?.hash, chain[2]?.hash, '0'.repeat(64)]);
    expect(await desk.verified()).toEqual({ equal: true, chainBrokenAt: null });
  }, 240_000);

  it('books what is corrected later in the month that is open, with the day that it is true for', async () => {
    const { people } = organisation;
    const { hash } = await desk.month();
    const charge = await lineOf('Charge');
    expectAccepted(
      await people.finance.act('unmatchLines', {
        ...{ matchId: charge.match?.id, expectedVersion: charge.match?.version, reason: 'Charged by mistake.' },
      }),
    );
    type Statement = { accountStatement: { nodes: { side: string; effectiveOn: string; period: string }[] } };
    const { accountStatement } = await people.auditor.read<Statement>(
      '{ accountStatement(first: 10, account: PAYMENT_FEES, currency: "CNY", period: "2026-09") { nodes { side effectiveOn period } } }',
    );
    expect(accountStatement.nodes).toEqual([{ side: 'CREDIT', effectiveOn: `${MONTH}-10`, period: '2026-09' }]);
    expect(await desk.month()).toMatchObject({ state: 'CLOSED', hash });
    expect(await desk.verified()).toEqual({ equal: true, chainBrokenAt: null });
  }, 180_000);

  it('gives the same journal as CSV, XLSX and JSON Lines, with the same totals', async () => {
    const { people } = organisation;
    const journal = { kind: 'JOURNAL', bookedIn: MONTH };
    const csv = await exported(people.finance, { ...journal, format: 'CSV' });
    const xlsx = await exported(people.finance, { ...journal, format: 'XLSX' });
    const jsonl = await exported(people.finance, { ...journal, format: 'JSONL' });
    const rows = Number(csv.rowsDone);
    expect(parse(csv.content, { bom: true })).toHaveLength(rows + 1);
    expect(jsonl.content.toString('utf8').trimEnd().split('\n')).toHaveLength(rows);
    const sheet = strFromU8(unzipSync(xlsx.content)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet.match(/<row[ >]/g)).toHaveLength(rows + 1);
    const totals = (jsonl.controlTotals.length > 0 && jsonl.controlTotals) || undefined;
    expect([csv.controlTotals, xlsx.controlTotals]).toEqual([totals, totals]);
    const [debit, credit] = ['DEBIT', 'CREDIT'].map((measure) =>
      csv.controlTotals.filter((total) => total.measure === measure).map(({ amount }) => amount),
    );
    expect(debit).toEqual(credit);
  }, 240_000);

  it('keeps a view of settlements, shows it to those it is shared with, exports by it, and lets its owner delete it', async () => {
    const { people } = organisation;
    type Saved = { view: { id: string; version: number } };
    const where = { currency: { eq: 'CNY' }, amount: { currency: 'CNY', from: '15.00' } };
    const { view } = expectAccepted(
      await people.finance.act<Saved>(
        'saveSettlementView',
        { name: 'large', where, orderBy: 'AMOUNT_DESC', columns: ['NUMBER', 'AMOUNT'], shared: true },
        'view { id version }',
      ),
    );
    const listed = async (person = people.auditor) =>
      (
        await person.read<{ settlements: { nodes: { amount: { amount: string } }[] } }>(
          'query V($view: ID!) { settlements(first: 10, view: $view) { nodes { amount { amount } } } }',
          { view: view.id },
        )
      ).settlements.nodes.map(({ amount }) => amount.amount);
    expect(await listed()).toEqual(['30.00', '20.00', '15.00']);
    const { settlementViews } = await people.auditor.read<{ settlementViews: object[] }>(
      '{ settlementViews { name shared own } }',
    );
    expect(settlementViews).toEqual([{ name: 'large', shared: true, own: false }]);
    const rows = (await exported(people.finance, { kind: 'SETTLEMENTS', view: view.id })).content;
    expect(
      parse(rows, { bom: true })
        .map(([, amount]: string[]) => amount)
        .slice(1),
    ).toHaveLength(3);
    const deletion = { viewId: view.id, expectedVersion: view.version };
    expect(codes(await people.auditor.act('deleteSettlementView', deletion))).toEqual(['FINANCE_VIEW_OF_ANOTHER']);
    expectAccepted(await people.finance.act('deleteSettlementView', deletion));
    expect(await people.auditor.read('{ settlementViews { name } }')).toEqual({ settlementViews: [] });
  }, 240_000);
});
