import type { Clock } from '@redress/kernel';
import type { Cause } from '@redress/messaging';
import type { TenantTransaction } from '@redress/persistence';
import type { CeilingRepository } from '../../ceiling/model/ceiling.repository';
import { giveReservationBack } from '../model/reservation.policy';
import type { SettlementRepository } from '../model/settlement.repository';
import { cancelSettlement as decide, type CancellationReason } from './cancel-settlement.decide';

export interface CancellationDependencies {
  readonly settlements: SettlementRepository;
  readonly ceilings: CeilingRepository;
  readonly clock: Clock;
}

/** Which settlements of a case fall away: those of one resolution, those of all but one, or all of them. */
export interface CancelUndecided {
  readonly caseId: string;
  readonly only?: string;
  readonly except?: string;
  readonly by: string;
  readonly reason: CancellationReason;
}

/** Cancels what finance has not decided yet and gives the reservations back. Money on its way stays on its way. */
export async function cancelUndecided(
  tx: TenantTransaction,
  { caseId, only, except, by, reason }: CancelUndecided,
  { settlements, ceilings, clock }: CancellationDependencies,
  cause?: Cause,
): Promise<void> {
  const at = clock.now();
  for (const settlement of await settlements.lockUndecided(tx, caseId)) {
    const { resolutionId } = settlement;
    if (resolutionId === except || (only !== undefined && resolutionId !== only)) continue;
    const change = decide(settlement, { by, at, reason });
    if (change === undefined) continue;
    await settlements.save(tx, change, cause);
    await giveReservationBack(tx, settlement, ceilings);
  }
}
