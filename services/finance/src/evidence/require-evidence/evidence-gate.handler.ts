import type { Refusal } from '@redress/kernel';
import type { RegulatedCaseOf } from '../../paper/model/regulated-case.repository';
import type { ApprovalGate } from '../../settlement/model/settlement-hooks.policy';
import type { SettlementRefusal } from '../../settlement/model/settlement.errors';
import { evidenceRules, missingFor } from '../model/evidence-rule.model';
import type { EvidenceRepository } from '../model/evidence.repository';

/**
 * Nothing is posted before the evidence that the regulation asks for is there and was accepted. What was accepted stays
 * accepted, so what the gate has seen holds when the approval commits.
 */
export function evidenceGate(evidence: EvidenceRepository, regulatedCaseOf: RegulatedCaseOf): ApprovalGate {
  return async (tx, { id, caseId, number, parts }) => {
    const { regulation } = await regulatedCaseOf(tx, caseId);
    const rules = evidenceRules(parts, regulation);
    if (rules.length === 0) return [];
    const accepted = await evidence.acceptedKinds(tx, id);
    return rules.flatMap((rule): Refusal<SettlementRefusal>[] => {
      const missing = missingFor(rule, accepted);
      if (missing === 0) return [];
      const allowed = rule.of.map(({ kind }) => kind).filter((kind) => !accepted.has(kind));
      const facts = { number, missing, kinds: allowed.join(', ') };
      return [{ code: 'FINANCE_EVIDENCE_MISSING', facts, details: { allowed, limit: rule.atLeast } }];
    });
  };
}
