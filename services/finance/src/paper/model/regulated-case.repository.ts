import type { TenantReader } from '@redress/persistence';
import type { Regulation } from '@redress/regulations';

/** What papers need to know of a case: its number, its category and its regulation, as far as finance knows them. */
export interface RegulatedCase {
  readonly number?: string;
  /** Code of its category. */
  readonly cause?: string;
  readonly regulation?: Regulation;
}

export type RegulatedCaseOf = (reader: TenantReader, caseId: string) => Promise<RegulatedCase>;

/** The same for many cases, in their order, with one statement. */
export type RegulatedCasesBy = (reader: TenantReader, caseIds: readonly string[]) => Promise<RegulatedCase[]>;
