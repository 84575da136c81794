/** What a list or an export of settlements can show, by stable names in their usual order. */
export const SETTLEMENT_COLUMN_NAMES = [
  'NUMBER',
  'STATE',
  'INSTRUMENT',
  'AMOUNT',
  'CURRENCY',
  'ORDER_NUMBER',
  'LINE_NUMBER',
  'CASE_NUMBER',
  'DEPARTMENT',
  'PRODUCT',
  'CATEGORY',
  'REGION',
  'LEVEL',
  'REGULATION',
  'PAYMENT_STATE',
  'REASON',
  'DECIDED_BY',
  'CREATED_AT',
  'DECIDED_AT',
  'COMPLETED_AT',
] as const;

export type SettlementColumn = (typeof SETTLEMENT_COLUMN_NAMES)[number];
