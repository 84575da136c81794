import type { TenantTransaction } from '@redress/persistence';
import type { Ceiling, CeilingKind } from './ceiling.model';

/** Stores ceilings. What was locked stays locked until the transaction ends, so that draws on one ceiling queue up. */
export interface CeilingRepository {
  /** Throws when there is no such ceiling: a settlement that was drawn up always has one. */
  lock(tx: TenantTransaction, id: string): Promise<Ceiling>;
  lockBySubject(tx: TenantTransaction, kind: CeilingKind, subject: string): Promise<Ceiling | undefined>;
  add(tx: TenantTransaction, ceilings: readonly Ceiling[]): Promise<void>;
  /** Stores what changed; the ceiling must be locked. */
  save(tx: TenantTransaction, ceiling: Ceiling): Promise<void>;
}
