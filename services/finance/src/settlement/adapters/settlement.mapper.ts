import type { RowInput } from '@redress/persistence';
import type { Instrument, Settlement } from '../model/settlement.model';
import type { SettlementState } from '../model/settlement.transitions';
import { onlyPart, partsFromText, partsToText } from '../model/settlement-parts.model';
import type { SettlementRow } from './settlement.row';

type StoredSettlement = RowInput<SettlementRow>;

export function toRow(settlement: Settlement): StoredSettlement {
  const { amount, orderLine, maximum, parts, ...plain } = settlement;
  return {
    ...plain,
    amountMinor: amount.amountMinor,
    currency: amount.currency,
    orderNumber: orderLine?.orderNumber ?? null,
    lineNumber: orderLine?.lineNumber ?? null,
    parts: partsToText(parts),
    ceilingId: null,
    reason: settlement.reason ?? null,
    maximumMinor: maximum?.amountMinor ?? null,
    decidedBy: settlement.decidedBy ?? null,
    decidedAt: settlement.decidedAt ?? null,
    completedAt: settlement.completedAt ?? null,
  };
}

export function fromRow(row: SettlementRow): Settlement {
  const { currency } = row;
  const instrument = row.instrument as Instrument;
  const amount = { amountMinor: row.amountMinor, currency };
  const orderLine =
    row.orderNumber === null || row.lineNumber === null
      ? {}
      : { orderLine: { orderNumber: row.orderNumber, lineNumber: row.lineNumber } };
  return {
    id: row.id,
    number: row.number,
    caseId: row.caseId,
    complaintId: row.complaintId,
    customerId: row.customerId,
    resolutionId: row.resolutionId,
    remedyId: row.remedyId,
    instrument,
    amount,
    ...orderLine,
    parts:
      row.parts === null
        ? onlyPart({ instrument, customerId: row.customerId, ...orderLine }, amount, row.ceilingId)
        : partsFromText(row.parts, currency),
    state: row.state as SettlementState,
    ...(row.reason === null ? {} : { reason: row.reason }),
    ...(row.maximumMinor === null ? {} : { maximum: { amountMinor: row.maximumMinor, currency } }),
    resolutionProposedBy: row.resolutionProposedBy,
    resolutionApprovedBy: row.resolutionApprovedBy,
    ...(row.decidedBy === null ? {} : { decidedBy: row.decidedBy }),
    ...(row.decidedAt === null ? {} : { decidedAt: row.decidedAt }),
    createdAt: row.createdAt,
    ...(row.completedAt === null ? {} : { completedAt: row.completedAt }),
    version: row.version,
  };
}
