import type { TenantTransaction } from '@redress/persistence';
import { present } from '../../complaint-case/model/present-members.model';
import type { GapDecision } from '../model/gap-decision.model';
import { readGapDecisions, type StoredGapDecision } from '../view-gap-decisions/gap-decision-rows.query';

const APPROVE = `
  UPDATE gap_decision d SET d.approved_by = :approvedBy, d.approved_at = :approvedAt, d.version = d.version + 1
  WHERE d.tenant_id = :tenantId AND d.id = :id AND d.version = :version`;
const LINK = `
  UPDATE gap_decision d SET d.draft_id = :draftId, d.version = d.version + 1
  WHERE d.tenant_id = :tenantId AND d.id IN (:ids)`;

/** Stores a decision. */
export async function addGapDecision(tx: TenantTransaction, decision: GapDecision): Promise<void> {
  await tx.insertMany('gap_decision', [
    {
      id: decision.id,
      version: decision.version,
      case_id: decision.caseId ?? null,
      adoption_id: decision.adoptionId,
      matter: decision.matter,
      decision: decision.decision,
      decided_by: decision.decidedBy,
      decided_at: decision.decidedAt,
    },
  ]);
}

/** The decision of this id, if there is one. */
export async function findGapDecision(tx: TenantTransaction, id: string): Promise<GapDecision | undefined> {
  const [stored] = await readGapDecisions(tx, [id]);
  return stored === undefined ? undefined : restored(stored);
}

/** Stores an approval; answers false when the decision was changed in the meantime. */
export async function approveGapDecisionRow(
  tx: TenantTransaction,
  { id, version }: GapDecision,
  approval: { readonly approvedBy: string; readonly approvedAt: Date },
): Promise<boolean> {
  const { affectedRows } = await tx.execute(APPROVE, { id, version, ...approval });
  return affectedRows === 1;
}

/** Notes that a draft closes the gaps; answers false when one of the decisions does not exist. */
export async function linkGapDecisions(
  tx: TenantTransaction,
  draftId: string,
  ids: readonly string[],
): Promise<boolean> {
  if (ids.length === 0) return true;
  const { affectedRows } = await tx.execute(LINK, { draftId, ids });
  return affectedRows === new Set(ids).size;
}

function restored(stored: StoredGapDecision): GapDecision {
  const { id, version, adoption_id: adoptionId, matter, decision, decided_by, decided_at } = stored;
  return {
    ...{ id, version, adoptionId, matter, decision, decidedBy: decided_by, decidedAt: decided_at },
    ...present({
      caseId: stored.case_id,
      approvedBy: stored.approved_by,
      approvedAt: stored.approved_at,
      draftId: stored.draft_id,
    }),
  };
}
