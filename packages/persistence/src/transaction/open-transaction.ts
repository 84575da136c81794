import type { PoolConnection } from 'mysql2';
import type { DatabaseError } from '../connection/database-error';
import { CommitOutcomeUnknown, isConnectionLost, isContention } from '../connection/database-error';
import type { StatementResult } from '../connection/statement';
import { send } from '../connection/statement';

/** A statement was sent to a transaction that has ended: somewhere an `await` is missing, or the object was kept. */
export class TransactionEnded extends Error {
  constructor() {
    super('the transaction has ended; a statement was not awaited or the transaction object was kept');
    this.name = 'TransactionEnded';
  }
}

/** A finished statement that waits for the commit, and its shape without values, for messages. */
interface DeferredStatement {
  readonly sql: string;
  readonly text: string;
}

/** One attempt at a transaction on one connection. */
export class OpenTransaction {
  private readonly atCommit: DeferredStatement[] = [];
  private readonly callbacks: (() => void)[] = [];
  private running = 0;
  private ended = false;
  private undone: DatabaseError | undefined;

  constructor(
    private readonly connection: PoolConnection,
    private readonly timeoutMs: number,
  ) {}

  /** The error after which the server had undone everything, even if the work went on or failed otherwise. */
  get undoneBy(): DatabaseError | undefined {
    return this.undone;
  }

  async send(sql: string, statement: string): Promise<StatementResult> {
    if (this.ended) throw new TransactionEnded();
    this.running += 1;
    try {
      return await send(this.connection, sql, { statement, timeoutMs: this.timeoutMs });
    } catch (error) {
      if (isContention(error) || isConnectionLost(error)) this.undone = error;
      throw error;
    } finally {
      this.running -= 1;
    }
  }

  deferToCommit(statement: DeferredStatement): void {
    if (this.ended) throw new TransactionEnded();
    this.atCommit.push(statement);
  }

  afterCommit(callback: () => void): void {
    this.callbacks.push(callback);
  }

  /**
   * Commits, together with what was put off until then, in one round trip: the server runs the statements in order and
   * stops at the first that fails, so that COMMIT is reached only when all have succeeded.
   */
  async commit(): Promise<void> {
    // The server has already undone it, whatever the work made of the error; going on would commit a half.
    if (this.undone !== undefined) throw this.undone;
    if (this.running > 0) throw new TransactionEnded();
    this.ended = true;
    const sql = [...this.atCommit.map((statement) => statement.sql), 'COMMIT'].join('; ');
    const statement = [...this.atCommit.map(({ text }) => text), 'COMMIT'].join('; ');
    try {
      await send(this.connection, sql, { statement, timeoutMs: this.timeoutMs });
    } catch (error) {
      throw isConnectionLost(error) ? new CommitOutcomeUnknown(error) : error;
    }
  }

  /** No statement may follow. */
  end(): void {
    this.ended = true;
  }

  /** Tells those who asked; one that fails neither undoes the commit nor keeps the others from being told. */
  runCallbacks(onFailure: (error: unknown) => void): void {
    for (const callback of this.callbacks) {
      try {
        callback();
      } catch (error) {
        onFailure(error);
      }
    }
  }
}
