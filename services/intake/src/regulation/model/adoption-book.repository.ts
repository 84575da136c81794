import type { TenantReader, TenantTransaction } from '@redress/persistence';
import type { Adoption } from './adoption.model';

/** The adoptions of an organisation, as the events of case handling told them. */
export interface AdoptionBook {
  /** All of them; may be some seconds old, but never too old to hold one that is in force at `at`, if there is one. */
  read(reader: TenantReader, at: Date): Promise<readonly Adoption[]>;
  /** Enters an adoption; one that is there already stays as it is. */
  enter(tx: TenantTransaction, adoption: Adoption): Promise<void>;
}
