import type { TenantRows } from './rows/row-types';
import type { InsertRow } from './sql/insert-statement';
import type { Params } from './sql/compiled-statement';

/** Reads of one tenant. Every statement must restrict every table by `alias.tenant_id = :tenantId`, which is bound by itself. */
export interface TenantReader {
  readonly tenantId: string;
  /**
   * The rows of a query. BIGINT, DECIMAL and COUNT(*) come as text, DATETIME as `Date`, DATE as `YYYY-MM-DD`, JSON as
   * text. Throws `TenantScopeMissing` when the statement could reach another tenant's rows.
   */
  query<Row>(sql: string, params?: Params): Promise<Row[]>;
}

/** Reads and writes of one tenant within one database transaction; unusable once the transaction has ended. */
export interface TenantTransaction extends TenantReader {
  /** Runs a statement that changes rows; `affectedRows` counts the rows that matched. */
  execute(sql: string, params?: Params): Promise<{ affectedRows: number }>;
  /** Inserts the rows with one statement, adding `tenant_id`. Arrays and objects are stored as JSON text. */
  insertMany(table: string, rows: readonly InsertRow[]): Promise<void>;
  /**
   * Inserts the rows as part of the commit, in the order of the calls, without a round trip of its own. For rows that
   * cannot conflict and that nothing reads within the transaction: an error appears at the commit and undoes it all.
   * `columns` names the only ones that are stored, where rows have more.
   */
  insertAtCommit(table: string, rows: readonly InsertRow[], columns?: readonly string[]): void;
  /**
   * The same, but a row whose key is there already takes the values of all named columns; or, where columns are named to
   * be added to, these grow by the values and the others stay.
   */
  upsertAtCommit(table: string, rows: readonly InsertRow[], add?: readonly string[]): void;
  /**
   * The same for any statement that changes rows, in order with what is inserted at the commit. Nobody learns how many
   * rows it matched, so it must be right whatever that is.
   */
  executeAtCommit(sql: string, params?: Params): void;
  /** Access to the rows of an entity class that was given to `openDatabase`. */
  rows<R extends object>(row: new () => R): TenantRows<R>;
  /** Called after the commit is known to have succeeded, in order; not called when its outcome is unknown. */
  afterCommit(callback: () => void): void;
}

/** Unscoped statements, for infrastructure only. */
export interface SystemReader {
  query<Row>(sql: string, params?: Params): Promise<Row[]>;
  execute(sql: string, params?: Params): Promise<{ affectedRows: number }>;
  /** Inserts the rows with one statement; they name their tenant themselves, if they have one. */
  insertMany(table: string, rows: readonly InsertRow[]): Promise<void>;
}

/** A transaction of the infrastructure, which may contain the work of several tenants. */
export interface SystemTransaction extends SystemReader {
  insertAtCommit(table: string, rows: readonly InsertRow[]): void;
  /** The same transaction, restricted to a tenant; for handing it to business code. */
  forTenant(tenantId: string): TenantTransaction;
  afterCommit(callback: () => void): void;
}

/** Unscoped access for relay, inbox, retention and health; never for business reads. */
export interface SystemSession extends SystemReader {
  /** As {@link Database.transaction}, without a tenant. */
  transaction<T>(work: (tx: SystemTransaction) => Promise<T>): Promise<T>;
}

/** One service's schema. */
export interface Database {
  /**
   * Runs `work` at READ COMMITTED and commits. It is run again from the start, at most ten times, when the server
   * undid it for the sake of others or the connection was lost before the commit, so it must have no effect outside of
   * the transaction. Whatever `work` throws rolls back. Throws `CommitOutcomeUnknown` when the connection is lost
   * during the commit, and `DatabaseOverloaded` when too many callers already wait for a connection.
   */
  transaction<T>(tenantId: string, work: (tx: TenantTransaction) => Promise<T>): Promise<T>;
  /** Reads outside of a transaction; each statement takes its own connection. */
  reader(tenantId: string): TenantReader;
  readonly system: SystemSession;
  /** Resolves when the database answers. */
  ping(): Promise<void>;
  /** Ends the connections; what is under way should have been drained before. */
  close(): Promise<void>;
}
