import { money } from '@redress/kernel';
import type { InsertRow } from '@redress/persistence';
import { formatQuantity, parseQuantity } from '../../ceiling/model/quantity.model';
import type { Instrument } from '../../settlement/model/settlement-part.model';
import type { ReturnLine, ReturnLineOutcome } from '../model/return-line.model';

/** One row of `return_line`, as a query reads it. */
export interface ReturnLineRow {
  readonly id: string;
  readonly authorisationId: string;
  readonly line: number;
  readonly instrument: string;
  readonly orderNumber: string;
  readonly lineNumber: number;
  readonly product: string | null;
  readonly quantityNamed: number;
  readonly authorised: string;
  readonly received: string;
  readonly setAside: string;
  readonly resale: string;
  readonly repair: string;
  readonly scrap: string;
  readonly backToCustomer: string;
  readonly complete: number;
  readonly instructed: string | null;
  readonly currency: string;
  readonly entitledMinor: string;
  readonly outcome: string | null;
  readonly posted: string | null;
  readonly postedMinor: string | null;
}

export const RETURN_LINE_COLUMNS = `l.id, l.authorisation_id AS authorisationId, l.line, l.instrument,
  l.order_number AS orderNumber, l.line_number AS lineNumber, l.product, l.quantity_named AS quantityNamed, l.authorised,
  l.received, l.set_aside AS setAside, l.resale, l.repair, l.scrap, l.back_to_customer AS backToCustomer, l.complete,
  l.instructed, l.currency, l.entitled_minor AS entitledMinor, l.outcome, l.posted, l.posted_minor AS postedMinor`;

export function returnLineOf(row: ReturnLineRow): ReturnLine {
  return {
    ...{ id: row.id, authorisationId: row.authorisationId, line: Number(row.line) },
    instrument: row.instrument as Instrument,
    ...{ orderNumber: row.orderNumber, lineNumber: Number(row.lineNumber) },
    ...(row.product === null ? {} : { product: row.product }),
    quantityNamed: Boolean(row.quantityNamed),
    authorised: parseQuantity(row.authorised),
    received: parseQuantity(row.received),
    setAside: parseQuantity(row.setAside),
    inspected: {
      RESALE: parseQuantity(row.resale),
      REPAIR: parseQuantity(row.repair),
      SCRAP: parseQuantity(row.scrap),
      BACK_TO_CUSTOMER: parseQuantity(row.backToCustomer),
    },
    complete: Boolean(row.complete),
    ...(row.instructed === null ? {} : { instructed: parseQuantity(row.instructed) }),
    entitled: money(BigInt(row.entitledMinor), row.currency),
    ...postedOf(row),
  };
}

function postedOf({ outcome, posted, postedMinor }: ReturnLineRow): Pick<ReturnLine, 'posted'> {
  if (outcome === null || posted === null || postedMinor === null) return {};
  const quantity = parseQuantity(posted);
  return { posted: { outcome: outcome as ReturnLineOutcome, quantity, amountMinor: BigInt(postedMinor) } };
}

export function returnLineRow(line: ReturnLine): InsertRow {
  return {
    ...{ id: line.id, authorisation_id: line.authorisationId, line: line.line, instrument: line.instrument },
    ...{ order_number: line.orderNumber, line_number: line.lineNumber, product: line.product ?? null },
    quantity_named: line.quantityNamed,
    authorised: formatQuantity(line.authorised),
    currency: line.entitled.currency,
    entitled_minor: line.entitled.amountMinor,
    ...changingColumns(line),
  };
}

/** What changes of a line once it is authorised. */
export function changingColumns(line: ReturnLine) {
  return {
    received: formatQuantity(line.received),
    set_aside: formatQuantity(line.setAside),
    resale: formatQuantity(line.inspected.RESALE),
    repair: formatQuantity(line.inspected.REPAIR),
    scrap: formatQuantity(line.inspected.SCRAP),
    back_to_customer: formatQuantity(line.inspected.BACK_TO_CUSTOMER),
    complete: line.complete,
    instructed: line.instructed === undefined ? null : formatQuantity(line.instructed),
    outcome: line.posted?.outcome ?? null,
    posted: line.posted === undefined ? null : formatQuantity(line.posted.quantity),
    posted_minor: line.posted?.amountMinor ?? null,
  };
}
