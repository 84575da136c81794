import { z } from 'zod';
import { defineEvent } from '../event-definition';
import { id, instant } from '../primitives';

const code = z.string().min(1).max(255);

const posting = z.object({
  account: code,
  side: z.enum(['DEBIT', 'CREDIT']),
  amountMinor: z.string().regex(/^\d{1,18}$/),
  department: code.optional(),
  product: code.optional(),
  /** Code of the category of the complaint. */
  cause: code.optional(),
});

export const entryBooked = defineEvent({
  type: 'finance.entry.booked',
  version: 1,
  producer: 'finance',
  aggregate: 'journal-entry',
  description:
    'An entry was booked in the journal. Debits equal credits; it is never changed, only mirrored by another.',
  data: z.object({
    entryId: id(),
    kind: z.string().min(1).max(32),
    source: z.object({ kind: z.string().min(1).max(32), id: z.string().min(1).max(64) }),
    currency: z.string().regex(/^[A-Z]{3}$/),
    bookedAt: instant(),
    /** The day it is true for. */
    effectiveOn: z.iso.date(),
    postings: z.array(posting).min(2),
  }),
});
