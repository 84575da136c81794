import { periodClosed, periodReopened } from '@redress/contracts';
import { appendEvents } from '@redress/messaging';
import type { TenantTransaction } from '@redress/persistence';
import type { AccountingPeriod } from '../model/accounting-period.model';
import type { PeriodAct } from '../model/period-act.policy';

/** Tells others of a closing or re-opening: the hash then lies outside of these books, too. */
export async function publishPeriodAct(
  tx: TenantTransaction,
  { id, version }: AccountingPeriod,
  { sequence, period, kind, entries, hash, previousHash, actedBy: by, actedAt }: PeriodAct,
): Promise<void> {
  const data = { periodId: id, period, sequence, hash, previousHash, at: actedAt.toISOString(), by };
  const aggregate = { id, version };
  if (kind === 'REOPENED') return appendEvents(tx, aggregate, [{ definition: periodReopened, data }]);
  return appendEvents(tx, aggregate, [{ definition: periodClosed, data: { ...data, entries } }]);
}
