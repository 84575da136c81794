import { toGlobalId, toMoney } from '@redress/graphql-runtime';
import type { Visibility } from '../../access/access.rules';
import type { Settlement } from './settlement.gql';
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
