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

const COMMIT: DeferredStatement = { sql: 'COMMIT', text: 'COMMIT' };

/** Characters that go to the server at once; also in four-byte characters far below its usual limit of 16 MiB. */
const PACKET_LENGTH = 2_000_000;

/** The statements in their order, as many at once as a packet takes. */
function packetsOf(statements: readonly DeferredStatement[]): DeferredStatement[] {
  const packets: { sql: string[]; text: string[]; length: number }[] = [];
  for (const { sql, text } of statements) {
    let packet = packets.at(-1);
    if (packet === undefined || packet.length + sql.length > PACKET_LENGTH) {
      packet = { sql: [], text: [], length: 0 };
      packets.push(packet);
    }
    packet.sql.push(sql);
    packet.text.push(text);
    packet.length += sql.length;
  }
  return packets.map(({ sql, text }) => ({ sql: sql.join('; '), text: text.join('; ') }));
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
   * Commits, together with what was put off until then, in one round trip, or in a few where it is very much: the server
   * runs the statements in order and stops at the first that fails, so that COMMIT is reached only when all have succeeded.
   */
  async commit(): Promise<void> {
    // The server has already undone it, whatever the work made of the error; going on would commit a half.
    if (this.undone !== undefined) throw this.undone;
    if (this.running > 0) throw new TransactionEnded();
    this.ended = true;
    const packets = packetsOf([...this.atCommit, COMMIT]);
    for (const [index, { sql, text: statement }] of packets.entries()) {
      try {
        await send(this.connection, sql, { statement, timeoutMs: this.timeoutMs });
      } catch (error) {
        const last = index === packets.length - 1;
        throw last && isConnectionLost(error) ? new CommitOutcomeUnknown(error) : error;
      }
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
