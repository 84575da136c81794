import {
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
  type EventData,
  type EventDefinition,
} from '@redress/contracts';
import type { NewEvent } from '@redress/messaging';
import type { CaseFact, FactOf, FactType } from '../complaint-case/model/case.events';
import type { ComplaintCase } from '../complaint-case/model/case.model';
import { present } from '../complaint-case/model/present-members.model';
import { clockData, remedyData } from './case-data.publication';

type Publisher<Type extends FactType> = (current: ComplaintCase, fact: FactOf<Type>) => NewEvent;

function event<Definition extends EventDefinition>(definition: Definition, data: EventData<Definition>): NewEvent {
  return { definition, data };
}

const keyOf = ({ id, complaintId }: ComplaintCase) => ({ caseId: id, complaintId });
const byOf = ({ at, by }: CaseFact) => ({ at: at.toISOString(), by });

/** What leaves the service of each fact. Texts that people wrote stay here. */
const PUBLISHERS: { readonly [Type in FactType]: Publisher<Type> } = {
  CASE_OPENED: (current, { at, complaint, regulation, clocks }) =>
    event(caseOpened, {
      ...keyOf(current),
      number: complaint.number,
      customerId: complaint.customerId,
      channel: complaint.channel,
      categoryId: complaint.categoryId,
      categoryCode: complaint.categoryCode,
      ...present({
        product: complaint.product,
        region: complaint.region,
        orderLine: complaint.orderLine,
        regulation,
      }),
      receivedAt: complaint.receivedAt.toISOString(),
      openedAt: at.toISOString(),
      clocks: clocks.map(clockData),
    }),
  CASE_ACCEPTED: (current, fact) => event(caseAccepted, { ...keyOf(current), ...byOf(fact) }),
  CASE_ASSIGNED: (current, fact) =>
    event(caseAssigned, {
      ...keyOf(current),
      ...byOf(fact),
      assignee: fact.assignee,
      ...present({ unitId: fact.unitId }),
    }),
  INVESTIGATION_RECORDED: (current, fact) =>
    event(investigationRecorded, {
      ...keyOf(current),
      ...byOf(fact),
      investigationId: fact.investigationId,
      validity: fact.validity,
    }),
  RESOLUTION_PROPOSED: (current, fact) =>
    event(resolutionProposed, {
      ...keyOf(current),
      ...byOf(fact),
      resolutionId: fact.resolutionId,
      remedies: fact.remedies.map(remedyData),
    }),
  RESOLUTION_APPROVED: (current, fact) =>
    event(resolutionApproved, {
      ...keyOf(current),
      ...byOf(fact),
      resolutionId: fact.resolutionId,
      proposedBy: current.resolution?.proposedBy ?? fact.by,
      customerId: current.customerId,
      categoryCode: current.categoryCode,
      remedies: (current.resolution?.remedies ?? []).map(remedyData),
    }),
  RESOLUTION_REJECTED: (current, fact) =>
    event(resolutionRejected, { ...keyOf(current), ...byOf(fact), resolutionId: fact.resolutionId }),
  REPLY_SENT: (current, fact) =>
    event(replySent, {
      ...keyOf(current),
      ...byOf(fact),
      replyId: fact.replyId,
      ...present({ resolutionId: fact.resolutionId }),
      form: fact.form,
      firstReply: fact.firstReply,
    }),
  CONSENT_RECORDED: (current, fact) =>
    event(consentRecorded, {
      ...keyOf(current),
      ...byOf(fact),
      resolutionId: fact.resolutionId,
      decision: fact.decision,
    }),
  CLOCK_STARTED: (current, { clock }) => event(clockStarted, { ...keyOf(current), ...clockData(clock) }),
  CLOCK_COMPLETED: (current, { at, clockId, stage, dueAt, inTime }) =>
    event(clockCompleted, {
      ...keyOf(current),
      clockId,
      stage,
      completedAt: at.toISOString(),
      dueAt: dueAt.toISOString(),
      inTime,
    }),
  REMEDY_SETTLED: (current, fact) =>
    event(remedySettled, {
      ...keyOf(current),
      ...byOf(fact),
      resolutionId: fact.resolutionId,
      remedyId: fact.remedyId,
      settlementId: fact.settlementId,
    }),
  SETTLEMENT_RETURNED: (current, fact) =>
    event(settlementReturned, {
      ...keyOf(current),
      ...byOf(fact),
      resolutionId: fact.resolutionId,
      settlementId: fact.settlementId,
      reason: fact.reason,
    }),
  RESOLUTION_EXECUTED: (current, fact) =>
    event(resolutionExecuted, { ...keyOf(current), ...byOf(fact), resolutionId: fact.resolutionId }),
  CASE_CLOSED: (current, fact) =>
    event(caseClosed, {
      ...keyOf(current),
      ...byOf(fact),
      closedAt: fact.at.toISOString(),
      outcome: fact.outcome,
      ...present({
        inTime: fact.inTime,
        firstReplyAt: fact.firstReplyAt?.toISOString(),
        imported: fact.imported,
      }),
    }),
};

/** The contract event of a fact; `current` is the case after it. */
export function publicationOf<Type extends FactType>(current: ComplaintCase, fact: FactOf<Type>): NewEvent {
  const publisher: Publisher<Type> = PUBLISHERS[fact.type];
  return publisher(current, fact);
}
