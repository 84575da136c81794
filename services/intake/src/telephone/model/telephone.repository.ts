import type { TenantReader, TenantTransaction } from '@redress/persistence';
import type { SubjectKey } from '../../personal-data/subject-key';
import type { Confirmation, PhoneCall } from './telephone.model';

/** Where calls and confirmations are kept. */
export interface Conversations {
  /** The customer of a complaint; undefined for none. */
  customerOf(reader: TenantReader, complaintId: string): Promise<string | undefined>;
  enterCall(tx: TenantTransaction, call: PhoneCall): void;
  /** What the complainant corrected is sealed under their key. */
  enterConfirmation(tx: TenantTransaction, confirmation: Confirmation, key: SubjectKey): void;
}
