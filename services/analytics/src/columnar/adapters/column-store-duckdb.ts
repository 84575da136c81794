import { rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { makeSpillDirectory } from './spill-directory';

/** What a column store may use. */
export interface ColumnStoreLimits {
  readonly memoryMiB: number;
}

/** Questions that are answered at once: each keeps one of the few threads that Node has for slow work, so not more. */
const READERS = 2;
const LEAST_THREADS = 2;
/** Groups are kept in a plain array as long as their keys fit into so many bits. */
const GROUP_BITS = 18;

/**
 * An embedded column store in the memory of this process, which nobody but this process sees; what exceeds its memory
 * goes to the temporary directory.
 */
export class ColumnStore {
  private readonly free: DuckDBConnection[];
  private readonly waiting: ((connection: DuckDBConnection) => void)[] = [];

  private constructor(
    private readonly instance: DuckDBInstance,
    /** Where it lays what it does not hold in memory. */
    readonly spill: string,
    /** The one connection that changes anything. */
    readonly writer: DuckDBConnection,
    private readonly readers: readonly DuckDBConnection[],
  ) {
    this.free = [...readers];
  }

  static async open({ memoryMiB }: ColumnStoreLimits): Promise<ColumnStore> {
    const spill = await makeSpillDirectory();
    const instance = await DuckDBInstance.create(':memory:', {
      threads: String(Math.max(LEAST_THREADS, availableParallelism())),
      memory_limit: `${memoryMiB}MiB`,
      temp_directory: spill,
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
      preserve_insertion_order: 'false',
    });
    const connections = await Promise.all(Array.from({ length: READERS + 1 }, () => instance.connect()));
    const [writer, ...readers] = connections as [DuckDBConnection, ...DuckDBConnection[]];
    for (const connection of connections) await connection.run(`SET perfect_ht_threshold = ${GROUP_BITS}`);
    return new ColumnStore(instance, spill, writer, readers);
  }

  /** Reads in one transaction, so that every statement sees the same rows; waits until a connection is free. */
  async read<Answer>(work: (connection: DuckDBConnection) => Promise<Answer>): Promise<Answer> {
    const connection =
      this.free.pop() ?? (await new Promise<DuckDBConnection>((resolve) => this.waiting.push(resolve)));
    try {
      return await inTransaction(connection, work);
    } finally {
      const next = this.waiting.shift();
      if (next === undefined) this.free.push(connection);
      else next(connection);
    }
  }

  /** Changes rows in one transaction; one change at a time. */
  write<Answer>(work: (connection: DuckDBConnection) => Promise<Answer>): Promise<Answer> {
    return inTransaction(this.writer, work);
  }

  /**
   * Gives back the room of rows that were replaced, and presses the others together. While questions are answered this
   * may be refused; then the next time will do.
   */
  async tidy(): Promise<void> {
    await this.writer.run('CHECKPOINT').catch(() => undefined);
  }

  close(): void {
    for (const connection of [this.writer, ...this.readers]) connection.closeSync();
    this.instance.closeSync();
    rmSync(this.spill, { recursive: true, force: true });
  }
}

async function inTransaction<Answer>(
  connection: DuckDBConnection,
  work: (connection: DuckDBConnection) => Promise<Answer>,
): Promise<Answer> {
  await connection.run('BEGIN TRANSACTION');
  try {
    const answer = await work(connection);
    await connection.run('COMMIT');
    return answer;
  } catch (error) {
    // The first failure is what matters; the transaction may have ended with it.
    await connection.run('ROLLBACK').catch(() => undefined);
    throw error;
  }
}
