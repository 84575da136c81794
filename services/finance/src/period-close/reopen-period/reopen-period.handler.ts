import { accept, refuse } from '@redress/kernel';
import { executeCommand, type CommandResult } from '@redress/persistence';
import { isPeriod, type Period } from '../../ledger/model/period.model';
import { onTheChain, type ClosePeriod, type PeriodDependencies } from '../close-period/close-period.handler';
import { reopenPeriod as decide } from '../model/accounting-period.model';
import { BEFORE_ALL, entriesHasher, linked } from '../model/period-act.policy';
import type { PeriodRefusal } from '../model/period.errors';
import { publishPeriodAct } from '../published/period.publication';

export interface ReopenPeriod extends Omit<ClosePeriod, 'acknowledged'> {
  readonly reason: string;
}

/** Opens a closed month again, as an act of the chain with its reason. The answer is the month. */
export async function reopenPeriod(
  { tenantId, subject, idempotencyKey, period, expectedVersion, reason }: ReopenPeriod,
  { database, periods, clock }: PeriodDependencies,
): Promise<CommandResult<Period, PeriodRefusal>> {
  if (!isPeriod(period)) {
    return { outcome: refuse({ code: 'FINANCE_PERIOD_INVALID', path: ['input', 'period'] }), replayed: false };
  }
  const request = { period, expectedVersion, reason };
  const identity = { tenantId, operation: 'reopenPeriod', subject, idempotencyKey, request, keepForEver: true };
  const run = () =>
    executeCommand<Period, PeriodRefusal>(database, identity, async (tx) => {
      const now = clock.now();
      const decision = decide(await periods.lock(tx, period), { subject, expectedVersion, now }, reason);
      if (!decision.ok) return decision;
      const act = linked((await periods.lastAct(tx)) ?? BEFORE_ALL, {
        ...{ period, reason, warnings: [], actedBy: subject, actedAt: now },
        ...{ kind: 'REOPENED', entries: 0, entriesHash: entriesHasher().end() },
      });
      await periods.addAct(tx, act);
      await periods.save(tx, decision.value);
      await publishPeriodAct(tx, decision.value, act);
      return accept(period);
    });
  return onTheChain(run);
}
