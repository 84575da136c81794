import type { InsertRow } from '@redress/persistence';
import { formatQuantity, parseQuantity } from '../../ceiling/model/quantity.model';
import type { ExceptionKind, ExceptionState, ReturnException } from '../model/return-exception.model';

/** One row of `return_exception`, as a query reads it. */
export interface ReturnExceptionRow {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly authorisationId: string | null;
  readonly returnLineId: string | null;
  readonly receiptLineId: string | null;
  readonly quantity: string;
  readonly owner: string;
  readonly raisedAt: Date;
  readonly reason: string | null;
  readonly resolvedBy: string | null;
  readonly resolvedAt: Date | null;
  readonly countedOn: string | null;
  readonly openKey: string | null;
  readonly version: number;
}

export const EXCEPTION_COLUMNS = `x.id, x.kind, x.state, x.authorisation_id AS authorisationId,
  x.return_line_id AS returnLineId, x.receipt_line_id AS receiptLineId, x.quantity, x.owner, x.raised_at AS raisedAt,
  x.reason, x.resolved_by AS resolvedBy, x.resolved_at AS resolvedAt,
  x.counted_on_line_id AS countedOn, x.open_key AS openKey, x.version`;

export function exceptionOf(row: ReturnExceptionRow): ReturnException {
  const { authorisationId, returnLineId, receiptLineId, reason, resolvedBy, resolvedAt, countedOn } = row;
  return {
    ...{ id: row.id, kind: row.kind as ExceptionKind, state: row.state as ExceptionState },
    ...{ matter: row.openKey ?? '', owner: row.owner, raisedAt: row.raisedAt, version: Number(row.version) },
    ...(authorisationId === null ? {} : { authorisationId }),
    ...(returnLineId === null ? {} : { returnLineId }),
    ...(receiptLineId === null ? {} : { receiptLineId }),
    quantity: parseQuantity(row.quantity),
    ...(reason === null ? {} : { reason }),
    ...(resolvedBy === null ? {} : { resolvedBy }),
    ...(resolvedAt === null ? {} : { resolvedAt }),
    ...(countedOn === null ? {} : { countedOn }),
  };
}

export function exceptionRow(exception: ReturnException): InsertRow {
  const { id, kind, state, matter, authorisationId, returnLineId, receiptLineId, quantity, owner } = exception;
  return {
    ...{ id, kind, state, owner, raised_at: exception.raisedAt, version: exception.version },
    ...{ open_key: matter, quantity: formatQuantity(quantity) },
    authorisation_id: authorisationId ?? null,
    return_line_id: returnLineId ?? null,
    receipt_line_id: receiptLineId ?? null,
  };
}
