import { z } from 'zod';
import { defineEvent } from '../event-definition';
import { id, instant, subject } from '../primitives';

const stage = z.string().min(1).max(64);
const key = { caseId: id(), complaintId: id() };

export const stageOverdue = defineEvent({
  type: 'case-handling.stage.overdue',
  version: 1,
  producer: 'case-handling',
  aggregate: 'case',
  description: 'The time of a stage ran out before the stage was finished. Told once for each clock.',
  data: z.object({ ...key, clockId: id(), stage, dueAt: instant(), at: instant() }),
});

const paper = z.object({
  ...key,
  at: instant(),
  by: subject(),
  paperId: id(),
  /** What the regulation calls the paper, for example `reminder`. */
  paper: z.string().min(1).max(64),
  number: z.string().min(1).max(96),
  stage: stage.optional(),
  clockId: id().optional(),
  /** Roles and parties that it goes to. */
  to: z.array(z.string().min(1).max(64)),
});

export const reminderIssued = defineEvent({
  type: 'case-handling.reminder.issued',
  version: 1,
  producer: 'case-handling',
  aggregate: 'case',
  description: 'A reminder (催办单) urges those whose stage is late, or was sent by a person.',
  data: paper,
});

export const overdueInquiryIssued = defineEvent({
  type: 'case-handling.overdue-inquiry.issued',
  version: 1,
  producer: 'case-handling',
  aggregate: 'case',
  description: 'An inquiry (查办单) asks why a stage of a case that is closed was late.',
  data: paper,
});

export const overdueInquiryAnswered = defineEvent({
  type: 'case-handling.overdue-inquiry.answered',
  version: 1,
  producer: 'case-handling',
  aggregate: 'case',
  description: 'The department explained why its stage was late. The explanation stays in the service.',
  data: z.object({ ...key, at: instant(), by: subject(), paperId: id() }),
});
