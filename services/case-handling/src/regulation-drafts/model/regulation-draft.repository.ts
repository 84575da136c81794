import type { TenantTransaction } from '@redress/persistence';
import type { Publication, RegulationDraft, Signature } from './regulation-draft.model';

/** Where an organisation's own regulations are kept. */
export interface RegulationDraftRepository {
  /** The draft, locked until the transaction ends. */
  find(tx: TenantTransaction, id: string): Promise<RegulationDraft | undefined>;
  /** Every publication of the regulation of this name, the newest last. */
  publicationsOf(tx: TenantTransaction, regulationId: string): Promise<readonly Publication[]>;
  add(tx: TenantTransaction, draft: RegulationDraft): Promise<void>;
  /** Stores another text of the draft; the signatures under the one before are void. The version given is the one before. */
  rewrite(tx: TenantTransaction, draft: RegulationDraft): Promise<void>;
  sign(tx: TenantTransaction, draft: RegulationDraft, signature: Signature): Promise<void>;
  /** Stores a publication; answers false when the version was published in the meantime. */
  publish(tx: TenantTransaction, draft: RegulationDraft, publication: Publication): Promise<boolean>;
}
