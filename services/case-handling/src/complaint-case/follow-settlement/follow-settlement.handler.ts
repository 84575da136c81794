import type { Clock, Money } from '@redress/kernel';
import type { TenantTransaction } from '@redress/persistence';
import type { SettlementState } from '../model/case.model';
import type { CasePlans } from '../model/case-plans.repository';
import type { ComplaintCaseRepository } from '../model/complaint-case.repository';
import { decideOnReport } from './follow-settlement.decide';

export interface FollowSettlementDependencies {
  readonly cases: ComplaintCaseRepository;
  readonly plans: CasePlans;
  readonly clock: Clock;
  readonly newId: () => string;
}

/** A settlement as finance reports it. Only its first report names the remedy. */
export interface ReportedSettlement {
  readonly caseId: string;
  readonly settlementId: string;
  readonly resolutionId: string;
  readonly remedyId?: string;
  readonly state: SettlementState;
  readonly reason?: string;
  readonly maximum?: Money;
}

/** Lets the case know what became of its money. A report on a case that is not known here is a bug, and throws. */
export async function followSettlement(
  { cases, plans, clock, newId }: FollowSettlementDependencies,
  tx: TenantTransaction,
  reported: ReportedSettlement,
): Promise<void> {
  const { caseId, settlementId, state } = reported;
  const current = await cases.find(tx, caseId);
  if (current === undefined) throw new Error(`settlement ${settlementId} is for case ${caseId}, which is unknown`);
  const by = reported.remedyId === undefined ? { settlementId } : { remedyId: reported.remedyId };
  const remedy = await cases.findRemedy(tx, caseId, by);
  if (remedy === undefined) throw new Error(`settlement ${settlementId} was never drawn up for case ${caseId}`);
  if (remedy.settlementState === state) return;
  await cases.noteSettlement(tx, caseId, { remedyId: remedy.id, settlementId, state });
  const plan = await plans.of(tx, current.adoptionId);
  const course = decideOnReport(current, { ...reported, remedyId: remedy.id }, { now: clock.now(), newId, plan });
  await cases.save(tx, { before: current, course, plan });
}
