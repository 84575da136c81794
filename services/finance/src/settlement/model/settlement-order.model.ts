/** Orders of a list of settlements, each by an index. */
export const SETTLEMENT_ORDERS = [
  'CREATED_AT_DESC',
  'CREATED_AT_ASC',
  'DECIDED_AT_DESC',
  'DECIDED_AT_ASC',
  'COMPLETED_AT_DESC',
  'COMPLETED_AT_ASC',
  'AMOUNT_DESC',
  'AMOUNT_ASC',
] as const;

export type SettlementOrderName = (typeof SETTLEMENT_ORDERS)[number];
