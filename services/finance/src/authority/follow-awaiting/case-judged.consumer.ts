import { caseLevelChanged, caseMerged, caseReassessed, caseUnmerged } from '@redress/contracts';
import { onEvent, type EventHandlers } from '@redress/messaging';
import type { TenantTransaction } from '@redress/persistence';
import type { ExaminationDependencies } from '../rule-on-approval/examine-settlement.handler';
import { followCase } from './follow-awaiting.handler';

/** What is judged of a case, and which cases are about one harm, changes whose authority is needed. */
export function onCaseJudged(dependencies: ExaminationDependencies): EventHandlers {
  const follow = (
    { data: { caseId, at } }: { readonly data: { readonly caseId: string; readonly at: string } },
    tx: TenantTransaction,
  ): Promise<void> => followCase(tx, caseId, new Date(at), dependencies);
  return {
    ...onEvent(caseReassessed, follow),
    ...onEvent(caseLevelChanged, follow),
    ...onEvent(caseMerged, follow),
    ...onEvent(caseUnmerged, follow),
  };
}
