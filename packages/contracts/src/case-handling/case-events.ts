import { z } from 'zod';
import {
  channel,
  id,
  instant,
  moneyData,
  orderLineReference,
  regulationReference,
  remedyKind,
  remedyPart,
  subject,
} from '../primitives';
import { ITEM_TYPES, matter } from '../intake/matter';
import { by, caseEvent } from './case-event';

const remedy = z.object({
  remedyId: id(),
  kind: remedyKind(),
  orderLine: orderLineReference.optional(),
  /** Absent for a remedy without money, such as an apology. */
  amount: moneyData.optional(),
  /** What the amount is made up of; one piece where absent. They come to the amount. */
  parts: z.array(remedyPart).max(50).optional(),
});

export const caseOpened = caseEvent(
  'case.opened',
  'A case was opened for a registered complaint and its clocks were started.',
  {
    number: z.string(),
    customerId: id(),
    channel: channel(),
    categoryId: id(),
    categoryCode: z.string(),
    product: z.string().optional(),
    region: z.string().optional(),
    orderLine: orderLineReference.optional(),
    regulation: regulationReference.optional(),
    receivedAt: instant(),
    openedAt: instant(),
    clocks: z.array(z.object({ clockId: id(), stage: z.string(), startedAt: instant(), dueAt: instant() })),
    /** What is brought forward; a complaint where absent. */
    itemType: z.enum(ITEM_TYPES).optional(),
    /** What conditions of the regulation may look at; a plain complaint of one consumer where absent. */
    matter: matter.optional(),
  },
);

export const caseAccepted = caseEvent('case.accepted', 'The complaint was accepted for handling.', by);

export const caseAssigned = caseEvent('case.assigned', 'A handler was made responsible for the case.', {
  ...by,
  assignee: subject(),
  unitId: z.string().optional(),
});

export const investigationRecorded = caseEvent(
  'investigation.recorded',
  'The findings of the investigation were recorded.',
  {
    ...by,
    investigationId: id(),
    validity: z.enum(['VALID', 'INVALID', 'UNDETERMINED', 'AT_FAULT', 'UNTRUE', 'MALICIOUS']),
  },
);

export const resolutionProposed = caseEvent('resolution.proposed', 'A resolution was proposed for approval.', {
  ...by,
  resolutionId: id(),
  remedies: z.array(remedy),
});

export const resolutionApproved = caseEvent(
  'resolution.approved',
  'A resolution was approved by a person with the authority for it.',
  {
    ...by,
    resolutionId: id(),
    proposedBy: subject(),
    customerId: id(),
    categoryCode: z.string(),
    remedies: z.array(remedy),
    /** Roles and parties of the regulation as which the person approved it. */
    holders: z.array(z.string().min(1).max(64)).optional(),
  },
);

export const resolutionRejected = caseEvent('resolution.rejected', 'A proposed resolution was rejected.', {
  ...by,
  resolutionId: id(),
});

export const replySent = caseEvent('reply.sent', 'The decision was communicated to the complainant.', {
  ...by,
  replyId: id(),
  resolutionId: id().optional(),
  form: z.enum(['WRITTEN', 'ORAL', 'LETTER', 'PHONE', 'EMAIL', 'SMS', 'VISIT']),
  /** The decision where a resolution is named, otherwise the progress, unless said. */
  purpose: z
    .enum(['DECISION', 'PROGRESS', 'ANSWER', 'REFUSAL', 'EXPLANATION', 'EXPLANATION_AND_APOLOGY', 'EDUCATION'])
    .optional(),
  firstReply: z.boolean(),
});

export const consentRecorded = caseEvent(
  'consent.recorded',
  'The complainant accepted the resolution or objected to it, or the regulation asks for no consent.',
  {
    ...by,
    resolutionId: id(),
    decision: z.enum(['ACCEPTED', 'OBJECTED', 'NOT_REQUIRED']),
  },
);

export const clockStarted = caseEvent(
  'clock.started',
  'A stage began after the opening of the case and its clock was started.',
  { clockId: id(), stage: z.string(), startedAt: instant(), dueAt: instant() },
);

export const clockCompleted = caseEvent('clock.completed', 'A stage was finished and its clock stopped.', {
  clockId: id(),
  stage: z.string(),
  completedAt: instant(),
  dueAt: instant(),
  inTime: z.boolean(),
  /** How long the organisation was open between start and end; absent where its opening hours are not known. */
  workedMs: z.int().min(0).optional(),
});

export const settlementReturned = caseEvent(
  'settlement.returned',
  'Finance could not settle the resolution; the case is back in resolution.',
  {
    ...by,
    resolutionId: id(),
    settlementId: id(),
    reason: z.string().max(64),
  },
);

export const remedySettled = caseEvent('remedy.settled', 'Finance paid the settlement of a remedy.', {
  ...by,
  resolutionId: id(),
  remedyId: id(),
  settlementId: id(),
});

export const resolutionExecuted = caseEvent(
  'resolution.executed',
  'Every remedy of the accepted resolution has been carried out.',
  {
    ...by,
    resolutionId: id(),
  },
);

export const caseClosed = caseEvent('case.closed', 'The case was closed.', {
  ...by,
  closedAt: instant(),
  outcome: z.enum([
    'RESOLVED',
    'NOT_ESTABLISHED',
    'WITHDRAWN',
    'REFUSED',
    'ANSWERED',
    'ADOPTED',
    'NOT_ADOPTED',
    'MERGED',
    'FORWARDED',
    'IMPORTED',
  ]),
  inTime: z.boolean().optional(),
  firstReplyAt: instant().optional(),
  /** Clocks that ended with the case although their stage was not finished. */
  endedClocks: z.array(id()).optional(),
  /** For a case taken over as history: what its source said. */
  imported: z
    .object({ outcome: z.string().optional(), timely: z.boolean().optional(), disputed: z.boolean().optional() })
    .optional(),
});
