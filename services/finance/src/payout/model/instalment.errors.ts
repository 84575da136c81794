import type { SettlementRefusal } from '../../settlement/model/settlement.errors';

/** Why instalments were refused. Stable and public. */
export type InstalmentRefusal =
  | SettlementRefusal
  | 'FINANCE_INSTALMENT_DAYS_UNUSABLE'
  | 'FINANCE_INSTALMENT_WEIGHTS_UNUSABLE'
  | 'FINANCE_INSTALMENT_OF_NOTHING'
  | 'FINANCE_INSTALMENTS_SEVERAL_PAYEES';
