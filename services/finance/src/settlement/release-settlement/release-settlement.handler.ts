import type { Clock } from '@redress/kernel';
import type { Cause } from '@redress/messaging';
import type { TenantTransaction } from '@redress/persistence';
import type { SettlementRepository } from '../model/settlement.repository';
import { releaseSettlement as decide } from './release-settlement.decide';

export interface ReleaseDependencies {
  readonly settlements: SettlementRepository;
  readonly clock: Clock;
}

/** Opens the settlements of an accepted resolution to finance's decision. */
export async function releaseSettlements(
  tx: TenantTransaction,
  { caseId, resolutionId, by }: { readonly caseId: string; readonly resolutionId: string; readonly by: string },
  { settlements, clock }: ReleaseDependencies,
  cause?: Cause,
): Promise<void> {
  const at = clock.now();
  for (const settlement of await settlements.lockUndecided(tx, caseId)) {
    const change = settlement.resolutionId === resolutionId ? decide(settlement, { by, at }) : undefined;
    if (change !== undefined) await settlements.save(tx, change, cause);
  }
}
