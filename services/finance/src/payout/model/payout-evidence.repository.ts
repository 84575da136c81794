import type { TenantTransaction } from '@redress/persistence';
import type { PayoutEvidence } from './payout-evidence.model';

/** Keeps what people say about payments. */
export interface PayoutEvidenceRepository {
  /** Throws `EvidenceOpen` when another about the payment still waits for its second person. */
  add(tx: TenantTransaction, evidence: PayoutEvidence): Promise<void>;
  find(tx: TenantTransaction, id: string): Promise<PayoutEvidence | undefined>;
  /** Call it with its payment locked. */
  save(tx: TenantTransaction, evidence: PayoutEvidence): Promise<void>;
}

/** Another evidence about the payment waits already. */
export class EvidenceOpen extends Error {}
