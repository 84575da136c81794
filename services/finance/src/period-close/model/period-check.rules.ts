import type { Refusal } from '@redress/kernel';
import { WEIGHT_OF, type PeriodCheck, type PeriodCheckName, type SeenFinding } from './period-check.model';
import type { PeriodRefusal } from './period.errors';

type Blocking = {
  [Name in PeriodCheckName]: (typeof WEIGHT_OF)[Name] extends 'BLOCKS' ? Name : never;
}[PeriodCheckName];

const CODE_OF: Readonly<Record<Blocking, PeriodRefusal>> = {
  ENTRIES_UNBALANCED: 'FINANCE_PERIOD_BOOKS_DISAGREE',
  BOOKS_DISAGREE: 'FINANCE_PERIOD_BOOKS_DISAGREE',
  PAYMENTS_UNKNOWN: 'FINANCE_PERIOD_PAYMENTS_UNKNOWN',
  STATEMENTS_MISSING: 'FINANCE_PERIOD_STATEMENTS_MISSING',
  LINES_WITHOUT_OWNER: 'FINANCE_PERIOD_LINES_WITHOUT_OWNER',
  PAYMENTS_WITHOUT_OWNER: 'FINANCE_PERIOD_PAYMENTS_WITHOUT_OWNER',
  EXCEPTIONS_WITHOUT_OWNER: 'FINANCE_PERIOD_EXCEPTIONS_WITHOUT_OWNER',
};

/**
 * What of the findings stands in the way of closing: whatever blocks, and whatever must be acknowledged of which more
 * was found than the person says to have seen. Each refusal names its check among the facts.
 */
export function obstaclesIn(
  checks: readonly PeriodCheck[],
  acknowledged: readonly SeenFinding[],
): Refusal<PeriodRefusal>[] {
  return checks.flatMap(({ check, count, ids }): Refusal<PeriodRefusal>[] => {
    if (count === 0) return [];
    const found = { facts: { check, count }, details: { limit: count, allowed: ids } };
    if (isBlocking(check)) return [{ code: CODE_OF[check], ...found }];
    const seen = acknowledged.find((each) => each.check === check)?.count ?? 0;
    if (WEIGHT_OF[check] === 'NOTED' || seen >= count) return [];
    return [{ code: 'FINANCE_PERIOD_UNACKNOWLEDGED', path: ['input', 'acknowledged', check], ...found }];
  });
}

/** What a closing keeps of findings that did not stand in its way. */
export function warningsOf(
  checks: readonly PeriodCheck[],
): { readonly check: PeriodCheckName; readonly count: number; readonly acknowledged?: true }[] {
  return checks
    .filter(({ check, count }) => count > 0 && !isBlocking(check))
    .map(({ check, count }) => ({
      ...{ check, count },
      ...(WEIGHT_OF[check] === 'ACKNOWLEDGED' ? { acknowledged: true as const } : {}),
    }));
}

function isBlocking(check: PeriodCheckName): check is Blocking {
  return WEIGHT_OF[check] === 'BLOCKS';
}
