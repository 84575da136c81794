import type { TenantTransaction } from '@redress/persistence';
import type { OrganisationUnit } from './organisation-unit.model';

/** Where the units of an organisation are kept. They are few, so that a change reads them all. */
export interface UnitRepository {
  /** Every unit by id, locked until the transaction ends, so that two changes cannot make a circle. */
  all(tx: TenantTransaction): Promise<ReadonlyMap<string, OrganisationUnit>>;
  /** Whether there is a unit with this code. */
  isKnown(tx: TenantTransaction, code: string): Promise<boolean>;
  /** Stores a new unit; answers false when its code is taken. */
  add(tx: TenantTransaction, unit: OrganisationUnit): Promise<boolean>;
  /** Stores a unit that was changed; the version given is the one before. */
  save(tx: TenantTransaction, unit: OrganisationUnit): Promise<void>;
}
