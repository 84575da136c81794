import type { TenantReader, TenantTransaction } from '@redress/persistence';
import type { DocumentNumber, Paper, PaperMark } from './paper.model';
import type { PaperKind } from './paper-kind.model';

/**
 * Numbers without gaps and never the same twice. The series stays locked until the transaction ends, and a transaction
 * that is undone gives its number back: take it as late as possible, and several in the order of their series.
 */
export interface DocumentNumbers {
  next(tx: TenantTransaction, series: string, year: number): Promise<DocumentNumber>;
}

/** A paper that gets its number when its transaction commits. */
export type UnnumberedPaper = Omit<Paper, 'number'>;

/** Papers with what happened to them. Nothing is ever taken away. */
export interface PaperRepository {
  /**
   * Stores the paper as part of the commit, and gives it the next number of its series there: those who come at the same
   * time wait for each other's commit only, and not for what else their transactions do.
   */
  addAtCommit(
    tx: TenantTransaction,
    paper: UnnumberedPaper,
    series: { readonly name: string; readonly year: number },
  ): void;
  /** Keeps others from marking it until the transaction ends. */
  lock(tx: TenantTransaction, id: string): Promise<Paper | undefined>;
  find(reader: TenantReader, id: string): Promise<Paper | undefined>;
  /** The papers of a settlement that are not void, locked, in the order of their ids. */
  lockInForce(tx: TenantTransaction, settlementId: string, kinds?: readonly PaperKind[]): Promise<readonly Paper[]>;
  marks(reader: TenantReader, paperId: string): Promise<readonly PaperMark[]>;
  /** Adds a mark to a locked paper, whose version grows by one. */
  mark(tx: TenantTransaction, paper: Paper, mark: Omit<PaperMark, 'position'>): Promise<void>;
}
