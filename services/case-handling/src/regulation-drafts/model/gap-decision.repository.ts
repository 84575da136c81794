import type { TenantTransaction } from '@redress/persistence';
import type { GapDecision } from './gap-decision.model';

/** Where decisions on gaps of the regulation are kept. */
export interface GapDecisionRepository {
  add(tx: TenantTransaction, decision: GapDecision): Promise<void>;
  find(tx: TenantTransaction, id: string): Promise<GapDecision | undefined>;
  /** Stores an approval; answers false when the decision was changed in the meantime. */
  approve(
    tx: TenantTransaction,
    decision: GapDecision,
    approval: { readonly approvedBy: string; readonly approvedAt: Date },
  ): Promise<boolean>;
  /** Notes that a draft closes the gaps; answers false when one of the decisions does not exist. */
  link(tx: TenantTransaction, draftId: string, ids: readonly string[]): Promise<boolean>;
  /** The adoption that binds a case; null for a case that none binds, undefined where there is no such case. */
  adoptionOfCase(tx: TenantTransaction, caseId: string): Promise<string | null | undefined>;
}
