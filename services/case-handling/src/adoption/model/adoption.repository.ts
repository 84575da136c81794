import type { TenantReader, TenantTransaction } from '@redress/persistence';
import type { Adoption } from './adoption.model';

/** Where adoptions are kept. They are few, never change, and everything asks for them, so they are remembered. */
export interface AdoptionRepository {
  /** All adoptions of the organisation, the earliest first; may be a second old unless asked for fresh. */
  all(reader: TenantReader, options?: { readonly fresh?: boolean }): Promise<readonly Adoption[]>;
  /** An adoption by its id, whenever it was made. */
  find(reader: TenantReader, id: string): Promise<Adoption | undefined>;
  /** Stores an adoption; answers false when another one takes effect at the same moment. */
  add(tx: TenantTransaction, adoption: Adoption): Promise<boolean>;
}
