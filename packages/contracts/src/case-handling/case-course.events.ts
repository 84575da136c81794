import { z } from 'zod';
import { matter } from '../intake/matter';
import { id, instant, subject } from '../primitives';
import { by, caseEvent } from './case-event';

const stage = z.string().min(1).max(64);

export const caseReassessed = caseEvent(
  'case.reassessed',
  'What the case rests on was judged anew: type, classification, card or assessment of its complaint.',
  { ...by, categoryId: id(), categoryCode: z.string(), matter },
);

export const caseAcknowledged = caseEvent('case.acknowledged', 'The complainant was told of the receipt.', by);

export const acceptanceRefused = caseEvent(
  'case.acceptance-refused',
  'The complaint was not accepted, for a ground that the regulation names.',
  { ...by, ground: z.string().max(64) },
);

export const caseLevelChanged = caseEvent('case.level-changed', 'The case has another level.', {
  ...by,
  /** Absent for the first. */
  from: z.string().max(64).optional(),
  level: z.string().max(64),
  /** By the ranks of the regulation. Absent for the first, where a level has no rank, and in events of before this was told. */
  direction: z.enum(['RAISED', 'LOWERED']).optional(),
  track: z.enum(['NORMAL', 'FAST_LANE', 'EMERGENCY']),
  /** Triggers of the regulation; none where a person decided. */
  because: z.array(z.string().max(64)),
});

export const stageCompleted = caseEvent('stage.completed', 'What a stage asks for was written down.', {
  ...by,
  stage,
  /** Whether it still waits for approvals. */
  submitted: z.boolean(),
});

export const stageApproved = caseEvent('stage.approved', 'What a stage produced was approved.', {
  ...by,
  stage,
  /** Whether this was the last approval. */
  last: z.boolean(),
});

export const stageReturned = caseEvent('stage.returned', 'What a stage produced was sent back.', { ...by, stage });

export const stageSkipped = caseEvent('stage.skipped', 'A stage was left out, as the regulation permits.', {
  ...by,
  stage,
});

export const clockDiscontinued = caseEvent(
  'clock.discontinued',
  'The stage of a clock is no longer planned for the case.',
  { clockId: id(), stage, discontinuedAt: instant() },
);

export const resolutionEndorsed = caseEvent(
  'resolution.endorsed',
  'One of several approvals of a proposed resolution was given.',
  { ...by, resolutionId: id(), stage },
);

export const replyPromised = caseEvent('reply.promised', 'A date was promised for the answer.', {
  ...by,
  dueAt: instant(),
});

export const caseHandedOver = caseEvent('case.handed-over', 'The case, or documents of it, were handed over.', {
  ...by,
  handOverId: id(),
  handOver: z.string().max(64),
  /** Role, party or subject that receives it. */
  to: subject(),
  documents: z.int().min(0),
});

export const handOverConfirmed = caseEvent('hand-over.confirmed', 'The receiver confirmed a hand-over.', {
  ...by,
  handOverId: id(),
});
