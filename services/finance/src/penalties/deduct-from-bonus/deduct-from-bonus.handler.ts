import { accept, newId, refuse } from '@redress/kernel';
import { executeCommand, type CommandResult } from '@redress/persistence';
import { isPeriod } from '../../ledger/model/period.model';
import type { PenaltyDependencies } from '../decide-penalty/decide-penalty.handler';
import { deductionEntry } from '../model/penalty-entry.model';
import type { PenaltyRefusal } from '../model/penalty.model';

export interface DeductFromBonus {
  readonly tenantId: string;
  readonly subject: string;
  readonly idempotencyKey: string;
  readonly period: string;
}

/** The penalties of a month were taken from its bonuses: each is booked. The answer is how many there were. */
export async function deductFromBonus(
  { tenantId, subject, idempotencyKey, period }: DeductFromBonus,
  { database, penalties, ledger, clock }: PenaltyDependencies,
): Promise<CommandResult<number, PenaltyRefusal>> {
  if (!isPeriod(period))
    return { outcome: refuse({ code: 'INPUT_INVALID', path: ['input', 'period'] }), replayed: false };
  const command = {
    tenantId,
    operation: 'deductFromBonus',
    subject,
    idempotencyKey,
    request: { period },
    keepForEver: true,
  };
  return executeCommand<number, PenaltyRefusal>(database, command, async (tx) => {
    const deductible = await penalties.lockDeductible(tx, period);
    const bookedAt = clock.now();
    if (deductible.length === 0) return accept(0);
    await penalties.deduct(
      tx,
      deductible.map(({ id }) => id),
    );
    const entries = deductible.map((penalty) => deductionEntry(penalty, { id: newId(), bookedAt }));
    await ledger.bookMany(tx, entries);
    return accept(deductible.length);
  });
}
