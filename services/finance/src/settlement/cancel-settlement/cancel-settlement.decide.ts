import { advance, allows, type Settlement, type SettlementChange } from '../model/settlement.model';

/** Why a resolution no longer stands. Stable; the settlement's reason. */
export type CancellationReason =
  | 'FINANCE_COMPLAINANT_OBJECTED'
  | 'FINANCE_RESOLUTION_RETURNED'
  | 'FINANCE_RESOLUTION_REPLACED'
  | 'FINANCE_CASE_CLOSED';

/** Calls a settlement off. Answers nothing once finance has approved it: that money is on its way, or was refused anyhow. */
export function cancelSettlement(
  settlement: Settlement,
  { by, at, reason }: { readonly by: string; readonly at: Date; readonly reason: CancellationReason },
): SettlementChange | undefined {
  if (!allows(settlement, 'cancel')) return undefined;
  return advance(settlement, 'cancel', [{ type: 'SettlementCancelled', at, by }], { reason });
}
