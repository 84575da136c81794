import type { Connection, ResultSetHeader, RowDataPacket } from 'mysql2';
import { databaseError, STATEMENT_TIMED_OUT } from './database-error';

/** A statement that is silent for longer is given up and its connection closed; above the lock wait time-out. */
export const STATEMENT_TIMEOUT_MS = 30_000;

/** Rows of a query, or the header of a statement that changes rows. */
export type StatementResult = RowDataPacket[] | ResultSetHeader;

/** `statement` is the text without values, for error messages; a time-out of 0 means none. */
export interface SendOptions {
  readonly statement?: string;
  readonly timeoutMs?: number;
}

/** Sends finished SQL on the connection. */
export function send(
  connection: Pick<Connection, 'query' | 'destroy'>,
  sql: string,
  { statement = sql, timeoutMs = STATEMENT_TIMEOUT_MS }: SendOptions = {},
): Promise<StatementResult> {
  return new Promise((resolve, reject) => {
    // Not the driver's own time-out: it lets the timer run on when the connection is lost.
    const timer = timeoutMs === 0 ? undefined : setTimeout(giveUp, timeoutMs);
    function giveUp(): void {
      // The answer may still arrive, and must not be taken for that of another statement.
      connection.destroy();
      const message = `no answer within ${String(timeoutMs)} ms`;
      reject(databaseError(Object.assign(new Error(message), { code: STATEMENT_TIMED_OUT }), statement));
    }
    // Without values the driver would still search the text for question marks to replace.
    connection.query<StatementResult & RowDataPacket[]>({ sql, values: null }, (error, result) => {
      clearTimeout(timer);
      if (error === null) resolve(result);
      else reject(databaseError(error, statement));
    });
  });
}

/** The rows of a result; throws when the statement was not a query. */
export function rowsOf<Row>(result: StatementResult): Row[] {
  if (!Array.isArray(result))
    throw new Error('the statement returned no rows: use execute for statements that change rows');
  return result as Row[];
}

/** How many rows the statement matched; throws when it was a query. */
export function affectedRowsOf(result: StatementResult): number {
  if (Array.isArray(result)) throw new Error('the statement returned rows: use query for statements that read');
  return result.affectedRows;
}
