import { accept, newId, refuse, type Money } from '@redress/kernel';
import { executeCommand, type CommandResult } from '@redress/persistence';
import type { PenaltyDependencies } from '../decide-penalty/decide-penalty.handler';
import type { FallsOn, PenaltyRefusal } from '../model/penalty.model';

export interface SetDeductionStandard {
  readonly tenantId: string;
  readonly subject: string;
  readonly idempotencyKey: string;
  readonly sanction: string;
  readonly fallsOn: FallsOn;
  readonly validFrom: string;
  readonly amount: Money;
}

const LONGEST_SANCTION = 64;

/** Sets what a sanction costs from a day on. */
export async function setDeductionStandard(
  { tenantId, subject, idempotencyKey, ...standard }: SetDeductionStandard,
  { database, penalties, clock }: Pick<PenaltyDependencies, 'database' | 'penalties' | 'clock'>,
): Promise<CommandResult<boolean, PenaltyRefusal>> {
  const { sanction, amount } = standard;
  if (sanction === '' || sanction.length > LONGEST_SANCTION) {
    const details = { limit: LONGEST_SANCTION };
    return { outcome: refuse({ code: 'INPUT_INVALID', path: ['input', 'sanction'], details }), replayed: false };
  }
  if (amount.amountMinor <= 0n) {
    return { outcome: refuse({ code: 'FINANCE_AMOUNT_NOT_POSITIVE', path: ['input', 'amount'] }), replayed: false };
  }
  const command = {
    tenantId,
    operation: 'setDeductionStandard',
    subject,
    idempotencyKey,
    request: standard,
    keepForEver: true,
  };
  return executeCommand<boolean, PenaltyRefusal>(database, command, async (tx) => {
    await penalties.setStandard(tx, { ...standard, id: newId(), setBy: subject, setAt: clock.now() });
    return accept(true);
  });
}
