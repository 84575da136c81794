import type { TenantReader, TenantTransaction } from '@redress/persistence';
import type { CeilingSubject, OrderLine } from './ceiling-subject.model';
import type { Ceiling, CeilingKind } from './ceiling.model';

/**
 * Stores ceilings. What was locked stays locked until the transaction ends, so that draws on one ceiling queue up. A
 * transaction that needs several finds all their ids first and locks them in one call: locks are then taken in the
 * order of the ids everywhere, and no two transactions wait for each other.
 */
export interface CeilingRepository {
  /** Throws when there is no such ceiling: a settlement that was drawn up always has one. */
  lock(tx: TenantTransaction, id: string): Promise<Ceiling>;
  lockBySubject(tx: TenantTransaction, kind: CeilingKind, subject: string): Promise<Ceiling | undefined>;
  /** In the order of their ids, each once. Throws when one does not exist. */
  lockMany(tx: TenantTransaction, ids: readonly string[]): Promise<Ceiling[]>;
  /** Those that exist, in the order of their ids. */
  lockBySubjects(tx: TenantTransaction, subjects: readonly CeilingSubject[]): Promise<Ceiling[]>;
  /** The ceilings of the lines and of their charges, in the order of their ids; see `chargeOf` for which is which. */
  lockLines(tx: TenantTransaction, orderLines: readonly OrderLine[]): Promise<Ceiling[]>;
  /** Ids to be locked together with others; ceilings never vanish and never change their subject. */
  idsBySubjects(reader: TenantReader, subjects: readonly CeilingSubject[]): Promise<string[]>;
  idsByLines(reader: TenantReader, orderLines: readonly OrderLine[]): Promise<string[]>;
  add(tx: TenantTransaction, ceilings: readonly Ceiling[]): Promise<void>;
  /** Stores what changed; the ceiling must be locked. */
  save(tx: TenantTransaction, ceiling: Ceiling): Promise<void>;
  /** Stores what changed of several locked ceilings in one statement. */
  saveMany(tx: TenantTransaction, ceilings: readonly Ceiling[]): Promise<void>;
}
