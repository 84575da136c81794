import { toGlobalId, toMoney } from '@redress/graphql-runtime';
import type { Visibility } from '../../access/access.rules';
import { onlyPart, partsFromText } from '../model/settlement-parts.model';
import type { Settlement, SettlementPart } from './settlement.gql';
import type { SettlementRecord } from './settlement.query';

/** The settlement as its viewer may see it: who decided and what the provider said is for staff. */
export function toSettlement(record: SettlementRecord, visibility: Visibility): Settlement {
  const { currency, orderNumber, lineNumber, paymentState, maximumMinor } = record;
  const forStaff = visibility.kind === 'organisation';
  return {
    id: toGlobalId('Settlement', record.id),
    number: record.number,
    state: record.state,
    instrument: record.instrument,
    amount: toMoney({ amountMinor: BigInt(record.amountMinor), currency }),
    orderLine: orderNumber === null || lineNumber === null ? null : { orderNumber, lineNumber },
    parts: partsOf(record),
    customerId: record.customerId,
    payment:
      paymentState === null
        ? null
        : {
            state: paymentState,
            attempts: record.attempts ?? 0,
            providerReference: record.providerReference,
            reason: forStaff ? record.paymentReason : null,
          },
    reason: record.reason,
    maximum: maximumMinor === null ? null : toMoney({ amountMinor: BigInt(maximumMinor), currency }),
    decidedBy: forStaff ? record.decidedBy : null,
    decidedAt: record.decidedAt,
    createdAt: record.createdAt,
    completedAt: record.completedAt,
    version: record.version,
    caseId: record.caseId,
    complaintId: record.complaintId,
    resolutionProposedBy: record.resolutionProposedBy,
    resolutionApprovedBy: record.resolutionApprovedBy,
  };
}

function partsOf(record: SettlementRecord): SettlementPart[] {
  const { currency, customerId, instrument, orderNumber, lineNumber } = record;
  const amount = { amountMinor: BigInt(record.amountMinor), currency };
  const orderLine = orderNumber === null || lineNumber === null ? {} : { orderLine: { orderNumber, lineNumber } };
  const parts =
    record.parts === null
      ? onlyPart({ instrument, customerId, ...orderLine }, amount, null)
      : partsFromText(record.parts, currency);
  return parts.map(({ part, instrument: kind, amount: each, subject, quantity, payee }) => ({
    part,
    instrument: kind,
    amount: toMoney(each),
    orderNumber: subject?.orderNumber ?? null,
    lineNumber: subject?.lineNumber ?? null,
    charge: subject?.charge ?? null,
    quantity: quantity ?? null,
    toComplainant: payee === customerId,
  }));
}
