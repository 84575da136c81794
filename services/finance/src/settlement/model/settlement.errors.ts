/** Why finance refuses to draw up or to decide a settlement. Stable and public. */
export type SettlementRefusal =
  | 'NOT_FOUND'
  | 'FINANCE_SETTLEMENT_AWAITS_CONSENT'
  | 'FINANCE_SETTLEMENT_ALREADY_APPROVED'
  | 'FINANCE_SETTLEMENT_ALREADY_PAID'
  | 'FINANCE_SETTLEMENT_NOT_OPEN'
  | 'FINANCE_SEPARATION_OF_DUTIES'
  | 'FINANCE_REASON_REQUIRED'
  | 'VERSION_CONFLICT';

/** Why a remedy could not be drawn up as a settlement. Stable and public; also the reason in its event. */
export type DrawUpRefusal =
  | 'FINANCE_CEILING_EXCEEDED'
  | 'FINANCE_QUANTITY_EXCEEDED'
   
  | 'FINANCE_CURRENCY_MISMATCH'
  | 'FINANCE_ORDER_LINE_UNKNOWN'
  | 'FINANCE_NO_DISPUTED_LINE'
  | 'FINANCE_GOODWILL_BUDGET_MISSING'
  | 'FINANCE_AMOUNT_NOT_POSITIVE'
  | 'FINANCE_INSTRUMENT_WITHOUT_MONEY';
