import type { InsertRow } from '@redress/persistence';
import type { ReturnAuthorisation, ReturnState } from '../model/return-authorisation.model';
import type { ReturnLine } from '../model/return-line.model';

/** One row of `return_authorisation`, as a query reads it. */
export interface ReturnAuthorisationRow {
  readonly id: string;
  readonly number: string;
  readonly settlementId: string;
  readonly caseId: string;
  readonly customerId: string;
  readonly state: string;
  readonly cause: string | null;
  readonly owner: string;
  readonly dueAt: Date;
  readonly createdAt: Date;
  readonly closedAt: Date | null;
  readonly closedBy: string | null;
  readonly version: number;
}

export const RETURN_COLUMNS = `a.id, a.number, a.settlement_id AS settlementId, a.case_id AS caseId,
  a.customer_id AS customerId, a.state, a.cause, a.owner, a.due_on_record AS dueAt, a.created_at AS createdAt,
  a.closed_at AS closedAt, a.closed_by AS closedBy, a.version`;

export function authorisationOf(row: ReturnAuthorisationRow, lines: readonly ReturnLine[]): ReturnAuthorisation {
  const { cause, closedAt, closedBy, state, version, ...plain } = row;
  return {
    ...plain,
    state: state as ReturnState,
    version: Number(version),
    ...(cause === null ? {} : { cause }),
    ...(closedAt === null ? {} : { closedAt }),
    ...(closedBy === null ? {} : { closedBy }),
    lines,
  };
}

export function authorisationRow(authorisation: ReturnAuthorisation): InsertRow {
  const { id, number, settlementId, caseId, customerId, state, cause, owner, dueAt } = authorisation;
  return {
    ...{ id, number, settlement_id: settlementId, case_id: caseId, customer_id: customerId, state, owner },
    cause: cause ?? null,
    ...{ due_at: dueAt, due_on_record: dueAt, created_at: authorisation.createdAt },
    closed_at: authorisation.closedAt ?? null,
    closed_by: authorisation.closedBy ?? null,
    version: authorisation.version,
  };
}
