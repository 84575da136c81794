import type { TenantReader, TenantTransaction } from '@redress/persistence';
import type { Signature } from '../../regulation-drafts/model/regulation-draft.model';
import type { Adoption } from './adoption.model';

/** Where adoptions are kept. They are few, never change, and everything asks for them, so they are remembered. */
export interface AdoptionRepository {
  /** All adoptions of the organisation, the earliest first; may be a second old unless asked for fresh. */
  all(reader: TenantReader, options?: { readonly fresh?: boolean }): Promise<readonly Adoption[]>;
  /** An adoption by its id, whenever it was made. */
  find(reader: TenantReader, id: string): Promise<Adoption | undefined>;
  /** Who signed terms, by their digest. */
  signaturesUnder(reader: TenantReader, terms: string): Promise<readonly Signature[]>;
  /** Stores a signature; answers false when the signatory, or the person for another one, has signed already. */
  sign(tx: TenantTransaction, id: string, terms: string, signature: Signature): Promise<boolean>;
  /** Stores an adoption; answers false when another one takes effect at the same moment. */
  add(tx: TenantTransaction, adoption: Adoption): Promise<boolean>;
}
