import { accept, newId, refuse, type Clock } from '@redress/kernel';
import { executeCommand, isDuplicateKey, type CommandResult, type Database } from '@redress/persistence';
import { reversalOf } from '../../ledger/model/journal.model';
import { recordMatches, type RecordDependencies } from '../match-automatically/record-matches.handler';
import type { BankAccountRepository } from '../model/bank-account.repository';
import type { DifferenceAccount } from '../model/matching-rule.model';
import type { ReconciliationRefusal } from '../model/reconciliation.errors';
import { decideMatch } from './match-lines.decide';

export interface MatchCommandDependencies extends RecordDependencies {
  readonly database: Database;
  readonly accounts: BankAccountRepository;
  readonly clock: Clock;
}

interface Command {
  readonly tenantId: string;
  readonly subject: string;
  readonly idempotencyKey: string;
}

export interface MatchLines extends Command {
  readonly accountId: string;
  readonly lineIds: readonly string[];
  readonly paymentIds: readonly string[];
  readonly differenceTo?: DifferenceAccount;
  readonly reason?: string;
}

type Result = Promise<CommandResult<string, ReconciliationRefusal>>;

/** Matches what a person says belongs together. The answer is the match's id. */
export async function matchLines(
  { tenantId, subject, idempotencyKey, accountId, lineIds, paymentIds, ...said }: MatchLines,
  { database, accounts, clock, ...recording }: MatchCommandDependencies,
): Result {
  const request = { accountId, lineIds, paymentIds, ...said };
  const identity = { tenantId, operation: 'matchLines', subject, idempotencyKey, request, keepForEver: true };
  const run = (): Result =>
    executeCommand<string, ReconciliationRefusal>(database, identity, async (tx) => {
      const account = await accounts.find(tx, accountId);
      if (account === undefined) return refuse({ code: 'NOT_FOUND', path: ['input', 'accountId'] });
      const lines = await recording.matches.linesForDecision(tx, lineIds);
      if (lines.length !== new Set(lineIds).size || lines.some((line) => line.accountId !== accountId)) {
        return refuse({ code: 'NOT_FOUND', path: ['input', 'lineIds'] });
      }
      const payments = await recording.matches.paymentsForDecision(tx, account, paymentIds);
      if (payments.length !== new Set(paymentIds).size)
        return refuse({ code: 'NOT_FOUND', path: ['input', 'paymentIds'] });
      const decision = decideMatch({ id: newId(), account, lines, payments, ...said, by: subject, at: clock.now() });
      if (!decision.ok) return decision;
      await recordMatches(tx, account, [decision.value], 'MATCHED', recording);
      return accept(decision.value.id);
    });
  return again(run);
}

export interface UnmatchLines extends Command {
  readonly matchId: string;
  readonly expectedVersion: number;
  readonly reason: string;
}

/** Undoes a match or an explanation: its lines are open again, what was booked is mirrored on its own day, and it stays on record. */
export function unmatchLines(
  { tenantId, subject, idempotencyKey, matchId, expectedVersion, reason }: UnmatchLines,
  { database, clock, matches, ledger }: MatchCommandDependencies,
): Result {
  const request = { matchId, expectedVersion, reason };
  const identity = { tenantId, operation: 'unmatchLines', subject, idempotencyKey, request, keepForEver: true };
  return executeCommand<string, ReconciliationRefusal>(database, identity, async (tx) => {
    if (reason.trim() === '' || reason.length > 500) {
      return refuse({ code: 'FINANCE_EXPLANATION_REQUIRED', path: ['input', 'reason'] });
    }
    const match = await matches.lock(tx, matchId);
    if (match === undefined) return refuse({ code: 'NOT_FOUND', path: ['input', 'matchId'] });
    if (match.undone) return refuse({ code: 'FINANCE_MATCH_ALREADY_UNDONE', path: ['input', 'matchId'] });
    if (match.version !== expectedVersion) {
      const details = { currentVersion: match.version };
      return refuse({ code: 'VERSION_CONFLICT', path: ['input', 'expectedVersion'], retryable: true, details });
    }
    const now = clock.now();
    await matches.undo(tx, match, subject, now, reason);
    if (match.booked) {
      const source = { kind: 'BANK_STATEMENT', id: matchId } as const;
      const entry = await ledger.entryOf(tx, source, 'STATEMENT');
      // On the day of what it undoes: otherwise that day would count a line twice as soon as it is matched anew.
      const on = entry.effectiveOn === undefined ? {} : { effectiveOn: entry.effectiveOn };
      await ledger.book(tx, reversalOf(entry, { id: newId(), source, bookedAt: now, memo: reason, ...on }));
    }
    return accept(matchId);
  });
}

/** Whoever comes second finds, when looking again, what the first one did. */
export async function again<Answer>(run: () => Promise<Answer>): Promise<Answer> {
  try {
    return await run();
  } catch (error) {
    if (isDuplicateKey(error)) return run();
    throw error;
  }
}
