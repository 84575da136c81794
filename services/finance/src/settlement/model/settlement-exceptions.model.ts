/** Why somebody should look at a settlement. */
export const SETTLEMENT_EXCEPTIONS = [
  'PAYMENT_DECLINED',
  'PAYMENT_UNKNOWN',
  'AWAITS_OTHER_AUTHORITY',
  'RETURN_EXCEPTION',
  'EVIDENCE_UNVERIFIED',
  'EVIDENCE_REFUSED',
] as const;

export type SettlementException = (typeof SETTLEMENT_EXCEPTIONS)[number];
