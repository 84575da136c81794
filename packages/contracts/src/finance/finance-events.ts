import { z } from 'zod';
import { defineEvent, type EventDefinition } from '../event-definition';
import { id, instant, moneyData, orderLineReference, remedyKind, remedyPart, subject } from '../primitives';

const settlementKey = { settlementId: id(), caseId: id(), complaintId: id(), resolutionId: id() };
const by = { at: instant(), by: subject() };

export const purchaseRegistered = defineEvent({
  type: 'finance.purchase.registered',
  version: 1,
  producer: 'finance',
  aggregate: 'purchase',
  description: 'An order with its paid lines became known; each line has a ceiling of what was paid for it.',
  data: z.object({
    purchaseId: id(),
    orderNumber: z.string(),
    registeredAt: instant(),
    department: z.string().max(64).optional(),
    lines: z.array(
      z.object({
        lineId: id(),
        lineNumber: z.int(),
        product: z.string().max(64).optional(),
        department: z.string().max(64).optional(),
        paid: moneyData,
      }),
    ),
    /** Taxes, fees and shipping, of a line or of the whole order; each has a ceiling of its own. */
    charges: z
      .array(
        z.object({
          chargeId: id(),
          lineNumber: z.int().optional(),
          kind: z.enum(['TAX', 'SHIPPING', 'FEE']),
          code: z.string().max(32),
          paid: moneyData,
        }),
      )
      .optional(),
  }),
});

function settlementEvent<Shape extends z.ZodRawShape>(
  name: string,
  description: string,
  shape: Shape,
): EventDefinition<z.ZodObject<Shape & typeof settlementKey>> {
  return defineEvent({
    type: `finance.settlement.${name}`,
    version: 1,
    producer: 'finance',
    aggregate: 'settlement',
    description,
    data: z.object({ ...shape, ...settlementKey }),
  });
}

const proposal = {
  at: instant(),
  number: z.string(),
  remedyId: id(),
  instrument: remedyKind(),
  amount: moneyData,
  orderLine: orderLineReference.optional(),
  /** What the amount is made up of; one piece where absent. */
  parts: z.array(remedyPart).max(50).optional(),
};

export const settlementProposed = settlementEvent(
  'proposed',
  'A settlement was drawn up within the ceiling of its line, which is now reserved.',
  proposal,
);

export const settlementRefused = settlementEvent(
  'refused',
  'A settlement could not be drawn up; nothing was reserved.',
  {
    ...proposal,
    reason: z.string().max(64),
    /** What is left under the ceiling, when that is the reason. */
    maximum: moneyData.optional(),
  },
);

export const settlementReleased = settlementEvent(
  'released',
  'The complainant agreed; the settlement may be approved.',
  by,
);

export const settlementAdjusted = settlementEvent(
  'adjusted',
  'What the settlement pays was changed before its approval, for example because less came back than was authorised.',
  { ...by, amount: moneyData, parts: z.array(remedyPart).max(50), reason: z.string().max(64) },
);

export const instalmentsPlanned = settlementEvent(
  'instalments-planned',
  'The settlement is to be paid on several days once it is approved; an earlier plan is replaced.',
  {
    ...by,
    instalments: z
      .array(z.object({ dueOn: z.iso.date(), amount: moneyData }))
      .min(1)
      .max(60),
  },
);

export const settlementApproved = settlementEvent(
  'approved',
  'A person with the authority for it approved the settlement; the payment is due.',
  {
    ...by,
    amount: moneyData,
  },
);

export const settlementRejected = settlementEvent(
  'rejected',
  'Finance rejected the settlement; its reservation was released.',
  {
    ...by,
    amount: moneyData,
  },
);

export const settlementCancelled = settlementEvent(
  'cancelled',
  'The resolution behind the settlement fell away; its reservation was released.',
  {
    ...by,
    amount: moneyData,
  },
);

export const paymentAttempted = settlementEvent(
  'payment-attempted',
  'The payment provider was asked and answered, or did not.',
  {
    at: instant(),
    attempt: z.int().min(1),
    result: z.enum(['SUCCEEDED', 'DECLINED', 'UNKNOWN']),
  },
);

export const settlementCompleted = settlementEvent('completed', 'The money was paid and booked.', {
  at: instant(),
  instrument: remedyKind(),
  amount: moneyData,
  /** What the amount is made up of; one piece where absent. */
  parts: z.array(remedyPart).max(50).optional(),
  providerReference: z.string().max(128),
});

export const settlementFailed = settlementEvent(
  'failed',
  'Payment was declined, or nobody could pay, and finance gave it up; the reservation was released.',
  {
    at: instant(),
    /** Who gave it up. */
    by: subject().optional(),
    amount: moneyData,
    reason: z.string().max(64),
  },
);
