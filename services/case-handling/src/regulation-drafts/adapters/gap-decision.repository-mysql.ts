import { present } from '../../complaint-case/model/present-members.model';
import type { GapDecision } from '../model/gap-decision.model';
import type { GapDecisionRepository } from '../model/gap-decision.repository';
import { readGapDecisions, type StoredGapDecision } from '../view-gap-decisions/gap-decision-rows.query';

const APPROVE = `
  UPDATE gap_decision d SET d.approved_by = :approvedBy, d.approved_at = :approvedAt, d.version = d.version + 1
  WHERE d.tenant_id = :tenantId AND d.id = :id AND d.version = :version`;
const LINK = `
  UPDATE gap_decision d SET d.draft_id = :draftId, d.version = d.version + 1
  WHERE d.tenant_id = :tenantId AND d.id IN (:ids)`;
const ADOPTION_OF_CASE = 'SELECT c.adoption_id FROM complaint_case c WHERE c.tenant_id = :tenantId AND c.id = :caseId';

/** Decisions on gaps in MySQL. */
export function mysqlGapDecisions(): GapDecisionRepository {
  return {
    async add(tx, { id, version, caseId, adoptionId, matter, decision, decidedBy, decidedAt }) {
      const of = { case_id: caseId ?? null, adoption_id: adoptionId };
      const decided = { matter, decision, decided_by: decidedBy, decided_at: decidedAt };
      await tx.insertMany('gap_decision', [{ id, version, ...of, ...decided }]);
    },

    async find(tx, id) {
      const [stored] = await readGapDecisions(tx, [id]);
      return stored === undefined ? undefined : restored(stored);
    },

    async approve(tx, { id, version }, approval) {
      const { affectedRows } = await tx.execute(APPROVE, { id, version, ...approval });
      return affectedRows === 1;
    },

    async link(tx, draftId, ids) {
      if (ids.length === 0) return true;
      const { affectedRows } = await tx.execute(LINK, { draftId, ids });
      return affectedRows === new Set(ids).size;
    },

    async adoptionOfCase(tx, caseId) {
      const [found] = await tx.query<{ readonly adoption_id: string | null }>(ADOPTION_OF_CASE, { caseId });
      return found?.adoption_id;
    },
  };
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
