import { z } from 'zod';
import { defineEvent } from '../event-definition';
import { id, instant, subject } from '../primitives';

export const customerErased = defineEvent({
  type: 'intake.customer.erased',
  version: 1,
  producer: 'intake',
  aggregate: 'customer',
  description: 'The personal data of a customer was erased. Others who hold texts about them should do the same.',
  data: z.object({
    customerId: id(),
    /** How many complaints of theirs lost their text. */
    complaints: z.int().min(0),
    at: instant(),
    by: subject(),
  }),
});
