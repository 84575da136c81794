import { z } from 'zod';
import { defineEvent } from '../event-definition';
import { id, instant, moneyData, remedyKind, subject } from '../primitives';

/** Plain decimal, not negative. */
const quantity = () => z.string().regex(/^\d{1,12}(\.\d{1,6})?$/);

/** A line of an order of which goods may come back, with what is counted for it so far. */
const returnLine = z.object({
  lineId: id(),
  kind: remedyKind(),
  orderNumber: z.string(),
  lineNumber: z.int(),
  product: z.string().max(64).optional(),
  authorised: quantity(),
  received: quantity(),
  inspected: quantity(),
  open: quantity(),
  entitled: moneyData,
  /** Once it is reconciled. */
  outcome: z.enum(['EQUAL', 'LESS', 'WITHIN_TOLERANCE', 'EXCEPTION']).optional(),
  posted: quantity().optional(),
  postedAmount: moneyData.optional(),
});

const ofReturn = {
  returnId: id(),
  number: z.string(),
  settlementId: id(),
  caseId: id(),
  /** Code of the category of the complaint. */
  cause: z.string().max(64).optional(),
  at: instant(),
  lines: z.array(returnLine),
};

function returnEvent<Shape extends z.ZodRawShape>(name: string, description: string, shape: Shape) {
  return defineEvent({
    type: `finance.return.${name}`,
    version: 1,
    producer: 'finance',
    aggregate: 'return-authorisation',
    description,
    data: z.object({ ...ofReturn, ...shape }),
  });
}

export const returnAuthorised = returnEvent('authorised', 'A settlement lets goods come back.', { dueAt: instant() });
export const returnReceived = returnEvent('received', 'A warehouse signed for goods that are counted for a return.', {
  by: subject(),
  receiptId: id(),
});
export const returnInspected = returnEvent('inspected', 'Goods that came back were looked at.', { by: subject() });
/** Who decided is told by the end of the exception. */
export const returnAdjusted = returnEvent(
  'adjusted',
  'A decision about goods that did not fit changed what is counted for a return.',
  { exceptionId: id() },
);
export const returnReconciled = returnEvent('reconciled', 'What came back was matched and is posted as it came.', {
  by: subject(),
});
export const returnCancelled = returnEvent('cancelled', 'The settlement came to nothing, and its return with it.', {
  by: subject(),
});

const exception = {
  exceptionId: id(),
  kind: z.enum([
    'OVER_RECEIPT',
    'QUANTITY_DIFFERS',
    'UNEXPECTED_GOODS',
    'MISMATCHED_LINE',
    'SHORT_AND_OVERDUE',
    'DAMAGED',
    'CANCELLED_WITH_GOODS',
    'PAID_DIFFERS',
  ]),
  returnId: id().optional(),
  lineId: id().optional(),
  quantity: quantity(),
  at: instant(),
};

export const returnExceptionRaised = defineEvent({
  type: 'finance.return.exception-raised',
  version: 1,
  producer: 'finance',
  aggregate: 'return-exception',
  description: 'Goods that came, or did not come, wait for the decision of a person.',
  data: z.object({ ...exception, owner: subject() }),
});

export const returnExceptionResolved = defineEvent({
  type: 'finance.return.exception-resolved',
  version: 1,
  producer: 'finance',
  aggregate: 'return-exception',
  description: 'A person, or goods that came later, decided it.',
  data: z.object({
    ...exception,
    resolution: z.enum(['ACCEPTED', 'RETURNED_TO_CUSTOMER', 'WRITTEN_OFF', 'CORRECTED']),
    by: subject(),
  }),
});
