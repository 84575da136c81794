import type { TenantTransaction } from '@redress/persistence';
import type { ComplaintLabels } from './erasure.model';

/** Takes the texts of complaints away, and what was made of them. */
export interface ErasedTexts {
  /** Text, personal fields, words of the search index and fingerprints; number, product and order stay searchable. Safe to repeat. */
  erase(tx: TenantTransaction, complaints: readonly ComplaintLabels[]): Promise<void>;
  /** The names of their files; the content goes afterwards, when nothing can ask for it any more. */
  eraseFiles(tx: TenantTransaction, complaintIds: readonly string[]): Promise<void>;
  /** Messages that came in on a complaint. */
  eraseMessages(tx: TenantTransaction, complaintId: string): Promise<void>;
  find(tx: TenantTransaction, complaintId: string): Promise<ComplaintLabels | undefined>;
}
