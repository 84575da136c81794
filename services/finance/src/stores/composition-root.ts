import type { Foundations } from '@redress/service-host';
import { caseKnowledge } from '../case-file/stores/composition-root';
import { ceilingsInMysql } from '../ceiling/adapters/ceiling.repository-mysql';
import { goodwillBudgetsInMysql } from '../goodwill/adapters/goodwill-budget.repository-mysql';
import { ledgerInMysql } from '../ledger/adapters/ledger.repository-mysql';
import { paperStores } from '../paper/drawing/composition-root';
import { paymentsInMysql } from '../payment/adapters/payment.repository-mysql';
import { purchasesInMysql } from '../purchase/adapters/purchase.repository-mysql';
import { settlementNumbersInMysql } from '../settlement/adapters/settlement-numbers-mysql';
import { settlementsInMysql } from '../settlement/adapters/settlement.repository-mysql';
import type { SettlementListener } from '../settlement/model/settlement-hooks.policy';
import { tenantCalendarInMysql } from '../tenant-calendar/adapters/tenant-calendar-mysql';

/** The stores that the capabilities share; `listeners` may be filled later, before the service starts. */
export function storesOf({ database, clock }: Foundations, listeners: readonly SettlementListener[]) {
  const knowledge = caseKnowledge({ clock });
  return {
    database,
    clock,
    settlements: settlementsInMysql(listeners),
    ceilings: ceilingsInMysql,
    ledger: ledgerInMysql,
    payments: paymentsInMysql(database),
    purchases: purchasesInMysql,
    budgets: goodwillBudgetsInMysql,
    numbers: settlementNumbersInMysql(database),
    calendar: tenantCalendarInMysql,
    ...knowledge,
    ...paperStores({ ...knowledge, calendar: tenantCalendarInMysql }),
  };
}

/** What the capabilities share. */
export type Stores = ReturnType<typeof storesOf>;
