import type { Clock } from '@redress/kernel';
import type { TenantTransaction } from '@redress/persistence';
import type { CasePlans } from '../model/case-plans.repository';
import type { ComplaintCaseRepository } from '../model/complaint-case.repository';
import { decideOpening, type RegisteredComplaint } from './open-case.decide';

export interface OpenCaseDependencies {
  readonly cases: ComplaintCaseRepository;
  readonly plans: CasePlans;
  readonly clock: Clock;
  readonly newId: () => string;
}

/** Opens the case of a registered complaint, within the transaction that makes note of the event. */
export async function openCase(
  { cases, plans, clock, newId }: OpenCaseDependencies,
  tx: TenantTransaction,
  complaint: RegisteredComplaint,
  regulation: { readonly id: string; readonly version: number } | undefined,
): Promise<void> {
  const plan = await plans.binding(tx, regulation, complaint.receivedAt);
  const opening = decideOpening(complaint, { now: clock.now(), newId, plan });
  await cases.add(tx, [{ opening, plan }]);
}
