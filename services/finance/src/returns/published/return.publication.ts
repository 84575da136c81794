import {
  returnAdjusted,
  returnAuthorised,
  returnCancelled,
  returnInspected,
  returnReceived,
  returnReconciled,
  type EventData,
  type EventDefinition,
} from '@redress/contracts';
import type { NewEvent } from '@redress/messaging';
import { formatQuantity } from '../../ceiling/model/quantity.model';
import { totalOf } from '../model/disposition.model';
import type { ReturnAuthorisation } from '../model/return-authorisation.model';
import type { ReturnEvent } from '../model/return.events';
import { openOf, type ReturnLine } from '../model/return-line.model';

/** What other services learn of a return: keys, quantities and amounts, never who the customer is. */
export function returnPublication(authorisation: ReturnAuthorisation, event: ReturnEvent): NewEvent {
  const { id: returnId, number, settlementId, caseId, cause, dueAt, lines } = authorisation;
  const plain = {
    ...{ returnId, number, settlementId, caseId, at: event.at.toISOString() },
    ...(cause === undefined ? {} : { cause }),
    lines: lines.map(lineData),
  };
  switch (event.type) {
    case 'ReturnAuthorised':
      return newEvent(returnAuthorised, { ...plain, dueAt: dueAt.toISOString() });
    case 'GoodsReceived':
      return newEvent(returnReceived, { ...plain, by: event.by, receiptId: event.receiptId });
    case 'ReturnInspected':
      return newEvent(returnInspected, { ...plain, by: event.by });
    case 'ReturnAdjusted':
      return newEvent(returnAdjusted, { ...plain, exceptionId: event.exceptionId });
    case 'ReturnReconciled':
      return newEvent(returnReconciled, { ...plain, by: event.by });
    case 'ReturnCancelled':
      return newEvent(returnCancelled, { ...plain, by: event.by });
  }
}

function newEvent<Definition extends EventDefinition>(definition: Definition, data: EventData<Definition>): NewEvent {
  return { definition, data };
}

function lineData(line: ReturnLine): EventData<typeof returnAuthorised>['lines'][number] {
  const { id: lineId, instrument: kind, orderNumber, lineNumber, product, entitled, posted } = line;
  const amount = (amountMinor: bigint) => ({ amountMinor: amountMinor.toString(), currency: entitled.currency });
  return {
    ...{ lineId, kind, orderNumber, lineNumber },
    ...(product === undefined ? {} : { product }),
    authorised: formatQuantity(line.authorised),
    received: formatQuantity(line.received),
    inspected: formatQuantity(totalOf(line.inspected)),
    open: formatQuantity(openOf(line)),
    entitled: amount(entitled.amountMinor),
    ...(posted === undefined
      ? {}
      : {
          outcome: posted.outcome,
          posted: formatQuantity(posted.quantity),
          postedAmount: amount(posted.amountMinor),
        }),
  };
}
