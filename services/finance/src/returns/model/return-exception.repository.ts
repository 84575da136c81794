import type { TenantTransaction } from '@redress/persistence';
import type { ExceptionResolution, ReturnException } from './return-exception.model';

/** A matter for a person. */
export type Raised = Omit<ReturnException, 'id' | 'state' | 'version'>;

export interface Resolved {
  readonly resolution: ExceptionResolution;
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
  /** The line on which the decision counts the goods. */
  readonly countedOn?: string;
}

/** Stores what does not fit, and tells of it. */
export interface ReturnExceptionRepository {
  lock(tx: TenantTransaction, id: string): Promise<ReturnException | undefined>;
  find(tx: TenantTransaction, id: string): Promise<ReturnException | undefined>;
  openOf(tx: TenantTransaction, authorisationId: string): Promise<ReturnException[]>;
  /** Opens one for each matter; where one is open already, its kind and quantity become those given. */
  raise(tx: TenantTransaction, raised: readonly Raised[]): Promise<void>;
  /** Ends those of the matters that are open. */
  endOf(tx: TenantTransaction, matters: readonly string[], end: Resolved): Promise<void>;
  resolve(tx: TenantTransaction, exception: ReturnException, end: Resolved): Promise<void>;
  assign(tx: TenantTransaction, exception: ReturnException, owner: string): Promise<void>;
}
