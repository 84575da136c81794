import type { TenantTransaction } from '@redress/persistence';
import type { SettlementListener } from '../../settlement/model/settlement-hooks.policy';
import type { Examined } from '../model/examined-settlement.model';
import { awaitedOf } from '../model/ruling.model';
import { examineAll, questionOf, type ExaminationDependencies } from '../rule-on-approval/examine-settlement.handler';

/**
 * Keeps for whose signature each released settlement waits. An approval may raise what the others of the harm need, and a
 * change of what is paid undoes signatures.
 */
export function followAwaiting(dependencies: ExaminationDependencies): SettlementListener {
  return {
    hears: ['SettlementReleased', 'SettlementAdjusted', 'SettlementApproved'],
    async hear(tx, settlement, event) {
      if (event.type === 'SettlementAdjusted') {
        await dependencies.signatures.notePreparer(tx, settlement.id, event.by);
      }
      if (event.type === 'SettlementApproved') await followCase(tx, settlement.caseId, event.at, dependencies);
      else await follow(tx, [settlement], event.at, dependencies);
    },
  };
}

/** Looks at the released settlements of the harm anew. */
export async function followCase(
  tx: TenantTransaction,
  caseId: string,
  at: Date,
  dependencies: ExaminationDependencies,
): Promise<void> {
  const released = await dependencies.examined.releasedOfHarm(tx, caseId);
  if (released.length > 0) await follow(tx, released, at, dependencies);
}

async function follow(
  tx: TenantTransaction,
  settlements: readonly Examined[],
  since: Date,
  dependencies: ExaminationDependencies,
): Promise<void> {
  for (const examination of await examineAll(tx, settlements, dependencies)) {
    const question = examination === undefined ? undefined : questionOf(examination, since);
    if (examination === undefined || question === undefined) continue;
    const { id: settlementId } = examination.settlement;
    await dependencies.signatures.await(tx, { settlementId, holder: awaitedOf(question), since });
  }
}
