/** How long a statement waits for a row lock before the transaction is run again; the server's default is 50 s. */
const LOCK_WAIT_SECONDS = 10;

/**
 * What every session sets once, so that no transaction spends a round trip on it. The modes are pinned because the
 * meaning of quotes and backslashes, on which literals and the tenant-scope check rest, depends on them.
 */
const COMMON =
  "SET SESSION sql_mode = 'STRICT_TRANS_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'," +
  ` time_zone = '+00:00', innodb_lock_wait_timeout = ${String(LOCK_WAIT_SECONDS)}`;

const ISOLATION = 'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED';

/** Sessions for single statements, each of which is its own transaction. */
export const READING_SESSION: readonly string[] = [ISOLATION, COMMON];

/** Sessions for transactions: the first statement after COMMIT or ROLLBACK begins the next one by itself. */
export const WRITING_SESSION: readonly string[] = [ISOLATION, `${COMMON}, autocommit = 0`];
