import type { Clock } from '@redress/kernel';
import type { TenantTransaction } from '@redress/persistence';
import type { TenantCalendar } from '../../tenant-calendar/model/tenant-calendar.repository';
import { instalmentsOf, spreadOverInstalments, type InstalmentPayout } from '../model/instalment.model';
import type { InstalmentPlanRepository } from '../model/instalment-plan.repository';
import type { PayoutPlanner } from '../model/payout-planner.policy';
import type { PlannedPayout } from '../model/planned-payout.model';

export interface InstalmentDependencies {
  readonly instalmentPlans: InstalmentPlanRepository;
  readonly calendar: TenantCalendar;
  readonly clock: Clock;
}

/** Spreads what another planner plans over the days of the settlement's instalments, where it has any. */
export function inInstalments(plan: PayoutPlanner, dependencies: InstalmentDependencies): PayoutPlanner {
  return async (tx, settlement) => {
    const payouts = await plan(tx, settlement);
    const [days = []] = await dependencies.instalmentPlans.of(tx, [settlement.id]);
    if (days.length === 0) return payouts;
    const spread = spreadOverInstalments(payouts, instalmentsOf(days, settlement.amount));
    const held: PlannedPayout[] = [];
    for (const payout of spread) held.push(await heldUntilItsDay(tx, payout, dependencies));
    return held;
  };
}

/** What is due already, or was taken off receivables with the approval, is held no more. */
async function heldUntilItsDay(
  tx: TenantTransaction,
  payout: InstalmentPayout,
  { calendar, clock }: InstalmentDependencies,
): Promise<PlannedPayout> {
  const heldUntil = await calendar.startOfDay(tx, payout.notBefore);
  return heldUntil <= clock.now() || payout.means === 'RECEIVABLE' ? payout : { ...payout, heldUntil };
}
