import { type Outcome, accept, refuse } from '@redress/kernel';
import type { SettlementRefusal } from '../model/settlement.errors';
import { advance, type Settlement, type SettlementChange } from '../model/settlement.model';
import { decidesOnOwnWork, isNotOpenToDecision, wasChangedSince } from '../model/settlement.rules';

interface Rejection {
  readonly subject: string;
  readonly expectedVersion: number;
  readonly reason: string;
  readonly now: Date;
}

/** Rejects a settlement that waits for approval, with a reason that the handler of the case will read. */
export function rejectSettlement(
  settlement: Settlement,
  { subject, expectedVersion, reason, now }: Rejection,
): Outcome<SettlementChange, SettlementRefusal> {
  const refusal =
    isNotOpenToDecision(settlement) ??
    wasChangedSince(settlement, expectedVersion) ??
    decidesOnOwnWork(settlement, subject);
  if (refusal !== undefined) return refuse(refusal);
  if (reason.trim() === '' || reason.length > 500)
    return refuse({ code: 'FINANCE_REASON_REQUIRED', path: ['input', 'reason'], details: { limit: 500 } });
  return accept(
    advance(settlement, 'reject', [{ type: 'SettlementRejected', at: now, by: subject }], {
      decidedBy: subject,
      decidedAt: now,
      reason: reason.trim(),
    }),
  );
}
