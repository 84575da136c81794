import { join } from 'node:path';
import { newId, systemClock } from '@redress/kernel';
import { messagingMigrations } from '@redress/messaging';
import { migrate, openDatabase, persistenceMigrations, type Database } from '@redress/persistence';
import { migratedDatabase } from '@redress/testkit';
import { bankAccountsInMysql } from '../adapters/bank-account.repository-mysql';
import { matchingRunsInMysql } from '../adapters/matching-run.repository-mysql';
import { statementImportsInMysql } from '../adapters/statement-import.repository-mysql';
import { statementsInMysql } from '../adapters/statement.repository-mysql';
import type { BankAccount } from '../model/bank-account.model';
import type { CsvMapping } from '../model/csv-mapping.model';
import { DEFAULT_RULES } from '../model/matching-rule.model';
import type { StatementSource } from '../model/statement-source.client';
import type { StatementName, StatementProblem } from '../model/statement.model';
import { takeIn, type TakeInDependencies } from '../take-in-statement/take-in-statement.handler';

/** A plain export with a semicolon, points and ISO days. */
export const PLAIN_MAPPING: CsvMapping = {
  encoding: 'UTF_8',
  delimiter: ';',
  decimalSeparator: '.',
  dateFormat: 'YYYY-MM-DD',
  sign: 'MINUS_IS_OUT',
  linesBeforeHeader: 0,
  columns: { bookedOn: 'Day', amount: 'Amount', references: ['Reference'], text: ['Text'] },
  outWords: [],
};

/** What came of a file. */
export interface TakenIn {
  readonly linesNew: number;
  readonly linesKnown: number;
  readonly problems: readonly StatementProblem[];
}

interface FileChanges {
  readonly format?: 'CSV' | 'CAMT_053' | 'PROVIDER';
  /** Asked for what no file brings. */
  readonly sources?: readonly StatementSource[];
  readonly statement?: StatementName;
  readonly compression?: 'GZIP';
}

/** Takes statements in over a real database, with nothing around it. */
export class StatementDesk {
  private constructor(
    readonly database: Database,
    readonly dependencies: TakeInDependencies,
    private readonly drop: () => Promise<void>,
  ) {}

  static async open(): Promise<StatementDesk> {
    const own = join(__dirname, '..', '..', '..', 'migrations');
    const schema = await migratedDatabase([persistenceMigrations, messagingMigrations, own], migrate);
    const { url } = schema;
    const database = await openDatabase({ url, rows: [], poolSize: 6 });
    const dependencies: TakeInDependencies = {
      ...{ database, clock: systemClock, accounts: bankAccountsInMysql, statements: statementsInMysql },
      imports: statementImportsInMysql(database),
      runs: matchingRunsInMysql(database),
      sources: [],
      leaseMs: 60_000,
    };
    return new StatementDesk(database, dependencies, () => schema.drop());
  }

  async account(tenantId: string, changes: Partial<BankAccount> = {}): Promise<BankAccount> {
    const account: BankAccount = {
      id: newId(),
      name: 'main account',
      kind: 'BANK',
      identifier: `DE${newId().replaceAll('-', '').slice(0, 20).toUpperCase()}`,
      currency: 'CNY',
      provider: 'simulator',
      openingOn: '2026-01-01',
      openingMinor: 0n,
      responsible: 'finance-1',
      expectedWithinDays: 5,
      mapping: PLAIN_MAPPING,
      rules: DEFAULT_RULES,
      version: 1,
      ...changes,
    };
    await this.database.transaction(tenantId, (tx) => bankAccountsInMysql.add(tx, account, new Date()));
    return account;
  }

  async takeIn(
    tenantId: string,
    { id: accountId }: BankAccount,
    content: string | readonly Buffer[],
    { format = 'CSV', statement, compression, sources = [] }: FileChanges = {},
  ): Promise<TakenIn> {
    const { imports } = this.dependencies;
    const importId = newId();
    const parts = typeof content === 'string' ? [Buffer.from(content)] : content;
    await this.database.transaction(tenantId, async (tx) => {
      await imports.add(tx, {
        ...{ id: importId, accountId, format, state: 'COLLECTING', balances: [], createdBy: 'clerk' },
        compression: compression ?? 'NONE',
        createdAt: new Date(),
        ...(statement === undefined ? {} : { statement }),
      });
      for (const [index, part] of parts.entries()) await imports.addPart(tx, importId, index + 1, part);
      await imports.queue(tx, importId, undefined);
    });
    const leased = await imports.leaseOne(tenantId, importId, 60_000);
    const taken = leased !== undefined && (await takeIn(leased, { ...this.dependencies, sources }));
    if (!taken) throw new Error('the import was not due');
    const [row] = await this.database
      .reader(tenantId)
      .query<{ linesNew: number; linesKnown: number; problems: string }>(
        `SELECT i.lines_new AS linesNew, i.lines_known AS linesKnown, i.problems FROM statement_import i
       WHERE i.tenant_id = :tenantId AND i.id = :importId`,
        { importId },
      );
    if (row === undefined) throw new Error('the import is gone');
    return { ...row, problems: JSON.parse(row.problems) as StatementProblem[] };
  }

  /** What the account's statement says, line by line, without anything of how it came. */
  async statement(tenantId: string, { id: accountId }: BankAccount): Promise<string[]> {
    const rows = await this.database.reader(tenantId).query<{ fingerprint: Buffer }>(
      `SELECT l.fingerprint FROM statement_line l WHERE l.tenant_id = :tenantId AND l.account_id = :accountId
       ORDER BY l.booked_on, l.fingerprint`,
      { accountId },
    );
    return rows.map(({ fingerprint }) => fingerprint.toString('hex'));
  }

  async close(): Promise<void> {
    await this.database.close();
    await this.drop();
  }
}
