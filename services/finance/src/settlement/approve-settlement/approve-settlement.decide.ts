import { type Outcome, type Refusal, accept, refuse } from '@redress/kernel';
import type { SettlementRefusal } from '../model/settlement.errors';
import { advance, type Settlement, type SettlementChange } from '../model/settlement.model';
import { decidesOnOwnWork, isNotOpenToDecision, wasChangedSince } from '../model/settlement.rules';

/** Why a person cannot approve a settlement, whatever their authority. */
export function cannotBeApproved(
  settlement: Settlement,
  { subject, expectedVersion }: { readonly subject: string; readonly expectedVersion: number },
): Refusal<SettlementRefusal> | undefined {
  return (
    isNotOpenToDecision(settlement) ??
    wasChangedSince(settlement, expectedVersion) ??
    decidesOnOwnWork(settlement, subject)
  );
}

/** Approves a settlement that the complainant agreed to, as it was seen, by a person who had no part in its resolution. */
export function approveSettlement(
  settlement: Settlement,
  { subject, expectedVersion, now }: { readonly subject: string; readonly expectedVersion: number; readonly now: Date },
): Outcome<SettlementChange, SettlementRefusal> {
  const refusal = cannotBeApproved(settlement, { subject, expectedVersion });
  if (refusal !== undefined) return refuse(refusal);
  return accept(
    advance(settlement, 'approve', [{ type: 'SettlementApproved', at: now, by: subject }], {
      decidedBy: subject,
      decidedAt: now,
    }),
  );
}
