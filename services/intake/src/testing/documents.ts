import { newId } from '@redress/kernel';

/** Registers a complaint. */
export const REGISTER = `
  mutation Register($input: RegisterComplaintInput!) {
    registerComplaint(input: $input) {
      complaint { id number customer { id name } }
      acknowledgement { number acknowledgedAt dueDates { stage label dueAt } }
      replayed
      userErrors { code path message details { allowed limit } }
    }
  }`;

/** A complaint over the telephone, as a client sends it. */
export function registration(changes: object = {}): Record<string, unknown> {
  return {
    idempotencyKey: newId(),
    channel: 'PHONE',
    categoryCode: 'product-quality',
    customer: { details: { name: '王芳' } },
    text: '电饭煲用了两天就坏了，要求退款。',
    ...changes,
  };
}
