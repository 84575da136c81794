import { resolutionApproved, type EventData } from '@redress/contracts';
import { money } from '@redress/kernel';
import { onEvent, type EventHandlers } from '@redress/messaging';
import { cancelUndecided, type CancellationDependencies } from '../cancel-settlement/cancel-settlement.handler';
import type { DrawUpSettlement } from './draw-up-settlement.command';
import { drawUpSettlements, type DrawUpDependencies } from './draw-up-settlement.handler';

/** A resolution was approved: what an earlier one of the case still had reserved is freed, and its own money drawn up. */
export function onResolutionApproved(dependencies: DrawUpDependencies & CancellationDependencies): EventHandlers {
  return onEvent(resolutionApproved, async ({ data, id, correlationid = id }, tx) => {
    const { caseId, resolutionId, by } = data;
    const cause = { correlationId: correlationid, causationId: id };
    const reason = 'FINANCE_RESOLUTION_REPLACED';
    await cancelUndecided(tx, { caseId, except: resolutionId, by, reason }, dependencies, cause);
    await drawUpSettlements(tx, remediesWithMoney(data), dependencies, cause);
  });
}

function remediesWithMoney(data: EventData<typeof resolutionApproved>): DrawUpSettlement[] {
  const { caseId, complaintId, customerId, resolutionId, proposedBy, by, at } = data;
  return data.remedies.flatMap(({ remedyId, kind, amount, orderLine }) => {
    if (amount === undefined) return [];
    return [
      {
        ...{ caseId, complaintId, customerId, resolutionId, remedyId },
        resolutionProposedBy: proposedBy,
        resolutionApprovedBy: by,
        resolutionApprovedAt: new Date(at),
        instrument: kind,
        amount: money(BigInt(amount.amountMinor), amount.currency),
        ...(orderLine === undefined ? {} : { orderLine }),
      },
    ];
  });
}
