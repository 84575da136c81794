import {
  instalmentsPlanned,
  paymentAttempted,
  settlementAdjusted,
  settlementApproved,
  settlementCancelled,
  settlementCompleted,
  settlementFailed,
  settlementProposed,
  settlementRefused,
  settlementRejected,
  settlementReleased,
  type EventData,
  type EventDefinition,
} from '@redress/contracts';
import type { Money } from '@redress/kernel';
import type { NewEvent } from '@redress/messaging';
import type { SettlementEvent } from '../model/settlement.events';
import type { SettlementPart } from '../model/settlement-part.model';
import type { Settlement } from '../model/settlement.model';

/** What other services learn of a settlement: keys, amounts and reasons, never who the complainant is. */
export function settlementPublication(settlement: Settlement, event: SettlementEvent): NewEvent {
  const { caseId, complaintId, resolutionId } = settlement;
  const key = { settlementId: settlement.id, caseId, complaintId, resolutionId, at: event.at.toISOString() };
  const amount = moneyData(settlement.amount);
  switch (event.type) {
    case 'SettlementProposed':
      return newEvent(settlementProposed, { ...key, ...proposalOf(settlement) });
    case 'SettlementRefused': {
      const maximum = event.maximum === undefined ? {} : { maximum: moneyData(event.maximum) };
      return newEvent(settlementRefused, { ...key, ...proposalOf(settlement), reason: event.reason, ...maximum });
    }
    case 'SettlementReleased':
      return newEvent(settlementReleased, { ...key, by: event.by });
    case 'SettlementApproved':
      return newEvent(settlementApproved, { ...key, by: event.by, amount });
    case 'SettlementAdjusted': {
      const { by, reason } = event;
      return newEvent(settlementAdjusted, { ...key, by, reason, amount, parts: settlement.parts.map(partData) });
    }
    case 'InstalmentsPlanned': {
      const instalments = event.instalments.map(({ dueOn, amount: due }) => ({ dueOn, amount: moneyData(due) }));
      return newEvent(instalmentsPlanned, { ...key, by: event.by, instalments });
    }
    case 'SettlementRejected':
      return newEvent(settlementRejected, { ...key, by: event.by, amount });
    case 'SettlementCancelled':
      return newEvent(settlementCancelled, { ...key, by: event.by, amount });
    case 'PaymentAttempted':
      return newEvent(paymentAttempted, { ...key, attempt: event.attempt, result: event.result });
    case 'SettlementCompleted': {
      const { instrument } = settlement;
      const { providerReference } = event;
      return newEvent(settlementCompleted, { ...key, instrument, amount, ...partsOf(settlement), providerReference });
    }
    case 'SettlementFailed':
      return newEvent(settlementFailed, { ...key, by: event.by, amount, reason: event.reason });
  }
}

function newEvent<Definition extends EventDefinition>(definition: Definition, data: EventData<Definition>): NewEvent {
  return { definition, data };
}

function proposalOf({ number, remedyId, instrument, amount, orderLine, parts }: Settlement) {
  return {
    ...{ number, remedyId, instrument },
    amount: moneyData(amount),
    ...(orderLine === undefined ? {} : { orderLine }),
    ...partsOf({ parts }),
  };
}

/** Told apart only where there are several. */
function partsOf({ parts }: Pick<Settlement, 'parts'>) {
  return parts.length > 1 ? { parts: parts.map(partData) } : {};
}

function partData({ instrument, amount, subject, quantity, payee }: SettlementPart) {
  return {
    kind: instrument,
    amount: moneyData(amount),
    ...subject,
    ...(quantity === undefined ? {} : { quantity }),
    payee,
  };
}

function moneyData({ amountMinor, currency }: Money): { amountMinor: string; currency: string } {
  return { amountMinor: amountMinor.toString(), currency };
}
