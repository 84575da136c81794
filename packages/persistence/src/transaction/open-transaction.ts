import type { PoolConnection } from 'mysql2';
import type { DatabaseError } from '../connection/database-error';
import { isConnectionLost, isContention } from '../connection/database-error';
import type { StatementResult } from '../connection/statement';
import { send } from '../connection/statement';
import type { InsertStatement } from '../sql/insert-statement';

/** A statement was sent to a transaction that has ended: somewhere an `await` is missing, or the object was kept. */
export class TransactionEnded extends Error {
  constructor() {
    super('the transaction has ended; a statement was not awaited or the transaction object was kept');
    this.name = 'TransactionEnded';
  }
}

/** One attempt at a transaction on one connection. */
export class OpenTransaction {
  private readonly connection: PoolConnection;
  private readonly atCommit: InsertStatement[] = [];
  private readonly callbacks: (() => void)[] = [];
  private running = 0;
  private ended = false;
  private undone: DatabaseError | undefined;

  constructor(connection: PoolConnection) {
    this.connection = connection;
  }

  async send(sql: string, statement: string): Promise<StatementResult> {
    if (this.ended) throw new TransactionEnded();
    this.running += 1;
    try {
      return await send(this.connection, sql, { statement });
    } catch (error) {
      if (isContention(error) || isConnectionLost(error)) this.undone = error;
      throw error;
    } finally {
      this.running -= 1;
    }
  }

  deferToCommit(statement: InsertStatement): void {
    if (this.ended) throw new TransactionEnded();
    this.atCommit.push(statement);
  }

  afterCommit(callback: () => void): void {
    this.callbacks.push(callback);
  }

  /** Sends what was deferred and then nothing more: the caller commits next. */
  async finish(): Promise<void> {
    // The server has already undone it, whatever the work made of the error; going on would commit a half.
    if (this.undone !== undefined) throw this.undone;
    if (this.running > 0) throw new TransactionEnded();
    for (const { sql, text } of this.atCommit) await this.send(sql, text);
    this.ended = true;
  }

  /** No statement may follow. */
  end(): void {
    this.ended = true;
  }

  runCallbacks(): void {
    for (const callback of this.callbacks) callback();
  }
}
