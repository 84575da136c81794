import type { Money } from '@redress/kernel';
import type { Cause } from '@redress/messaging';
import type { TenantTransaction } from '@redress/persistence';
import type { Opening } from '../open-case/open-case.decide';
import type { ComplaintCase } from './case.model';
import type { SettlementState } from './case.model';
import type { CasePlan } from './case-plan.model';
import type { Course } from './course.model';

/** A change of a case to be stored, with what bound and caused it. */
export interface CaseChange {
  readonly before: ComplaintCase;
  readonly course: Course;
  readonly plan: CasePlan | undefined;
  readonly cause?: Cause;
}

/** An opening to be stored. */
export interface NewCase {
  readonly opening: Opening;
  readonly plan: CasePlan | undefined;
  readonly cause?: Cause;
}

/** A remedy with what finance last said of it. */
export interface NotedRemedy {
  readonly id: string;
  readonly settlementState: SettlementState | null;
}

/** Where cases are kept: rows, timeline and events change together or not at all. */
export interface ComplaintCaseRepository {
  /** The case, locked until the transaction ends. */
  find(tx: TenantTransaction, caseId: string): Promise<ComplaintCase | undefined>;
  /** The case of a complaint, locked until the transaction ends. */
  findByComplaint(tx: TenantTransaction, complaintId: string): Promise<ComplaintCase | undefined>;
  /** Stores new cases; nothing in the transaction may read them. */
  add(tx: TenantTransaction, newCases: readonly NewCase[]): Promise<void>;
  /** Stores what a course did. Throws `StaleVersion` when the case is not as it was before. */
  save(tx: TenantTransaction, change: CaseChange): Promise<void>;
  /** Notes what finance said of a remedy of any resolution; not a fact of the case by itself. */
  noteSettlement(
    tx: TenantTransaction,
    caseId: string,
    note: { readonly remedyId: string; readonly settlementId: string; readonly state: SettlementState },
  ): Promise<void>;
  /** What was granted for the same harm in linked cases: of the same customer and order line. */
  linkedAmounts(tx: TenantTransaction, caseId: string): Promise<readonly Money[]>;
  /** Everyone who approved a resolution of the case, or sent one back. */
  decidedBy(tx: TenantTransaction, caseId: string): Promise<readonly string[]>;
  /** The remedy of any resolution of the case, by its own id or by that of its settlement. */
  findRemedy(
    tx: TenantTransaction,
    caseId: string,
    by: { readonly remedyId: string } | { readonly settlementId: string },
  ): Promise<NotedRemedy | undefined>;
}
