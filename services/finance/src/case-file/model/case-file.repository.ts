import type { TenantReader, TenantTransaction } from '@redress/persistence';
import type { CaseFile } from './case-file.model';

/** What an event tells of a case; an absent member changes nothing, null takes away. */
export type CaseFileChange = {
  readonly [Member in keyof Omit<CaseFile, 'caseId' | 'harmId'>]?: CaseFile[Member] | null;
};

/** What finance knows of cases. Only the events of case handling write it. */
export interface CaseFiles {
  /** The files of the cases that finance has heard of, in no order. One statement. */
  caseFilesBy(reader: TenantReader, caseIds: readonly string[]): Promise<CaseFile[]>;
  /** All cases about the same harm, this one among them; this one alone where finance has not heard of it. */
  linkedCaseIds(reader: TenantReader, caseId: string): Promise<readonly string[]>;
  /** The cases about each of the harms; see `CaseFile.harmId`. One statement. */
  casesOfHarms(reader: TenantReader, harmIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>;
  /**
   * The cases about the harm of a case, kept from changing until the transaction ends: whoever
   * else grants something for the harm waits. Nothing for a case of which finance has not heard.
   */
  lockLinked(tx: TenantTransaction, caseId: string): Promise<readonly string[] | undefined>;
  /** Notes what was told; begins the file where there is none yet. */
  note(tx: TenantTransaction, caseId: string, change: CaseFileChange): Promise<void>;
  /** The case is about the same harm as another, or on its own again, and with it those that were merged into it. */
  link(tx: TenantTransaction, caseId: string, mergedInto: string | undefined): Promise<void>;
}
