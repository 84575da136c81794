import type { DrawUpRefusal, SettlementRefusal } from '../../settlement/model/settlement.errors';

/** Why returns are not taken in, looked at, reconciled or decided. Stable and public. */
export type ReturnRefusal =
  | 'NOT_FOUND'
  | 'INPUT_INVALID'
  | 'VERSION_CONFLICT'
  | 'FINANCE_RETURN_NOT_OPEN'
  | 'FINANCE_RETURN_NOT_RECONCILED'
  | 'FINANCE_RETURN_INCOMPLETE'
  | 'FINANCE_RETURN_NOT_INSPECTED'
  | 'FINANCE_RETURN_EXCEPTION_OPEN'
  | 'FINANCE_RETURN_NOTHING_CAME'
  | 'FINANCE_RETURN_INSPECTED_TOO_MUCH'
  | 'FINANCE_RETURN_EXCEPTION_DECIDED'
  | 'FINANCE_RETURN_RESOLUTION_IMPOSSIBLE'
  | 'FINANCE_RETURN_REASON_REQUIRED'
  | 'FINANCE_RETURN_LINE_REQUIRED'
  | 'FINANCE_RETURN_LINE_OF_OTHER_GOODS'
  | 'FINANCE_RETURN_FOUR_EYES';

/** Why what came back cannot be posted: as above, or because the settlement or a ceiling is against it. */
export type ReconciliationRefusal = ReturnRefusal | SettlementRefusal | DrawUpRefusal;
