import type { Database } from '@redress/persistence';
import type { PayoutPlanner } from '../../payment/model/payout-planner.policy';
import type { PlannedPayout } from '../../payment/model/planned-payout.model';
import type { SettlementRepository } from '../../settlement/model/settlement.repository';

export interface PreviewDependencies {
  readonly database: Database;
  readonly settlements: SettlementRepository;
  readonly planPayouts: PayoutPlanner;
}

/**
 * By which payments a settlement that nobody has decided yet would be paid now: the very plan that approval carries out,
 * made by the same code from the same rows. Undefined for what does not exist or is decided.
 */
export function previewPayouts(
  { tenantId, settlementId }: { readonly tenantId: string; readonly settlementId: string },
  { database, settlements, planPayouts }: PreviewDependencies,
): Promise<readonly PlannedPayout[] | undefined> {
  return database.transaction(tenantId, async (tx) => {
    const settlement = await settlements.lock(tx, settlementId);
    const undecided = settlement?.state === 'PROPOSED' || settlement?.state === 'RELEASED';
    return settlement !== undefined && undecided ? planPayouts(tx, settlement) : undefined;
  });
}
