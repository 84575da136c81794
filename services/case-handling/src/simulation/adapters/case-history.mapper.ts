import { money, type Money, type Role } from '@redress/kernel';
import type { CaseHistory, DecidedAmount, StageKind } from '@redress/regulations';
import { factsOfCase } from '../../complaint-case/model/case-facts-of.model';
import { restoredCase, type StoredCase } from '../../complaint-case/model/stored-case.model';
import type { DecisionRow, FinishedRow } from '../replay-cases/history-rows.query';

/** The history of a case as the simulation replays it. */
export function historyOf(
  stored: StoredCase,
  finished: readonly FinishedRow[],
  decisions: readonly DecisionRow[],
  until: Date,
): CaseHistory {
  const current = restoredCase(stored, { clocks: [], stages: [], resolution: undefined });
  const { moments, receivedAt, closedAt } = current;
  return {
    ...{ caseId: stored.id, receivedAt, until, closedAt },
    acceptedAt: moments['ACCEPTANCE'],
    executedAt: moments['EXECUTION_FINISHED'],
    finished: Object.fromEntries(finished.map(({ stage, at }) => [stage, at])),
    finishedByKind: byKind(finished),
    facts: factsOfCase(current, closedAt ?? until),
    decisions: decided(decisions),
  };
}

function byKind(finished: readonly FinishedRow[]): Partial<Record<StageKind, Date>> {
  return Object.fromEntries(finished.flatMap(({ kind, at }) => (kind === null ? [] : [[kind, at]])));
}

function decided(rows: readonly DecisionRow[]): DecidedAmount[] {
  const byDecision = new Map<string, DecidedAmount & { readonly amounts: Money[] }>();
  for (const { id, roles, parties, amount_minor: amountMinor, currency } of rows) {
    const decision = byDecision.get(id) ?? {
      decisionId: id,
      roles: listOf<Role>(roles),
      parties: listOf<string>(parties),
      amounts: [],
    };
    byDecision.set(id, decision);
    if (amountMinor !== null && currency !== null) decision.amounts.push(money(BigInt(amountMinor), currency));
  }
  return [...byDecision.values()];
}

function listOf<Member>(stored: string | null): readonly Member[] {
  return stored === null ? [] : (JSON.parse(stored) as Member[]);
}
