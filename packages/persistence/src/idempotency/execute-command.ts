import { setTimeout as pause } from 'node:timers/promises';
import type { Outcome, Refusal } from '@redress/kernel';
import { CommitOutcomeUnknown, isConnectionLost } from '../connection/database-error';
import type { Database, TenantTransaction } from '../database';
import type { CommandIdentity } from './command-identity';
import { identify } from './command-identity';
import type { IdempotencyConflict } from './idempotency-record';
import { answerOf, findRecord, record } from './idempotency-record';

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
const SETTLE_PAUSE_MS = 50;

/** No further attempt is begun after this time: the caller is better told that it is not known. */
const SETTLE_WITHIN_MS = 15_000;

/** Carries refusals out of the transaction, so that it rolls back. */
class Refused extends Error {
  constructor(readonly refusals: readonly Refusal[]) {
    super('refused');
  }
}

type Work<T, Code extends string> = (tx: TenantTransaction) => Promise<Outcome<T, Code>>;

/**
 * Runs a command at most once for its idempotency key: a repeated call gets the stored answer, the same key with another
 * request the refusal `IDEMPOTENCY_CONFLICT`, and a refused command leaves nothing, so that it may be tried again. The
 * answer is stored as JSON in the transaction of the command; what is returned has gone through JSON too, so that first
 * and later answers are equal. `work` may run although an answer exists, and is rolled back then: it must have no effect
 * outside of the transaction. Throws `CommitOutcomeUnknown` only when the outcome of a lost commit could not be settled;
 * the caller may repeat the call with the same key until it is.
 */
export async function executeCommand<T, Code extends string = string>(
  db: Database,
  command: CommandDescription,
  work: Work<T, Code>,
): Promise<CommandResult<T, Code>> {
  const identity = identify(command);
  try {
    return (await runOrReplay(db, identity, work)).result;
  } catch (error) {
    if (!(error instanceof CommitOutcomeUnknown)) throw error;
    return settle(db, identity, work, error);
  }
}

/**
 * Runs again after a lost commit. The unique record decides: it is found, or holds the new attempt back until the lost
 * one has ended, or is written by the new attempt and so keeps the lost one from ever committing. A refusal or failure
 * proves nothing, since the lost attempt may still be on its way.
 */
async function settle<T, Code extends string>(
  db: Database,
  identity: CommandIdentity,
  work: Work<T, Code>,
  unknown: CommitOutcomeUnknown,
): Promise<CommandResult<T, Code>> {
  const deadline = performance.now() + SETTLE_WITHIN_MS;
  for (let attempt = 1; attempt <= SETTLE_ATTEMPTS && performance.now() < deadline; attempt += 1) {
    await pause(SETTLE_PAUSE_MS * 2 ** attempt);
    const decision = await runOrReplay(db, identity, work).catch(() => undefined);
    if (decision?.recorded === true) return decision.result;
  }
  throw unknown;
}

/** `recorded`: there is a committed record of this answer, so that no other can follow. */
interface Decision<T, Code extends string> {
  readonly result: CommandResult<T, Code>;
  readonly recorded: boolean;
}

async function runOrReplay<T, Code extends string>(
  db: Database,
  identity: CommandIdentity,
  work: Work<T, Code>,
): Promise<Decision<T, Code>> {
  try {
    const value = await db.transaction(identity.tenantId, async (tx) => {
      const outcome = await work(tx);
      if (!outcome.ok) throw new Refused(outcome.refusals);
      return record(tx, identity, outcome.value);
    });
    return { result: { outcome: { ok: true, value }, replayed: false }, recorded: true };
  } catch (error) {
    if (error instanceof CommitOutcomeUnknown || isConnectionLost(error)) throw error;
    // An earlier call may be the very reason of a refusal or failure: its answer is then the right one.
    const earlier = await findRecord(db, identity).catch((missing: unknown) => {
      throw error instanceof Refused ? missing : error;
    });
    if (earlier !== undefined) {
      const outcome = answerOf<T>(earlier, identity);
      return { result: { outcome, replayed: outcome.ok }, recorded: true };
    }
    if (!(error instanceof Refused)) throw error;
    const refusals = error.refusals as readonly Refusal<Code>[];
    return { result: { outcome: { ok: false, refusals }, replayed: false }, recorded: false };
  }
}
