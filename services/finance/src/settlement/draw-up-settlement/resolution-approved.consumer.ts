import { resolutionApproved, type EventData } from '@redress/contracts';
import { money, type Money } from '@redress/kernel';
import { onEvent, type EventHandlers } from '@redress/messaging';
import { cancelUndecided, type CancellationDependencies } from '../cancel-settlement/cancel-settlement.handler';
import type { DrawUpSettlement, RequestedPart } from './draw-up-settlement.command';
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
  return data.remedies.flatMap(({ remedyId, kind, amount, orderLine, parts = [] }) => {
    if (amount === undefined) return [];
    return [
      {
        ...{ caseId, complaintId, customerId, resolutionId, remedyId },
        resolutionProposedBy: proposedBy,
        resolutionApprovedBy: by,
        resolutionApprovedAt: new Date(at),
        instrument: kind,
        amount: moneyOf(amount),
        ...(orderLine === undefined ? {} : { orderLine }),
        parts: parts.map(requestedPart),
      },
    ];
  });
}

type RemedyPart = NonNullable<EventData<typeof resolutionApproved>['remedies'][number]['parts']>[number];

function requestedPart({ kind, orderNumber, lineNumber, charge, quantity, amount, payee }: RemedyPart): RequestedPart {
  const subject =
    orderNumber === undefined
      ? undefined
      : {
          orderNumber,
          ...(lineNumber === undefined ? {} : { lineNumber }),
          ...(charge === undefined ? {} : { charge }),
        };
  return {
    instrument: kind,
    amount: moneyOf(amount),
    ...(subject === undefined ? {} : { subject }),
    ...(quantity === undefined ? {} : { quantity }),
    ...(payee === undefined ? {} : { payee }),
  };
}

function moneyOf({ amountMinor, currency }: { readonly amountMinor: string; readonly currency: string }): Money {
  return money(BigInt(amountMinor), currency);
}
