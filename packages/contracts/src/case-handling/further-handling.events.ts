import { z } from 'zod';
import { id, instant } from '../primitives';
import { by, caseEvent } from './case-event';

const code = z.string().min(1).max(64);
const stage = code;

export const roundStarted = caseEvent('case.round-started', 'Somebody was not satisfied, and handling goes on.', {
  ...by,
  round: z.int().min(2),
  path: z.enum([
    'LINKED_FORM',
    'SECOND_HANDLING',
    'VERIFY_THEN_FINAL',
    'APPEAL',
    'HAND_TO_SUPERIOR',
    'BACK_TO_CAUSE_ANALYSIS',
    'REMEDIAL_MEASURES',
    'EXTERNAL_BODY',
  ]),
  openedBy: z.enum(['COMPLAINANT', 'COMPLAINEE']),
  /** For an external body: which. */
  body: code.optional(),
  /** Whether a case that was closed is open again. */
  reopened: z.boolean(),
  /** Stages that are to be done anew. */
  stages: z.array(stage),
});

export const departmentObjected = caseEvent(
  'department-objection.raised',
  'A department that was found responsible objects to it.',
  { ...by, objectionId: id(), department: z.string().min(1).max(255) },
);

export const departmentObjectionDecided = caseEvent(
  'department-objection.decided',
  'The superior decided on the objection of a department.',
  { ...by, objectionId: id(), upheld: z.boolean() },
);

export const caseMerged = caseEvent('case.merged', 'The case is about the same harm as another, which settles it.', {
  ...by,
  mergedInto: id(),
});

export const caseUnmerged = caseEvent('case.unmerged', 'The case is a case of its own again.', {
  ...by,
  mergedInto: id(),
  /** Whether it had been closed with the other case, and is open again. */
  reopened: z.boolean(),
});

export const duplicateLinked = caseEvent('case.duplicate-linked', 'Another case is about the same harm.', {
  ...by,
  duplicate: id(),
});

export const duplicateUnlinked = caseEvent('case.duplicate-unlinked', 'Another case is a case of its own again.', {
  ...by,
  duplicate: id(),
});

export const replySubmitted = caseEvent('reply.submitted', 'A written reply waits for its review.', {
  ...by,
  replyId: id(),
});

export const replyReviewed = caseEvent('reply.reviewed', 'A written reply was approved, or returned to its author.', {
  ...by,
  replyId: id(),
  approved: z.boolean(),
});

export const caseNotEstablished = caseEvent(
  'case.not-established',
  'The complaint is not established: what the customer owes is collected at the normal term.',
  {
    ...by,
    customerId: id(),
    orderLine: z.object({ orderNumber: z.string().max(64), lineNumber: z.int().min(1) }).optional(),
  },
);

export const legalStepRecorded = caseEvent('legal-step.recorded', 'The case was referred to legal, or a step taken.', {
  ...by,
  stepId: id(),
  kind: z.enum(['REFERRAL', 'ADVICE', 'LETTER', 'LAWSUIT', 'POLICE_REPORT', 'OTHER']),
  dueAt: instant().optional(),
});

export const externalProceedingRecorded = caseEvent(
  'external-proceeding.recorded',
  'The case is, or was, before a body outside the organisation.',
  {
    ...by,
    proceedingId: id(),
    body: code,
    kind: z.enum(['REFERRED_BY_COMPLAINANT', 'REFERRED_TO_US', 'REPORTED_BY_US', 'MEDIA']),
    dueAt: instant().optional(),
  },
);

export const externalOutcomeRecorded = caseEvent('external-proceeding.ended', 'An outside body came to an outcome.', {
  ...by,
  proceedingId: id(),
  outcome: z.enum(['UPHELD', 'CHANGED', 'SETTLED', 'WITHDRAWN', 'DISMISSED']),
});

export const paperDrawnUp = caseEvent('paper.drawn-up', 'A paper of the case was drawn up.', {
  ...by,
  paperId: id(),
  paper: code,
  number: z.string().min(1).max(96),
  round: z.int().min(1),
  stage: stage.optional(),
});

export const paperCopyHandedOut = caseEvent('paper.copy-handed-out', 'A copy of a paper went to its holder.', {
  ...by,
  paperId: id(),
  copy: z.int().min(1),
  holder: z.string().min(1).max(255),
});
