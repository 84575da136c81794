import { toGlobalId, toMoney } from '@redress/graphql-runtime';
import { money } from '@redress/kernel';
import { formatQuantity } from '../../ceiling/model/quantity.model';
import { totalOf, type QuantityByDisposition } from '../model/disposition.model';
import { openOf, type ReturnLine as LineModel } from '../model/return-line.model';
import type { InspectedQuantity, ReturnAuthorisation, ReturnInspection, ReturnLine } from './return.gql';
import type { InspectionRecord, ReturnRecord } from './return.query';

export function toReturn(record: ReturnRecord): ReturnAuthorisation {
  const { id, number, state, cause, owner, dueAt, createdAt, closedAt, closedBy, version } = record;
  return {
    id: toGlobalId('ReturnAuthorisation', id),
    ...{ number, state, cause, owner, dueAt, createdAt, closedAt, closedBy, version: Number(version) },
    ...{ returnId: id, settlementId: record.settlementId, caseId: record.caseId },
  };
}

export function toReturnLine(line: LineModel): ReturnLine {
  const { id, line: part, instrument, orderNumber, lineNumber, product, entitled, posted } = line;
  return {
    ...{
      id: toGlobalId('ReturnLine', id),
      lineId: id,
      returnId: line.authorisationId,
      part,
      instrument,
      orderNumber,
      lineNumber,
    },
    ...{ product: product ?? null, complete: line.complete, entitled: toMoney(entitled) },
    authorised: formatQuantity(line.authorised),
    received: formatQuantity(line.received),
    setAside: formatQuantity(line.setAside),
    inspected: toInspected(line.inspected),
    open: formatQuantity(openOf(line)),
    outcome: posted?.outcome ?? null,
    posted: posted === undefined ? null : formatQuantity(posted.quantity),
    postedAmount: posted === undefined ? null : toMoney(money(posted.amountMinor, entitled.currency)),
  };
}

export function toInspection({ quantities, ...plain }: InspectionRecord): ReturnInspection {
  return { ...plain, quantity: toInspected(quantities) };
}

function toInspected(quantities: QuantityByDisposition): InspectedQuantity {
  return {
    resale: formatQuantity(quantities.RESALE),
    repair: formatQuantity(quantities.REPAIR),
    scrap: formatQuantity(quantities.SCRAP),
    backToCustomer: formatQuantity(quantities.BACK_TO_CUSTOMER),
    total: formatQuantity(totalOf(quantities)),
  };
}
