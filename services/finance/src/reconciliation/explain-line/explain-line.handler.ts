import { accept, newId, refuse, type Refusal } from '@redress/kernel';
import { executeCommand, type CommandResult } from '@redress/persistence';
import type { Account } from '../../ledger/model/account.model';
import { recordMatches } from '../match-automatically/record-matches.handler';
import { again, type MatchCommandDependencies } from '../match-lines/match-lines.handler';
import { subaccountFor, type ExplanationAccount } from '../model/explanation.model';
import type { Match } from '../model/match.model';
import type { ReconciliationRefusal } from '../model/reconciliation.errors';

export interface ExplainLine {
  readonly tenantId: string;
  readonly subject: string;
  readonly idempotencyKey: string;
  readonly lineId: string;
  readonly expectedVersion: number;
  readonly account: ExplanationAccount;
  readonly reason: string;
  readonly writeOff: boolean;
}

/** Says what a line is that shows no payment, and books it there. The answer is the line's id. */
export function explainLine(
  command: ExplainLine,
  { database, accounts, clock, ...recording }: MatchCommandDependencies,
): Promise<CommandResult<string, ReconciliationRefusal>> {
  const { tenantId, subject, idempotencyKey, ...request } = command;
  const { lineId, expectedVersion, reason, writeOff } = command;
  const identity = { tenantId, operation: 'explainLine', subject, idempotencyKey, request, keepForEver: true };
  const run = () =>
    executeCommand<string, ReconciliationRefusal>(database, identity, async (tx) => {
      if (reason.trim() === '' || reason.length > 500) {
        return refuse({ code: 'FINANCE_EXPLANATION_REQUIRED', path: ['input', 'reason'] });
      }
      const [line] = await recording.matches.linesForDecision(tx, [lineId]);
      const account = line && (await accounts.find(tx, line.accountId));
      if (line === undefined || account === undefined) return refuse({ code: 'NOT_FOUND', path: ['input', 'lineId'] });
      const conflict = notAsSeen(line, expectedVersion);
      if (conflict !== undefined) return refuse(conflict);
      const to: Account = writeOff ? 'WRITE_OFFS' : command.account;
      const subaccount = subaccountFor(to, account);
      const match: Match = {
        ...{ id: newId(), lines: [line], payments: [], reason, matchedBy: subject, matchedAt: clock.now() },
        kind: writeOff ? 'WRITE_OFF' : 'EXPLANATION',
        rule: writeOff ? 'written off' : 'explained',
        differenceTo: to,
        ...(subaccount === undefined ? {} : { subaccount }),
      };
      await recordMatches(tx, account, [match], writeOff ? 'WRITTEN_OFF' : 'EXPLAINED', recording);
      return accept(lineId);
    });
  return again(run);
}

function notAsSeen(
  { state, version }: { readonly state: string; readonly version: number },
  expectedVersion: number,
): Refusal<ReconciliationRefusal> | undefined {
  if (state !== 'OPEN') {
    return { code: 'FINANCE_LINE_NOT_OPEN', path: ['input', 'lineId'], details: { currentState: state } };
  }
  if (version === expectedVersion) return undefined;
  const details = { currentVersion: version };
  return { code: 'VERSION_CONFLICT', path: ['input', 'expectedVersion'], retryable: true, details };
}
