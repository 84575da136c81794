import { setTimeout as pause } from 'node:timers/promises';
import type { Outcome, Refusal } from '@redress/kernel';
import { CommitOutcomeUnknown } from '../connection/database-error';
import type { Database, TenantTransaction } from '../database';
import type { CommandIdentity } from './command-identity';
import { identify } from './command-identity';
import type { IdempotencyConflict } from './idempotency-record';
import { answerOf, findRecord, isAlreadyRecorded, record } from './idempotency-record';

/** What makes two calls the same call. */
export interface CommandDescription {
  readonly tenantId: string;
  /** The mutation, for example `registerComplaint`. */
  readonly operation: string;
  /** Who calls: the token's subject, so that nobody can replay another's answer. */
  readonly subject: string;
  readonly idempotencyKey: string;
  /** The input; the same key with another input is refused. */
  readonly request: unknown;
  /** The answer is otherwise forgotten after 30 days. */
  readonly keepForEver?: boolean;
}

/** The answer, and whether it is that of an earlier call. */
export interface CommandResult<T, Code extends string = string> {
  readonly outcome: Outcome<T, Code | IdempotencyConflict>;
  readonly replayed: boolean;
}

const SETTLE_ATTEMPTS = 6;
const SETTLE_PAUSE_MS = 100;

/** Carries refusals out of the transaction, so that it rolls back. */
class Refused extends Error {
  constructor(readonly refusals: readonly Refusal[]) {
    super('refused');
  }
}

/**
 * Runs a command at most once for its idempotency key: a repeated call gets the stored answer, the same key with another
 * request the refusal `IDEMPOTENCY_CONFLICT`, and a refused command leaves nothing, so that it may be tried again. The
 * answer is stored as JSON in the transaction of the command; what is returned has gone through JSON too, so that first
 * and later answers are equal. `work` may run although an answer exists, and is rolled back then: it must have no effect
 * outside of the transaction. Throws `CommitOutcomeUnknown` only when the database stays away too long to look.
 */
export async function executeCommand<T, Code extends string = string>(
  db: Database,
  command: CommandDescription,
  work: (tx: TenantTransaction) => Promise<Outcome<T, Code>>,
): Promise<CommandResult<T, Code>> {
  const identity = identify(command);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await runOnce(db, identity, work);
    } catch (error) {
      if (!(error instanceof CommitOutcomeUnknown) || attempt === SETTLE_ATTEMPTS) throw error;
      // Running again settles it: the record of the lost attempt is found, or holds the new one back until it is decided.
      await pause(SETTLE_PAUSE_MS * 2 ** attempt);
    }
  }
}

async function runOnce<T, Code extends string>(
  db: Database,
  identity: CommandIdentity,
  work: (tx: TenantTransaction) => Promise<Outcome<T, Code>>,
): Promise<CommandResult<T, Code>> {
  try {
    const value = await db.transaction(identity.tenantId, async (tx) => {
      const outcome = await work(tx);
      if (!outcome.ok) throw new Refused(outcome.refusals);
      return record(tx, identity, outcome.value);
    });
    return { outcome: { ok: true, value }, replayed: false };
  } catch (error) {
    if (error instanceof CommitOutcomeUnknown) throw error;
    // An earlier call may be the very reason of a refusal or failure: its answer is then the right one.
    const earlier = await findRecord(db, identity);
    if (earlier !== undefined) {
      const outcome = answerOf<T>(earlier, identity);
      return { outcome, replayed: outcome.ok };
    }
    if (error instanceof Refused)
      return { outcome: { ok: false, refusals: error.refusals as readonly Refusal<Code>[] }, replayed: false };
    if (isAlreadyRecorded(error)) throw new CommitOutcomeUnknown(error);
    throw error;
  }
}
