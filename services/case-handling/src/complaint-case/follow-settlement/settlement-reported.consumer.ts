import {
  settlementCancelled,
  settlementCompleted,
  settlementFailed,
  settlementProposed,
  settlementRefused,
  settlementRejected,
} from '@redress/contracts';
import { onEvent, type EventHandlers } from '@redress/messaging';
import { present } from '../model/present-members.model';
import {
  followSettlement,
  type FollowSettlementDependencies,
  type ReportedSettlement,
} from './follow-settlement.handler';

interface SettlementKey {
  readonly caseId: string;
  readonly settlementId: string;
  readonly resolutionId: string;
}

/** What finance says of the settlements that were drawn up for a case. */
export function onSettlementReported(dependencies: FollowSettlementDependencies): EventHandlers {
  const report = (key: SettlementKey, rest: Omit<ReportedSettlement, keyof SettlementKey>): ReportedSettlement => ({
    caseId: key.caseId,
    settlementId: key.settlementId,
    resolutionId: key.resolutionId,
    ...rest,
  });
  return {
    ...onEvent(settlementProposed, ({ data }, tx) =>
      followSettlement(dependencies, tx, report(data, { state: 'PROPOSED', remedyId: data.remedyId })),
    ),
    ...onEvent(settlementRefused, ({ data }, tx) =>
      followSettlement(
        dependencies,
        tx,
        report(data, {
          state: 'REFUSED',
          remedyId: data.remedyId,
          reason: data.reason,
          ...present({ maximum: data.maximum === undefined ? undefined : moneyOf(data.maximum) }),
        }),
      ),
    ),
    ...onEvent(settlementRejected, ({ data }, tx) =>
      followSettlement(dependencies, tx, report(data, { state: 'REJECTED', reason: 'FINANCE_REJECTED' })),
    ),
    ...onEvent(settlementCancelled, ({ data }, tx) =>
      followSettlement(dependencies, tx, report(data, { state: 'CANCELLED' })),
    ),
    ...onEvent(settlementFailed, ({ data }, tx) =>
      followSettlement(dependencies, tx, report(data, { state: 'FAILED', reason: data.reason })),
    ),
    ...onEvent(settlementCompleted, ({ data }, tx) =>
      followSettlement(dependencies, tx, report(data, { state: 'COMPLETED' })),
    ),
  };
}

function moneyOf({ amountMinor, currency }: { readonly amountMinor: string; readonly currency: string }) {
  return { amountMinor: BigInt(amountMinor), currency };
}
