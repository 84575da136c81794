import { advance, allows, type Settlement, type SettlementChange } from '../model/settlement.model';

/** Opens a settlement to finance's decision, because the complainant agreed. Answers nothing when it is not waiting for that. */
export function releaseSettlement(
  settlement: Settlement,
  { by, at }: { readonly by: string; readonly at: Date },
): SettlementChange | undefined {
  if (!allows(settlement, 'release')) return undefined;
  return advance(settlement, 'release', [{ type: 'SettlementReleased', at, by }]);
}
