export { defineEvent, wireType } from './event-definition';
export type { EventData, EventDefinition, Producer } from './event-definition';
export { buildEnvelope, readEnvelope } from './envelope';
export type { EventEnvelope, Reading } from './envelope';
export { EVENT_DEFINITIONS, findDefinition, PRODUCERS } from './registry';
export { CHANNELS, REMEDY_KINDS } from './primitives';
export type { Channel, RemedyKind } from './primitives';
export { attachmentAdded } from './intake/attachment-added.event';
export { complaintAcknowledged } from './intake/complaint-acknowledged.event';
export { complaintMerged, complaintUnmerged } from './intake/complaint-merge.events';
export { complaintReassessed } from './intake/complaint-reassessed.event';
export { complaintRegistered } from './intake/complaint-registered.event';
export { customerErased } from './intake/customer-erased.event';
export { complaintForwarded, complaintSettledOnTheSpot, forwardingConfirmed } from './intake/front-line.events';
export { staffStandingChanged } from './case-handling/staff.events';
export { messageReceived } from './intake/message-received.event';
export { COMPLAINANT_KINDS, ITEM_TYPES } from './intake/matter';
export type { ComplainantKind, ItemType, Matter } from './intake/matter';
export { complaineeNamed } from './case-handling/routing.events';
export {
  actionCompleted,
  actionEffectChecked,
  actionPlanned,
  actionsExempted,
  eightDSigned,
  eightDSubmitted,
} from './case-handling/action.events';
export {
  caseArchived,
  caseDestroyed,
  destructionProposed,
  legalHoldLifted,
  legalHoldPlaced,
  libraryEntryProposed,
} from './case-handling/archive.events';
export { emergencyRecorded } from './case-handling/emergency.events';
export { caseReopened, followUpRecorded } from './case-handling/follow-up.events';
export { repairConfirmed, repairVisitCarriedOut, repairVisitPlanned } from './case-handling/repair.events';
export {
  responsibilityDetermined,
  sanctionApproved,
  sanctionProposed,
  sanctionRejected,
  supplierClaimDecided,
  supplierClaimOpened,
} from './case-handling/responsibility.events';
export { regulationAdopted } from './case-handling/regulation-adopted.event';
export {
  caseAccepted,
  caseAssigned,
  caseClosed,
  caseOpened,
  clockCompleted,
  clockStarted,
  consentRecorded,
  investigationRecorded,
  remedySettled,
  replySent,
  resolutionApproved,
  resolutionExecuted,
  resolutionProposed,
  resolutionRejected,
  settlementReturned,
} from './case-handling/case-events';
export {
  acceptanceRefused,
  caseAcknowledged,
  caseHandedOver,
  caseLevelChanged,
  caseReassessed,
  clockDiscontinued,
  handOverConfirmed,
  replyPromised,
  resolutionEndorsed,
  stageApproved,
  stageCompleted,
  stageReturned,
  stageSkipped,
} from './case-handling/case-course.events';
export {
  caseMerged,
  caseNotEstablished,
  caseUnmerged,
  departmentObjected,
  departmentObjectionDecided,
  duplicateLinked,
  duplicateUnlinked,
  externalOutcomeRecorded,
  externalProceedingRecorded,
  legalStepRecorded,
  paperCopyHandedOut,
  paperDrawnUp,
  replyReviewed,
  replySubmitted,
  roundStarted,
} from './case-handling/further-handling.events';
export {
  overdueInquiryAnswered,
  overdueInquiryIssued,
  reminderIssued,
  stageOverdue,
} from './case-handling/overdue.events';
export { clockExtended, extensionRefused, extensionRequested } from './case-handling/extension.events';
export {
  instalmentsPlanned,
  paymentAttempted,
  purchaseRegistered,
  settlementAdjusted,
  settlementApproved,
  settlementCancelled,
  settlementCompleted,
  settlementFailed,
  settlementProposed,
  settlementRefused,
  settlementRejected,
  settlementReleased,
} from './finance/finance-events';
export {
  returnAdjusted,
  returnAuthorised,
  returnCancelled,
  returnExceptionRaised,
  returnExceptionResolved,
  returnInspected,
  returnReceived,
  returnReconciled,
} from './finance/return.events';
export { entryBooked } from './finance/ledger.events';
export { periodClosed, periodReopened } from './finance/period.events';
