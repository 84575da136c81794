import { z } from 'zod';
import { defineEvent, type EventDefinition } from '../event-definition';
import { id, instant, moneyData, orderLineReference, remedyKind, subject } from '../primitives';

function complaintEvent<Shape extends z.ZodRawShape>(name: string, description: string, shape: Shape) {
  return defineEvent({
    type: `intake.complaint.${name}`,
    version: 1,
    producer: 'intake',
    aggregate: 'complaint',
    description,
    data: z.object({ ...shape, complaintId: id(), at: instant(), by: subject() }),
  }) satisfies EventDefinition;
}

export const complaintSettledOnTheSpot = complaintEvent(
  'settled-on-the-spot',
  'The front line settled a complaint at once, within its authority. Money in it was handed over already.',
  {
    settlementId: id(),
    customerId: id(),
    remedy: remedyKind(),
    /** What was handed over; absent for a settlement without money. */
    amount: moneyData.optional(),
    orderLine: orderLineReference.optional(),
    /** Whether the complainant and the member of staff both signed the slip. */
    slipSigned: z.boolean(),
  },
);

export const complaintForwarded = complaintEvent(
  'forwarded',
  'A complaint that is out of scope was forwarded to whom it concerns, after it was registered.',
  {
    forwardingId: id(),
    /** A unit of the organisation, or somebody outside. */
    destination: z.enum(['UNIT', 'OUTSIDE']),
    unitId: z.string().max(64).optional(),
    means: z.enum(['SYSTEM', 'LETTER', 'EMAIL', 'PHONE', 'FAX', 'IN_PERSON']),
  },
);

export const forwardingConfirmed = complaintEvent(
  'forwarding-confirmed',
  'Whoever a complaint was forwarded to confirmed that they have it.',
  { forwardingId: id() },
);
