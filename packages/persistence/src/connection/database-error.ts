/** Server errors after which the whole transaction may simply be run again: deadlock, lock wait time-out, changed snapshot. */
const CONTENTION = new Set([1213, 1205, 1020]);

/** Server errors that mean "the connection is gone", although the server still found the time to say so. */
const SERVER_WENT_AWAY = new Set([1053, 1077, 1080, 1152, 1927, 2006, 2013, 4031]);

/** The code of a statement that was given up. */
export const STATEMENT_TIMED_OUT = 'STATEMENT_TIMED_OUT';

const NETWORK = new Set([
  'PROTOCOL_CONNECTION_LOST',
  STATEMENT_TIMED_OUT,
  'ECONNRESET',
  'ECONNREFUSED',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

const DUPLICATE_KEY = 1062;

/** Column null, unknown, without default, too short or out of range; table or schema unknown, existing or forbidden. */
const QUOTES_NAMES_ONLY = new Set([
  1007, 1044, 1045, 1048, 1049, 1050, 1054, 1060, 1061, 1091, 1142, 1146, 1264, 1364, 1406,
]);

interface DriverError {
  readonly message: string;
  readonly code?: string;
  readonly errno?: number;
  readonly sqlState?: string;
  readonly sqlMessage?: string;
  readonly fatal?: boolean;
}

/** A failed statement. Carries the statement's text with its placeholders, never the values, which may be personal data. */
export class DatabaseError extends Error {
  readonly code: string;
  readonly errno: number | undefined;
  readonly sqlState: string | undefined;
  /** The statement as it was written, or undefined when the failure was not a statement's. */
  readonly statement: string | undefined;
  /** The name of the violated key when the error is a duplicate. */
  readonly key: string | undefined;
  /** Whether the server may no longer be there, so that the fate of what was sent last is not known. */
  readonly connectionLost: boolean;

  constructor(error: DriverError, statement?: string) {
    const code = error.code ?? 'UNKNOWN';
    const key = keyName(error);
    const about = key === undefined ? '' : ` (key ${key})`;
    super(
      `${code}: ${withoutValues(error)}${about}${statement === undefined ? '' : ` in: ${statement.slice(0, 500)}`}`,
    );
    this.name = 'DatabaseError';
    this.code = code;
    this.errno = error.errno;
    this.sqlState = error.sqlState;
    this.statement = statement;
    this.key = key;
    this.connectionLost =
      error.fatal === true || NETWORK.has(code) || (error.errno !== undefined && SERVER_WENT_AWAY.has(error.errno));
  }
}

/** The database takes no more work: every connection is busy and the queue for them is full. Shed the request. */
export class DatabaseOverloaded extends Error {
  constructor() {
    super('every database connection is busy and the queue for them is full');
    this.name = 'DatabaseOverloaded';
  }
}

/**
 * The connection was lost while `COMMIT` was under way: the transaction took effect entirely or not at all, and only
 * its own rows can tell which. `executeCommand` settles this by the idempotency key.
 */
export class CommitOutcomeUnknown extends Error {
  constructor(cause: unknown) {
    super('the connection was lost during COMMIT; whether the transaction took effect is not known', { cause });
    this.name = 'CommitOutcomeUnknown';
  }
}

/** Whether the error is a violated unique key; `key` narrows it to one by name (`PRIMARY`, `by_number`). */
export function isDuplicateKey(error: unknown, key?: string): error is DatabaseError {
  if (!(error instanceof DatabaseError) || error.errno !== DUPLICATE_KEY) return false;
  return key === undefined || error.key === key;
}

/** Whether the server undid, or will have to undo, the transaction because of others, so that running it again may succeed. */
export function isContention(error: unknown): error is DatabaseError {
  return error instanceof DatabaseError && error.errno !== undefined && CONTENTION.has(error.errno);
}

/** Whether the error means that the connection, or the server behind it, is gone. */
export function isConnectionLost(error: unknown): error is DatabaseError {
  return error instanceof DatabaseError && error.connectionLost;
}

/** Whether what was lost may be there again at once, as after a restart; a server that is silent is not asked again. */
export function isBrokenConnection(error: unknown): error is DatabaseError {
  return isConnectionLost(error) && error.code !== STATEMENT_TIMED_OUT;
}

/** Wraps what the driver reported; the driver's own error carries the full statement with its values. */
export function databaseError(error: unknown, statement?: string): Error {
  if (error instanceof DatabaseError || error instanceof DatabaseOverloaded) return error;
  if (!(error instanceof Error)) return new DatabaseError({ message: String(error) }, statement);
  if (error.message === 'Queue limit reached.') return new DatabaseOverloaded();
  return new DatabaseError(error, statement);
}

function keyName({ errno, message, sqlMessage = message }: DriverError): string | undefined {
  const name = errno === DUPLICATE_KEY ? /for key '([^']+)'$/.exec(sqlMessage)?.[1] : undefined;
  return name?.slice(name.lastIndexOf('.') + 1);
}

/**
 * Server messages quote values ("Duplicate entry 'x'") without escaping what is in them, so that everything between the
 * first and the last quote has to go, except in the messages that quote nothing but names.
 */
function withoutValues({ errno, message, sqlMessage = message }: DriverError): string {
  return errno !== undefined && QUOTES_NAMES_ONLY.has(errno) ? sqlMessage : sqlMessage.replace(/'[^]*'/, "'…'");
}
