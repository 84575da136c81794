import { z } from 'zod';
import { defineEvent } from '../event-definition';
import { id, instant, subject } from '../primitives';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const act = {
  periodId: id(),
  /** The month, `2026-11`, in the organisation's calendar. */
  period: z.string().regex(/^\d{4}-\d\d$/),
  /** Its place in the organisation's chain of closings and re-openings. */
  sequence: z.int().min(1),
  hash,
  /** The hash of the act before it; zeros for the first. */
  previousHash: hash,
  at: instant(),
  by: subject(),
};

export const periodClosed = defineEvent({
  type: 'finance.period.closed',
  version: 1,
  producer: 'finance',
  aggregate: 'accounting-period',
  description: 'A month of the books was closed; the hash seals its entries.',
  data: z.object({ ...act, entries: z.int().min(0) }),
});

export const periodReopened = defineEvent({
  type: 'finance.period.reopened',
  version: 1,
  producer: 'finance',
  aggregate: 'accounting-period',
  description: 'A closed month of the books was opened again.',
  data: z.object(act),
});
