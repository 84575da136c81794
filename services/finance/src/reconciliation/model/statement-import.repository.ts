import type { TenantReader, TenantTransaction } from '@redress/persistence';
import type { BankAccount } from './bank-account.model';
import type { ImportResult, StatementImport } from './statement-import.model';
import type { StatementBalance, StatementLine, StatementName, StatementProblem } from './statement.model';

/** An import that a worker has leased. */
export interface LeasedImport {
  readonly tenantId: string;
  readonly importId: string;
  readonly lease: string;
}

/** A line with its place in the file. */
export interface PlacedLine {
  readonly position: number;
  readonly line: StatementLine;
}

/** Keeps imports and their content until they are taken in. Leases run by the database's clock. */
export interface StatementImportRepository {
  add(tx: TenantTransaction, statementImport: StatementImport): Promise<void>;
  find(reader: TenantReader, id: string): Promise<StatementImport | undefined>;
  lock(tx: TenantTransaction, id: string): Promise<StatementImport | undefined>;
  /** Keeps a part; answers `false` when another content has its place. */
  addPart(tx: TenantTransaction, importId: string, sequence: number, content: Buffer): Promise<boolean>;
  /** Numbers of the parts that are there, and how many. */
  partsOf(tx: TenantTransaction, importId: string): Promise<{ readonly count: number; readonly last: number }>;
  queue(tx: TenantTransaction, importId: string, sha256: string | undefined): Promise<void>;
  /** Takes one import that is due, of any tenant. */
  lease(leaseMs: number): Promise<LeasedImport | undefined>;
  /** Takes this import, unless somebody has it. */
  leaseOne(tenantId: string, importId: string, leaseMs: number): Promise<LeasedImport | undefined>;
  content(leased: LeasedImport): AsyncIterable<Buffer>;
  /** Removes what an earlier attempt may have left, or the content once it is taken in. */
  clear(leased: LeasedImport, what: 'lines' | 'everything'): Promise<void>;
  /** Keeps lines where nobody sees them, and renews the lease; answers `false` when it was lost. */
  stage(leased: LeasedImport, lines: readonly PlacedLine[], leaseMs: number): Promise<boolean>;
  /** Whether the lease still holds, with the import locked. */
  stillHeld(tx: TenantTransaction, leased: LeasedImport): Promise<boolean>;
  finish(tx: TenantTransaction, importId: string, result: ImportResult, at: Date): Promise<void>;
}

/** Makes staged lines part of the account's statement. All within a transaction that holds the account. */
export interface StatementRepository {
  /** What speaks against the staged lines, given what is there. */
  contradictions(
    tx: TenantTransaction,
    account: BankAccount,
    importId: string,
    named: readonly StatementName[],
  ): Promise<StatementProblem[]>;
  /** Adds the lines that are not there yet; answers how many were new and how many known. */
  publish(
    tx: TenantTransaction,
    account: BankAccount,
    importId: string,
  ): Promise<{ readonly linesNew: number; readonly linesKnown: number }>;
  addNames(tx: TenantTransaction, accountId: string, importId: string, named: readonly StatementName[]): Promise<void>;
  addBalances(tx: TenantTransaction, accountId: string, balances: readonly StatementBalance[]): Promise<void>;
}
