import { caseAcceptedFact, caseAssignedFact, caseOpenedFact } from './complaint-case/model/facts/intake.events';
import { caseClosedFact } from './complaint-case/model/facts/closing.events';
import { clockCompletedFact, clockDiscontinuedFact, clockStartedFact } from './complaint-case/model/facts/clock.events';
import { levelChangedFact } from './complaint-case/model/facts/level.events';
import { consentRecordedFact, replySentFact } from './complaint-case/model/facts/reply.events';
import {
  handedOverFact,
  handOverConfirmedFact,
  replyPromisedFact,
} from './complaint-case/model/facts/hand-over.events';
import {
  acceptanceRefusedFact,
  caseAcknowledgedFact,
  caseReassessedFact,
} from './complaint-case/model/facts/matter.events';
import {
  stageApprovedFact,
  stageCompletedFact,
  stageReturnedFact,
  stageSkippedFact,
} from './complaint-case/model/facts/stage.events';
import { investigationRecordedFact } from './complaint-case/model/facts/investigation.events';
import {
  resolutionApprovedFact,
  resolutionEndorsedFact,
  resolutionExecutedFact,
  resolutionProposedFact,
  resolutionRejectedFact,
} from './complaint-case/model/facts/resolution.events';
import { remedySettledFact, settlementReturnedFact } from './complaint-case/model/facts/settlement.events';
import {
  overdueInquiryAnsweredFact,
  overdueInquiryIssuedFact,
  reminderIssuedFact,
  stageOverdueFact,
} from './overdue/model/overdue.events';
import { complaineeNamedFact } from './routing/model/complainee.events';
import { clockExtendedFact, extensionRefusedFact, extensionRequestedFact } from './extension/model/extension.events';
import {
  departmentObjectedFact,
  departmentObjectionDecidedFact,
} from './department-objection/model/department-objection.events';
import { caseTakenOverFact, roundStartedFact } from './dissatisfaction/model/round.events';
import {
  caseMergedFact,
  caseUnmergedFact,
  duplicateLinkedFact,
  duplicateUnlinkedFact,
} from './merged-cases/model/merge.events';
import {
  externalOutcomeRecordedFact,
  externalProceedingRecordedFact,
  legalStepRecordedFact,
} from './outside/model/outside.events';
import { paperCopyHandedOutFact, paperDrawnUpFact } from './papers/model/paper.events';
import { replyReviewedFact, replySubmittedFact } from './reply-review/model/reply-review.events';
import { collectionResumedFact } from './validity/model/collection.events';
import { followUpRecordedFact, caseReopenedFact } from './follow-up/model/follow-up.events';
import {
  actionPlannedFact,
  actionCompletedFact,
  actionEffectCheckedFact,
  actionsExemptedFact,
} from './corrective-actions/model/corrective-action.events';
import { eightDSubmittedFact, eightDSignedFact } from './eight-d/model/eight-d.events';
import { responsibilityDeterminedFact } from './responsibility/model/responsibility.events';
import {
  sanctionProposedFact,
  sanctionApprovedFact,
  sanctionRejectedFact,
} from './responsibility/model/sanction.events';
import { supplierClaimOpenedFact, supplierClaimDecidedFact } from './responsibility/model/supplier-claim.events';
import { emergencyRecordedFact } from './emergency/model/emergency.events';
import {
  caseArchivedFact,
  legalHoldPlacedFact,
  legalHoldLiftedFact,
  destructionProposedFact,
} from './archive/model/archive.events';
import { caseDestroyedFact } from './archive/model/destruction.events';
import {
  repairVisitPlannedFact,
  repairVisitCarriedOutFact,
  repairConfirmedFact,
} from './repair/model/repair-visit.events';
import { libraryEntryProposedFact } from './case-library/model/library-entry.events';
import type { Fact, FactDefinition } from './complaint-case/model/fact.model';

/** Every kind of fact of every capability. Timeline, publications, rows and the course of a case follow from it. */
export const CASE_FACTS = [
  caseOpenedFact,
  caseAcceptedFact,
  caseReassessedFact,
  caseAcknowledgedFact,
  acceptanceRefusedFact,
  caseAssignedFact,
  complaineeNamedFact,
  handedOverFact,
  handOverConfirmedFact,
  replyPromisedFact,
  stageCompletedFact,
  stageApprovedFact,
  stageReturnedFact,
  stageSkippedFact,
  investigationRecordedFact,
  resolutionProposedFact,
  resolutionApprovedFact,
  resolutionEndorsedFact,
  resolutionRejectedFact,
  replySentFact,
  consentRecordedFact,
  clockStartedFact,
  clockCompletedFact,
  clockDiscontinuedFact,
  levelChangedFact,
  remedySettledFact,
  settlementReturnedFact,
  resolutionExecutedFact,
  caseClosedFact,
  stageOverdueFact,
  reminderIssuedFact,
  overdueInquiryIssuedFact,
  overdueInquiryAnsweredFact,
  extensionRequestedFact,
  extensionRefusedFact,
  clockExtendedFact,
  replySubmittedFact,
  replyReviewedFact,
  roundStartedFact,
  caseTakenOverFact,
  departmentObjectedFact,
  departmentObjectionDecidedFact,
  collectionResumedFact,
  caseMergedFact,
  caseUnmergedFact,
  duplicateLinkedFact,
  duplicateUnlinkedFact,
  legalStepRecordedFact,
  externalProceedingRecordedFact,
  externalOutcomeRecordedFact,
  paperDrawnUpFact,
  paperCopyHandedOutFact,
  followUpRecordedFact,
  caseReopenedFact,
  actionPlannedFact,
  actionCompletedFact,
  actionEffectCheckedFact,
  actionsExemptedFact,
  eightDSubmittedFact,
  eightDSignedFact,
  responsibilityDeterminedFact,
  sanctionProposedFact,
  sanctionApprovedFact,
  sanctionRejectedFact,
  supplierClaimOpenedFact,
  supplierClaimDecidedFact,
  emergencyRecordedFact,
  caseArchivedFact,
  legalHoldPlacedFact,
  legalHoldLiftedFact,
  destructionProposedFact,
  caseDestroyedFact,
  repairVisitPlannedFact,
  repairVisitCarriedOutFact,
  repairConfirmedFact,
  libraryEntryProposedFact,
] as const;

type FactIn<Definition> = Definition extends FactDefinition<infer F> ? F : never;

/** Everything that can happen to a case. Each becomes one event, one entry of the timeline and one version. */
export type CaseFact = FactIn<(typeof CASE_FACTS)[number]>;
export type FactType = CaseFact['type'];
/** What happens to a case after its opening. */
export type LaterFact = Exclude<CaseFact, Fact<'CASE_OPENED'>>;

const BY_TYPE = new Map<string, FactDefinition<CaseFact>>(
  CASE_FACTS.map((definition) => [definition.type, definition as FactDefinition<CaseFact>]),
);

/** What is declared of a kind of fact. Throws `Error` for one that is not listed. */
export function definitionOf(type: FactType): FactDefinition<CaseFact> {
  const definition = BY_TYPE.get(type);
  if (definition === undefined) throw new Error(`the fact ${type} is not declared`);
  return definition;
}
