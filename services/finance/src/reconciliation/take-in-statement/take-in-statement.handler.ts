import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { newId, type Clock } from '@redress/kernel';
import type { Database } from '@redress/persistence';
import type { BankAccount } from '../model/bank-account.model';
import type { BankAccountRepository } from '../model/bank-account.repository';
import type { MatchingRunRepository } from '../model/matching-run.repository';
import { MOST_PROBLEMS, type ImportResult, type StatementImport } from '../model/statement-import.model';
import type {
  LeasedImport,
  PlacedLine,
  StatementImportRepository,
  StatementRepository,
} from '../model/statement-import.repository';
import type { StatementSource } from '../model/statement-source.client';
import {
  problem,
  type StatementBalance,
  type StatementItem,
  type StatementName,
  type StatementProblem,
} from '../model/statement.model';
import { readStatement } from '../read-statement/read-statement';
import { speaksAgainst } from './statement.rules';

export interface TakeInDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly accounts: BankAccountRepository;
  readonly imports: StatementImportRepository;
  readonly statements: StatementRepository;
  readonly runs: MatchingRunRepository;
  readonly sources: readonly StatementSource[];
  readonly leaseMs: number;
}

const LINES_AT_ONCE = 1_000;
/** Statements, or pages of them, in one file. */
const MOST_NAMES = 2_000;

/** What was read of a file, its lines apart. */
interface Reading {
  readonly problems: StatementProblem[];
  readonly balances: StatementBalance[];
  readonly named: Map<string, StatementName>;
  lines: number;
  skipped: number;
}

/**
 * Reads a delivery to its end, keeping its lines where nobody sees them, and then makes them part of the account's
 * statement in one transaction; or, when anything is wrong with it, takes in nothing and says what is wrong. Answers
 * `false` when another worker has it.
 */
export async function takeIn(leased: LeasedImport, dependencies: TakeInDependencies): Promise<boolean> {
  const { database, imports, accounts, sources } = dependencies;
  const reader = database.reader(leased.tenantId);
  const found = await imports.find(reader, leased.importId);
  const account = found && (await accounts.find(reader, found.accountId));
  if (found === undefined || account === undefined) throw new Error(`import ${leased.importId} has no account`);
  await imports.clear(leased, 'lines');
  const digest = createHash('sha256');
  const reading: Reading = { problems: [], balances: [...found.balances], named: new Map(), lines: 0, skipped: 0 };
  const source = sources.find(({ provider }) => provider === account.provider);
  const items =
    found.format === 'PROVIDER'
      ? (source?.items(leased.tenantId, account) ?? unavailable(account.provider))
      : itemsOf(hashed(imports.content(leased), digest), found, account);
  if (!(await readAll(items, account, reading, leased, dependencies))) return false;
  const sha256 = digest.digest('hex');
  const readToTheEnd = reading.problems.length < MOST_PROBLEMS;
  if (readToTheEnd && found.sha256 !== undefined && found.sha256 !== sha256) {
    reading.problems.unshift({
      code: 'FINANCE_STATEMENT_DIGEST_DIFFERS',
      facts: { expected: found.sha256, found: sha256 },
    });
  }
  const done = await record(leased, found, sha256, reading, dependencies);
  if (done) await imports.clear(leased, 'everything');
  return done;
}

function itemsOf(
  bytes: AsyncIterable<Buffer>,
  { format, compression, statement }: StatementImport,
  account: BankAccount,
) {
  return readStatement({
    format: format === 'CSV' ? 'CSV' : 'CAMT_053',
    ...{ compression, bytes, currency: account.currency },
    ...(account.mapping === undefined ? {} : { mapping: account.mapping }),
    ...(statement === undefined ? {} : { statement }),
  });
}

function unavailable(provider: string): AsyncIterable<StatementItem> {
  return Readable.from([problem('FINANCE_STATEMENT_SOURCE_UNAVAILABLE', undefined, { provider })]);
}

async function* hashed(bytes: AsyncIterable<Buffer>, digest: ReturnType<typeof createHash>): AsyncGenerator<Buffer> {
  for await (const chunk of bytes) {
    digest.update(chunk);
    yield chunk;
  }
}

/** Reads on after a problem, so that one attempt shows them all, but keeps no more lines. */
async function readAll(
  items: AsyncIterable<StatementItem>,
  account: BankAccount,
  reading: Reading,
  leased: LeasedImport,
  { imports, leaseMs }: TakeInDependencies,
): Promise<boolean> {
  let batch: PlacedLine[] = [];
  for await (const item of items) {
    const against = speaksAgainst(item, account);
    if (against !== undefined) reading.problems.push(against);
    else if (item.kind === 'BALANCE') note(reading, item.balance.statement, item.balance);
    else if (item.kind === 'SKIPPED') reading.skipped += 1;
    else if (item.kind === 'LINE') {
      note(reading, item.line.statement);
      reading.lines += 1;
      if (reading.problems.length === 0) batch.push({ position: reading.lines, line: item.line });
    }
    if (reading.problems.length >= MOST_PROBLEMS) return true;
    if (batch.length < LINES_AT_ONCE) continue;
    if (!(await imports.stage(leased, batch, leaseMs))) return false;
    batch = [];
  }
  return imports.stage(leased, batch, leaseMs);
}

function note(reading: Reading, statement: StatementName | undefined, balance?: StatementBalance): void {
  if (balance !== undefined) reading.balances.push(balance);
  if (statement === undefined) return;
  reading.named.set(`${statement.name}\n${statement.part}`, statement);
  if (reading.named.size > MOST_NAMES) {
    reading.problems.push({ code: 'FINANCE_STATEMENT_TOO_LARGE', facts: { limit: MOST_NAMES } });
  }
}

function record(
  leased: LeasedImport,
  found: StatementImport,
  sha256: string,
  reading: Reading,
  { database, clock, accounts, imports, statements, runs }: TakeInDependencies,
): Promise<boolean> {
  return database.transaction(leased.tenantId, async (tx) => {
    const account = await accounts.lock(tx, found.accountId);
    if (account === undefined || !(await imports.stillHeld(tx, leased))) return false;
    const named = [...reading.named.values()];
    const problems = [...reading.problems];
    if (problems.length === 0) problems.push(...(await statements.contradictions(tx, account, found.id, named)));
    const at = clock.now();
    const none = { linesNew: 0, linesKnown: 0 };
    const counts = problems.length > 0 ? none : await statements.publish(tx, account, found.id);
    const result: ImportResult = {
      ...counts,
      linesSkipped: reading.skipped,
      problems: problems.slice(0, MOST_PROBLEMS),
      sha256,
    };
    await imports.finish(tx, found.id, result, at);
    if (problems.length > 0) return true;
    await statements.addNames(tx, account.id, found.id, named);
    await statements.addBalances(tx, account.id, reading.balances);
    if (counts.linesNew > 0) {
      await runs.request(tx, { id: newId(), accountId: account.id, requestedBy: found.createdBy, requestedAt: at });
    }
    return true;
  });
}
