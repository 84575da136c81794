import { toGlobalId } from '@redress/graphql-runtime';
import type { StoredGapDecision } from './gap-decision-rows.query';
import { GapDecision } from './gap-decision.gql';

/** A decision on a gap in the graph. */
export function toGapDecision(stored: StoredGapDecision): GapDecision {
  return Object.assign(new GapDecision(), {
    id: toGlobalId('GapDecision', stored.id),
    version: stored.version,
    caseId: stored.case_id === null ? null : toGlobalId('Case', stored.case_id),
    matter: stored.matter,
    decision: stored.decision,
    decidedBy: stored.decided_by,
    decidedAt: stored.decided_at,
    approvedBy: stored.approved_by,
    approvedAt: stored.approved_at,
    draftId: stored.draft_id === null ? null : toGlobalId('RegulationDraft', stored.draft_id),
  });
}
