import type { TenantTransaction } from '@redress/persistence';
import type { SettlementListener } from '../../settlement/model/settlement-hooks.model';
import { awaitedOf } from '../model/ruling.model';
import {
  examine,
  questionOf,
  type ExaminationDependencies,
  type Examined,
} from '../rule-on-approval/examine-settlement.handler';
import { releasedOfHarm } from './released-settlements.query';

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
      else await follow(tx, settlement, event.at, dependencies);
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
  for (const settlement of await releasedOfHarm(tx, caseId)) await follow(tx, settlement, at, dependencies);
}

async function follow(
  tx: TenantTransaction,
  settlement: Examined,
  since: Date,
  dependencies: ExaminationDependencies,
): Promise<void> {
  const examination = await examine(tx, settlement, dependencies);
  const question = examination === undefined ? undefined : questionOf(examination, since);
  if (question === undefined) return;
  const holder = awaitedOf(question);
  await dependencies.signatures.await(tx, { settlementId: settlement.id, holder, since });
}
