import { caseClosed, settlementReturned } from '@redress/contracts';
import { onEvent, type EventHandlers } from '@redress/messaging';
import { cancelUndecided, type CancellationDependencies } from './cancel-settlement.handler';

/** One settlement of the resolution could not be made, so the others of it must not be made either. */
export function onSettlementReturned(dependencies: CancellationDependencies): EventHandlers {
  return onEvent(settlementReturned, async ({ data, id, correlationid = id }, tx) => {
    const { caseId, resolutionId, by } = data;
    const reason = 'FINANCE_RESOLUTION_RETURNED';
    const cause = { correlationId: correlationid, causationId: id };
    await cancelUndecided(tx, { caseId, only: resolutionId, by, reason }, dependencies, cause);
  });
}

/** A case that ends without its resolution being carried out gives nothing. */
export function onCaseClosed(dependencies: CancellationDependencies): EventHandlers {
  return onEvent(caseClosed, async ({ data, id, correlationid = id }, tx) => {
    const { caseId, outcome, by } = data;
    // What was taken over as history has never had a resolution; an import brings thousands of such cases.
    if (outcome === 'RESOLVED' || outcome === 'IMPORTED') return;
    const cause = { correlationId: correlationid, causationId: id };
    await cancelUndecided(tx, { caseId, by, reason: 'FINANCE_CASE_CLOSED' }, dependencies, cause);
  });
}
