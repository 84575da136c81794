import { fromGlobalId } from '@redress/graphql-runtime';
import { newId } from '@redress/kernel';
import { startFinance, type FinanceBench } from '../test-bench/finance-bench';
import { FinanceOffice, type SettlementSeen } from '../test-bench/finance-office';
import { startSimulator, type SimulatorProcess } from '../test-bench/simulator-process';
import { camtEntry, camtFile } from './testing/camt-file';
import { csvLine, ReconciliationOffice, type LineSeen, type Refusals } from './testing/reconciliation-office';

type MatchPayload = Refusals & { match: { id: string; version: number; kind: string } | null; replayed: boolean };
type LinePayload = Refusals & { line: LineSeen | null; replayed: boolean };

describe('reconciling statements through the graph', () => {
  let simulator: SimulatorProcess;
  let bench: FinanceBench;
  beforeAll(async () => {
    simulator = await startSimulator();
    bench = await startFinance(simulator);
  });
  afterAll(async () => {
    await bench.stop();
    await simulator.stop();
  });

  const desk = () => new ReconciliationOffice(new FinanceOffice(bench));

  /** A payout that went through the provider. */
  async function paid(statements: ReconciliationOffice, minor: number): Promise<SettlementSeen> {
    const { office } = statements;
    const { fakeCase, settlement } = await office.released(minor, await office.order('1000.00'));
    await office.approve(settlement);
    const [completed] = await office.settled(fakeCase, 1, 'COMPLETED');
    if (completed === undefined) throw new Error('nothing was paid');
    return completed;
  }
  const dayFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const today = () => dayFromNow(0);
  /** A stretch in which lies what is paid now. */
  const lately = () => [dayFromNow(-30), dayFromNow(1)] as const;
  const codesOf = ({ userErrors }: Refusals) => userErrors.map(({ code }) => code);

  it('links a payout with the line that shows it, and settles clearing against the bank', async () => {
    const statements = desk();
    const { id } = await statements.openAccount();
    const settlement = await paid(statements, 2_500);
    expect(await statements.balances()).toMatchObject({ PROVIDER_CLEARING: '2500' });
    const day = today();
    const age = () => (Date.parse(today()) - Date.parse(day)) / 86_400_000;
    const imported = await statements.importCsv(id, [
      csvLine(day, '-25.00', settlement.number),
      csvLine(day, '-1.20', '', 'monthly charge'),
    ]);
    expect(imported).toMatchObject({ state: 'IMPORTED', linesNew: 2, linesKnown: 0, problems: [] });
    await statements.match(id);
    const before = age();
    const [matched, open] = [...(await statements.lines(id))].sort((a, b) => (a.state < b.state ? -1 : 1));
    expect(matched).toMatchObject({
      state: 'MATCHED',
      match: { kind: 'ONE_TO_ONE', payments: [{ number: settlement.number }], undoneBy: null },
    });
    expect(open).toMatchObject({ state: 'OPEN', owner: 'chief', match: null });
    // The day may have ended since; then it is a day old.
    expect([before, age()]).toContain(open?.ageDays);
    expect(await statements.balances()).toMatchObject({ PROVIDER_CLEARING: '0', BANK: '-2500' });
    const report = await statements.reconciliation(id, ...lately());
    expect(report).toMatchObject({
      opening: { minorUnits: '100000' },
      moved: { minorUnits: '-2500' },
      unexplained: { minorUnits: '-120' },
      closing: { minorUnits: '97380' },
      closingDeclared: false,
      openLines: { count: 1 },
      unseen: { count: 0 },
    });
    expect(await statements.office.discrepancies()).toEqual([]);
  });

  it('explains a charge, undoes that, and keeps who did what on record', async () => {
    const statements = desk();
    const { id } = await statements.openAccount();
    await statements.importCsv(id, [csvLine('2026-03-02', '-1.20', '', 'charge')]);
    const [line] = await statements.lines(id);
    const explain = {
      lineId: line?.id,
      expectedVersion: line?.version,
      account: 'PAYMENT_FEES',
      reason: 'charge of March',
    };
    const explained = await statements.act<LinePayload>(
      'explainLine',
      'ExplainLineInput',
      'line { id state match { id version kind } }',
      explain,
    );
    expect(explained.line).toMatchObject({ state: 'EXPLAINED', match: { kind: 'EXPLANATION' } });
    expect(await statements.balances()).toMatchObject({ PAYMENT_FEES: '120', BANK: '-120' });
    const again = await statements.act<LinePayload>('explainLine', 'ExplainLineInput', 'line { id }', explain);
    expect(codesOf(again)).toEqual(['FINANCE_LINE_NOT_OPEN']);
    const match = explained.line?.match;
    const undo = { matchId: match?.id, expectedVersion: match?.version, reason: 'it was a refund' };
    const undone = await statements.act<MatchPayload>(
      'unmatchLines',
      'UnmatchLinesInput',
      'match { id version kind undoneBy undoneBecause }',
      undo,
    );
    expect(undone.match).toMatchObject({ undoneBy: 'clerk', undoneBecause: 'it was a refund', version: 2 });
    expect(await statements.balances()).toMatchObject({ PAYMENT_FEES: '0', BANK: '0' });
    expect((await statements.lines(id))[0]).toMatchObject({ state: 'OPEN', match: null });
    const days = await bench.database.system.query<{ day: string }>(
      'SELECT e.effective_on AS day FROM journal_entry e WHERE e.tenant_id = :tenant',
      { tenant: statements.office.tenant },
    );
    expect(days.map(({ day }) => day)).toEqual(['2026-03-02', '2026-03-02']);
    const twice = await statements.act<MatchPayload>('unmatchLines', 'UnmatchLinesInput', 'match { id }', undo);
    expect(codesOf(twice)).toEqual(['FINANCE_MATCH_ALREADY_UNDONE']);
  });

  it('lesson 44: one bank line, many payouts: matching links what was paid and never pays again', async () => {
    const statements = desk();
    const { id } = await statements.openAccount();
    const [one, two] = [await paid(statements, 1_000), await paid(statements, 500)];
    const before = await simulator.records();
    await statements.importCsv(id, [csvLine(today(), '-15.00', '', `payout ${one.number} ${two.number}`)]);
    await statements.match(id);
    const [line] = await statements.lines(id);
    expect(line?.match?.kind).toBe('ONE_TO_MANY');
    expect(line?.match?.payments.map(({ number }) => number).sort()).toEqual([one.number, two.number].sort());
    await statements.match(id);
    expect(await simulator.records()).toEqual(before);
    expect(await statements.balances()).toMatchObject({ PROVIDER_CLEARING: '0', BANK: '-1500' });
  });

  it('lesson 45: matches by hand only what is open, of the statement’s currency, and within the tolerance of a rule', async () => {
    const statements = desk();
    const { id } = await statements.openAccount();
    const dollars = await statements.openAccount({ currency: 'USD', identifier: 'US00000001' });
    await paid(statements, 1_000);
    await statements.importCsv(id, [csvLine(today(), '-10.01', '')]);
    await statements.importCsv(dollars.id, [csvLine(today(), '-10.00', '')]);
    const query =
      'query ($id: ID!) { unseenPayments(accountId: $id) { nodes { id amount { amount currency } owner } } }';
    type Data = { unseenPayments: { nodes: { id: string; owner: string }[] } };
    const { data } = await bench.ask<Data>(statements.person, query, { id });
    const [payment] = data.unseenPayments.nodes;
    expect(payment).toMatchObject({ owner: 'chief', amount: { amount: '10.00', currency: 'CNY' } });
    const tryMatch = (accountId: string, lineId: string | undefined, more: object = {}) =>
      statements.act<MatchPayload>(
        'matchLines',
        'MatchLinesInput',
        'match { id version kind difference { amount } differenceTo }',
        {
          ...{ accountId, lineIds: [lineId], paymentIds: [payment?.id], ...more },
        },
      );
    const [foreign] = await statements.lines(dollars.id);
    expect(codesOf(await tryMatch(dollars.id, foreign?.id))).toEqual(['FINANCE_MATCH_OTHER_CURRENCY']);
    const [line] = await statements.lines(id);
    expect(codesOf(await tryMatch(id, foreign?.id))).toEqual(['NOT_FOUND']);
    const differenceTo = 'ROUNDING';
    expect(codesOf(await tryMatch(id, line?.id, { differenceTo }))).toEqual(['FINANCE_MATCH_DIFFERS']);
    const rules = [{ name: 'cent', kind: 'ONE_TO_ONE', basis: 'REFERENCE', tolerance: '0.02', differenceTo }];
    const change = { accountId: id, expectedVersion: 1, rules };
    await statements.act(
      'changeBankAccount',
      'ChangeBankAccountInput',
      'bankAccount { id }',
      change,
      statements.office.as('manager'),
    );
    expect(codesOf(await tryMatch(id, line?.id))).toEqual(['FINANCE_MATCH_DIFFERS']);
    const matched = await tryMatch(id, line?.id, { differenceTo });
    expect(matched.match).toMatchObject({ difference: { amount: '0.01' }, differenceTo });
    expect(await statements.balances()).toMatchObject({ PROVIDER_CLEARING: '0', BANK: '-1001', ROUNDING: '1' });
    expect(codesOf(await tryMatch(id, line?.id, { differenceTo }))).toEqual(['FINANCE_LINE_NOT_OPEN']);
  });

  it('shows what the provider says it paid, and which payouts it does not show, without moving money', async () => {
    const statements = desk();
    const provider = await statements.openAccount({
      kind: 'PROVIDER',
      identifier: 'PSP-1',
      mapping: null,
      opening: '0',
    });
    const settlement = await paid(statements, 700);
    expect(await statements.reconciliation(provider.id, ...lately())).toMatchObject({ unseen: { count: 1 } });
    const fetched = await statements.importStatement({ accountId: provider.id, format: 'PROVIDER' });
    expect(fetched.statementImport).toMatchObject({ linesNew: 1 });
    await statements.match(provider.id);
    const [line] = await statements.lines(provider.id);
    expect(line).toMatchObject({ state: 'MATCHED', amount: { amount: '-7.00' } });
    expect(await statements.reconciliation(provider.id, ...lately())).toMatchObject({ unseen: { count: 0 } });
    expect(line?.match?.payments).toEqual([expect.objectContaining({ number: settlement.number })]);
    expect(await statements.balances()).toMatchObject({ PROVIDER_CLEARING: '700' });
  });

  it('lesson 29: settles a payment of which nobody knew what became by the line that shows it, and by nothing less', async () => {
    const statements = desk();
    const { office } = statements;
    const { id } = await statements.openAccount();
    await simulator.behave({ mode: 'NO_ANSWER', match: { amountMinor: '1313' } });
    await simulator.behave({ mode: 'ERROR_BEFORE', operation: 'QUERY' });
    const { fakeCase, settlement } = await office.released(1_313, await office.order('1000.00'));
    await office.approve(settlement);
    const [paying] = await office.settled(fakeCase, 1, 'PAYING');
    const key = fromGlobalId('Settlement', paying?.id) ?? '';
    await statements.importCsv(id, [csvLine(today(), '-13.12', key), csvLine(today(), '-13.13', settlement.number)]);
    await statements.match(id);
    expect((await office.settlementsOf(fakeCase))[0]).toMatchObject({ state: 'PAYING' });
    const bare = key.replaceAll('-', '').toUpperCase();
    await statements.importCsv(id, [csvLine('2026-01-02', '-13.13', bare)], { statementName: 'late' });
    const [completed] = await office.settled(fakeCase, 1, 'COMPLETED');
    expect(completed?.payment?.providerReference).toMatch(/^statement:/);
    await simulator.behaveNormally();
    expect((await simulator.records()).filter(({ key: each }) => each === key)).toHaveLength(1);
    expect(await office.discrepancies()).toEqual([]);
  });

  it('takes a camt.053 statement of the account, once, and none of another account', async () => {
    const statements = desk();
    const iban = 'DE89370400440532013000';
    const { id } = await statements.openAccount({
      identifier: 'DE89 3704 0044 0532 0130 00',
      currency: 'EUR',
      mapping: null,
    });
    const entries = [
      camtEntry({ amount: '100.00', day: '2026-03-02' }),
      camtEntry({ amount: '100.00', day: '2026-03-02' }),
    ];
    const content = (changes: object) =>
      Buffer.from(camtFile({ opening: '1000.00', closing: '800.00', iban, entries, ...changes })).toString('base64');
    const take = async (changes: object) =>
      (await statements.importStatement({ accountId: id, format: 'CAMT_053', content: content(changes) }))
        .statementImport;
    expect(await take({})).toMatchObject({ state: 'IMPORTED', linesNew: 2 });
    expect(await take({ entries: [...entries].reverse() })).toMatchObject({
      state: 'IMPORTED',
      linesNew: 0,
      linesKnown: 2,
    });
    expect(await take({ iban: 'DE00000000000000000000' })).toMatchObject({
      state: 'REFUSED',
      problems: [{ code: 'FINANCE_STATEMENT_OTHER_ACCOUNT' }],
    });
    expect(await statements.reconciliation(id, '2026-03-02', '2026-03-02')).toMatchObject({
      ...{ opening: { minorUnits: '100000' }, unexplained: { minorUnits: '-20000' }, closing: { minorUnits: '80000' } },
      ...{ closingDeclared: true, notDelivered: { minorUnits: '0' } },
    });
  });

  it('says which line to mend, in the reader’s language, and takes nothing in', async () => {
    const statements = desk();
    const { id } = await statements.openAccount();
    const refused = await statements.importCsv(id, [csvLine(today(), '-1.00', ''), csvLine('5 March', '-1.00', '')]);
    expect(refused).toMatchObject({
      state: 'REFUSED',
      problems: [{ code: 'FINANCE_STATEMENT_VALUE_UNREADABLE', line: 3 }],
    });
    expect(refused.problems[0]?.message).toBe('Line 3: Day cannot be read; YYYY-MM-DD was expected.');
    expect(await statements.lines(id)).toEqual([]);
  });

  it('takes a file in parts, in any order, when all of it is there', async () => {
    const statements = desk();
    const { id } = await statements.openAccount();
    const whole = Buffer.from(['Day;Amount;Reference;Text', csvLine(today(), '-1.00', 'R-100001'), ''].join('\n'));
    type Payload = Refusals & { statementImport: { id: string; state: string } | null };
    const begun = await statements.act<Payload>(
      'beginStatementImport',
      'BeginStatementImportInput',
      'statementImport { id state }',
      { accountId: id, format: 'CSV' },
    );
    const importId = begun.statementImport?.id ?? '';
    const part = (sequence: number, content: Buffer) =>
      statements.act<Payload>('addStatementPart', 'AddStatementPartInput', 'statementImport { id state }', {
        importId,
        sequence,
        content: content.toString('base64'),
      });
    const finish = (parts: number) =>
      statements.act<Payload>('finishStatementImport', 'FinishStatementImportInput', 'statementImport { id state }', {
        importId,
        parts,
      });
    await part(2, whole.subarray(20));
    expect(codesOf(await finish(2))).toEqual(['INPUT_INVALID']);
    await part(1, whole.subarray(0, 20));
    await part(1, whole.subarray(0, 20));
    expect(codesOf(await part(1, whole.subarray(0, 21)))).toEqual(['INPUT_INVALID']);
    expect(codesOf(await finish(2))).toEqual([]);
    expect(await statements.imported(importId)).toMatchObject({ state: 'IMPORTED', linesNew: 1 });
    expect(codesOf(await part(3, whole))).toEqual(['FINANCE_STATEMENT_IMPORT_NOT_OPEN']);
  });

  it('signs what was seen, and refuses to sign what changed meanwhile', async () => {
    const statements = desk();
    const { id } = await statements.openAccount();
    const [first, second] = [csvLine('2026-03-01', '-1.00', ''), csvLine('2026-03-02', '5.00', '')];
    await statements.importCsv(id, [first]);
    const seen = await statements.reconciliation(id, '2026-03-01', '2026-03-31');
    await statements.importCsv(id, [second]);
    const sign = (sha256: string) =>
      statements.act<Refusals>(
        'signReconciliation',
        'SignReconciliationInput',
        'reconciliation { closing { amount } }',
        {
          ...{ accountId: id, from: '2026-03-01', to: '2026-03-31', sha256 },
        },
      );
    expect(codesOf(await sign(seen.sha256))).toEqual(['FINANCE_STATEMENT_CHANGED']);
    const now = await statements.reconciliation(id, '2026-03-01', '2026-03-31');
    expect(codesOf(await sign(now.sha256))).toEqual([]);
    const { signatures } = await statements.reconciliation(id, '2026-03-01', '2026-03-31');
    expect(signatures).toEqual([{ sha256: now.sha256, signedBy: 'clerk' }]);
    // From before the account's first day, as it was shown from that day on.
    const early = { accountId: id, from: '2025-12-01', to: '2026-03-31' };
    const { sha256 } = await statements.reconciliation(id, early.from, early.to);
    const signed = ['signReconciliation', 'SignReconciliationInput', 'reconciliation { from }'] as const;
    const whole = await statements.act<Refusals>(...signed, { ...early, sha256 });
    expect(whole).toMatchObject({ reconciliation: { from: '2026-01-01' }, userErrors: [] });
  });

  it('names what the bank has not delivered: the closing balance says more than the lines', async () => {
    const statements = desk();
    const { id } = await statements.openAccount();
    const balances = [{ kind: 'CLOSING', on: '2026-03-31', amount: '990.00' }];
    await statements.importCsv(id, [csvLine('2026-03-02', '-4.00', '')], { balances });
    expect(await statements.reconciliation(id, '2026-03-01', '2026-03-31')).toMatchObject({
      opening: { minorUnits: '100000' },
      moved: { minorUnits: '0' },
      unexplained: { minorUnits: '-1000' },
      notDelivered: { minorUnits: '-600' },
      closing: { minorUnits: '99000' },
      closingDeclared: true,
      ages: [
        { days: '0-7', count: 0 },
        { days: '8-30', count: 1 },
        { days: '31-90', count: 0 },
        { days: '91+', count: 0 },
      ],
    });
  });

  it('gives an open line to somebody, who then owns it', async () => {
    const statements = desk();
    const { id } = await statements.openAccount();
    await statements.importCsv(id, [csvLine('2026-03-02', '-4.00', '')]);
    const [line] = await statements.lines(id);
    const assign = { lineId: line?.id, owner: 'ana', note: 'ask the bank', expectedVersion: 1 };
    const done = await statements.act<Refusals>('assignUnexplained', 'AssignUnexplainedInput', 'owner', assign);
    expect(done).toMatchObject({ owner: 'ana', userErrors: [] });
    expect((await statements.lines(id, { assignedTo: { eq: 'ana' } }))[0]).toMatchObject({ owner: 'ana', version: 2 });
    const late = await statements.act<Refusals>('assignUnexplained', 'AssignUnexplainedInput', 'owner', assign);
    expect(codesOf(late)).toEqual(['VERSION_CONFLICT']);
  });

  it('is begun once for a number, however many people open its account at once', async () => {
    const statements = desk();
    const input = {
      ...{ name: 'main', identifier: 'CN 6222 0001', currency: 'CNY', openingOn: '2026-01-01', responsible: 'chief' },
    };
    const open = () =>
      statements.act<Refusals & { bankAccount: { id: string } | null }>(
        ...(['openBankAccount', 'OpenBankAccountInput', 'bankAccount { id }', input] as const),
        statements.office.as('admin'),
      );
    const answers = await Promise.all(Array.from({ length: 6 }, open));
    expect(answers.filter(({ bankAccount }) => bankAccount !== null)).toHaveLength(1);
    expect(answers.flatMap(codesOf)).toEqual(Array(5).fill('FINANCE_BANK_ACCOUNT_EXISTS'));
  });

  it('gives a payment that no statement shows to one of several people who are named for it at once', async () => {
    const statements = desk();
    const { id: accountId } = await statements.openAccount();
    await paid(statements, 900);
    const query = 'query ($id: ID!) { unseenPayments(accountId: $id) { nodes { id } } }';
    type Data = { unseenPayments: { nodes: { id: string }[] } };
    const { data } = await bench.ask<Data>(statements.person, query, { id: accountId });
    const paymentId = data.unseenPayments.nodes[0]?.id;
    const answers = await Promise.all(
      ['ana', 'bo', 'chen', 'dora'].map((owner) => {
        const assign = { accountId, paymentId, owner, expectedVersion: 0 };
        return statements.act<Refusals>('assignUnexplained', 'AssignUnexplainedInput', 'owner', assign);
      }),
    );
    expect(answers.flatMap(codesOf)).toEqual(Array(3).fill('VERSION_CONFLICT'));
  });

  it('finds nothing of another organisation in any mutation', async () => {
    const [mine, theirs] = [desk(), desk()];
    const { id: accountId } = await mine.openAccount();
    const { id: importId } = await mine.importCsv(accountId, [csvLine('2026-03-02', '-4.00', '')]);
    const [line] = await mine.lines(accountId);
    const lineId = line?.id;
    const content = Buffer.from('x').toString('base64');
    const manager = theirs.office.as('manager');
    const attempts: readonly (readonly [string, string, string, object])[] = [
      [
        'changeBankAccount',
        'ChangeBankAccountInput',
        'bankAccount { id }',
        { accountId, expectedVersion: 1, name: 'x' },
      ],
      ['beginStatementImport', 'BeginStatementImportInput', 'statementImport { id }', { accountId, format: 'CSV' }],
      ['addStatementPart', 'AddStatementPartInput', 'statementImport { id }', { importId, sequence: 1, content }],
      ['finishStatementImport', 'FinishStatementImportInput', 'statementImport { id }', { importId, parts: 1 }],
      ['matchStatement', 'MatchStatementInput', 'matchingRun { id }', { accountId }],
      ['matchLines', 'MatchLinesInput', 'match { id }', { accountId, lineIds: [lineId], paymentIds: [lineId] }],
      [
        ...(['explainLine', 'ExplainLineInput', 'line { id }'] as const),
        { lineId, expectedVersion: 1, account: 'INTEREST', reason: 'x' },
      ],
      ['writeOffLine', 'WriteOffLineInput', 'line { id }', { lineId, expectedVersion: 1, reason: 'x' }],
      ['assignUnexplained', 'AssignUnexplainedInput', 'owner', { lineId, owner: 'x', expectedVersion: 1 }],
      [
        ...(['signReconciliation', 'SignReconciliationInput', 'reconciliation { sha256 }'] as const),
        { accountId, from: '2026-03-01', to: '2026-03-31', sha256: 'x' },
      ],
    ];
    for (const [name, type, selection, input] of attempts) {
      expect([name, codesOf(await theirs.act<Refusals>(name, type, selection, input, manager))]).toEqual([
        name,
        ['NOT_FOUND'],
      ]);
    }
    expect(await mine.lines(accountId)).toEqual([line]);
  });

  it('is for finance: others are forbidden, another organisation finds nothing, a replay changes nothing', async () => {
    const statements = desk();
    const { id } = await statements.openAccount();
    const stranger = desk();
    expect(await stranger.lines(id)).toEqual([]);
    const query =
      'query ($id: ID!) { bankAccount(id: $id) { id } reconciliation(accountId: $id, from: "2026-01-01", to: "2026-01-31") { sha256 } }';
    const { data } = await bench.ask(stranger.person, query, { id });
    expect(data).toEqual({ bankAccount: null, reconciliation: null });
    const agent = statements.office.as('agent');
    const forbidden = await bench.ask(agent, query, { id });
    expect(forbidden.codes).toContain('FORBIDDEN');
    const content = Buffer.from('Day;Amount;Reference;Text\n').toString('base64');
    const input = { accountId: id, format: 'CSV', content, idempotencyKey: newId() };
    const theirs = await stranger.importStatement(input);
    expect(codesOf(theirs)).toEqual(['NOT_FOUND']);
    const [one, two] = [await statements.importStatement(input), await statements.importStatement(input)];
    expect([one.replayed, two.replayed, two.statementImport?.id]).toEqual([false, true, one.statementImport?.id]);
  });
});
