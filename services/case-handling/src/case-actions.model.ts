import {
  acceptCaseAction,
  assignCaseAction,
  changeLevelAction,
  confirmHandOverAction,
  handOverAction,
  refuseAcceptanceAction,
} from './complaint-case/model/actions/course.rules';
import {
  closeAsAdoptedAction,
  closeAsAnsweredAction,
  closeAsNotAdoptedAction,
  closeAsNotEstablishedAction,
  closeAsResolvedAction,
  closeAsWithdrawnAction,
} from './complaint-case/model/actions/closing.rules';
import {
  promiseReplyAction,
  recordConsentAction,
  recordObjectionAction,
  sendAnswerAction,
  sendProgressAction,
  sendReplyAction,
} from './complaint-case/model/actions/reply.rules';
import {
  approveResolutionAction,
  proposeResolutionAction,
  recordInvestigationAction,
  rejectResolutionAction,
} from './complaint-case/model/actions/resolution.rules';
import {
  approveStageAction,
  completeStageAction,
  returnStageAction,
  skipStageAction,
} from './complaint-case/model/actions/stage.rules';
import { nameComplaineeAction } from './routing/model/complainee.rules';
import { answerOverdueInquiryAction, urgeCaseAction } from './overdue/model/overdue.rules';
import { decideExtensionAction, requestExtensionAction } from './extension/model/extension.rules';
import {
  decideDepartmentObjectionAction,
  objectAsDepartmentAction,
} from './department-objection/model/department-objection.rules';
import { takeFurtherAction, takeOverAction } from './dissatisfaction/model/dissatisfaction.rules';
import {
  recordExternalOutcomeAction,
  recordExternalProceedingAction,
  recordLegalStepAction,
  referToLegalAction,
} from './outside/model/outside.rules';
import { handOutCopyAction } from './papers/model/paper.rules';
import { reviewReplyAction } from './reply-review/model/reply-review.rules';
import { sendClosingReplyAction } from './validity/model/closing-reply.rules';
import { recordFollowUpAction } from './follow-up/model/follow-up.rules';
import {
  planActionAction,
  planContainmentAction,
  completeActionAction,
  confirmEffectAction,
  exemptActionsAction,
} from './corrective-actions/model/corrective-action.rules';
import { submitEightDAction, signEightDAction } from './eight-d/model/eight-d.rules';
import {
  determineResponsibilityAction,
  proposeSanctionAction,
  approveSanctionAction,
  rejectSanctionAction,
  openSupplierClaimAction,
  decideSupplierClaimAction,
} from './responsibility/model/responsibility.rules';
import {
  formEmergencyTeamAction,
  recordEmergencyMeetingAction,
  recordRiskAssessmentAction,
  recordEmergencyStepAction,
  writeMajorReportAction,
} from './emergency/model/emergency.rules';
import {
  archiveCaseAction,
  placeLegalHoldAction,
  liftLegalHoldAction,
  proposeDestructionAction,
  confirmDestructionAction,
} from './archive/model/archive.rules';
import { planRepairVisitAction, recordRepairVisitAction, confirmRepairAction } from './repair/model/repair-visit.rules';
import { proposeLibraryEntryAction } from './case-library/model/case-library.rules';
import type { ActionDefinition } from './complaint-case/model/action.model';

/** Everything that a person may do with a case, of every capability; also the order in which a client is offered it. */
export const CASE_ACTIONS = [
  acceptCaseAction,
  refuseAcceptanceAction,
  assignCaseAction,
  nameComplaineeAction,
  changeLevelAction,
  handOverAction,
  confirmHandOverAction,
  completeStageAction,
  approveStageAction,
  returnStageAction,
  skipStageAction,
  recordInvestigationAction,
  proposeResolutionAction,
  approveResolutionAction,
  rejectResolutionAction,
  sendReplyAction,
  sendProgressAction,
  sendAnswerAction,
  promiseReplyAction,
  recordConsentAction,
  recordObjectionAction,
  answerOverdueInquiryAction,
  urgeCaseAction,
  requestExtensionAction,
  decideExtensionAction,
  closeAsResolvedAction,
  closeAsNotEstablishedAction,
  closeAsWithdrawnAction,
  closeAsAnsweredAction,
  closeAsAdoptedAction,
  closeAsNotAdoptedAction,
  sendClosingReplyAction,
  reviewReplyAction,
  takeFurtherAction,
  takeOverAction,
  objectAsDepartmentAction,
  decideDepartmentObjectionAction,
  referToLegalAction,
  recordLegalStepAction,
  recordExternalProceedingAction,
  recordExternalOutcomeAction,
  handOutCopyAction,
  recordFollowUpAction,
  planActionAction,
  planContainmentAction,
  completeActionAction,
  confirmEffectAction,
  exemptActionsAction,
  submitEightDAction,
  signEightDAction,
  determineResponsibilityAction,
  proposeSanctionAction,
  approveSanctionAction,
  rejectSanctionAction,
  openSupplierClaimAction,
  decideSupplierClaimAction,
  formEmergencyTeamAction,
  recordEmergencyMeetingAction,
  recordRiskAssessmentAction,
  recordEmergencyStepAction,
  writeMajorReportAction,
  archiveCaseAction,
  placeLegalHoldAction,
  liftLegalHoldAction,
  proposeDestructionAction,
  confirmDestructionAction,
  planRepairVisitAction,
  recordRepairVisitAction,
  confirmRepairAction,
  proposeLibraryEntryAction,
] as const;

export type PersonalAction = (typeof CASE_ACTIONS)[number]['action'];
export const PERSONAL_ACTIONS: readonly PersonalAction[] = CASE_ACTIONS.map(({ action }) => action);

const BY_NAME = new Map<string, ActionDefinition<PersonalAction>>(
  CASE_ACTIONS.map((definition) => [definition.action, definition]),
);

/** What is declared of an action. Throws `Error` for one that is not listed. */
export function actionDefinition(action: PersonalAction): ActionDefinition<PersonalAction> {
  const definition = BY_NAME.get(action);
  if (definition === undefined) throw new Error(`the action ${action} is not declared`);
  return definition;
}
