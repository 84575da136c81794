import { z } from 'zod';

const LEAST_SECRET_BYTES = 32;

/** An outside contact centre, as the environment declares it. */
export const contactCentreSchema = z.strictObject({
  tenant: z.string().min(1).max(36),
  /** Names the connection in the address of the webhook. */
  key: z.string().regex(/^[A-Za-z0-9_-]{8,64}$/),
  /** The first signs what goes out; all are good for what comes in. */
  secrets: z
    .array(
      z
        .string()
        .transform((text) => Buffer.from(text, 'base64'))
        .refine(
          (bytes) => bytes.length >= LEAST_SECRET_BYTES,
          `must be base64 of at least ${LEAST_SECRET_BYTES} bytes`,
        ),
    )
    .min(1)
    .max(5),
  /** Category of orders that name none. */
  category: z.string().min(1).max(64).optional(),
  /** Where it is told what becomes of its orders. */
  outbound: z.url({ protocol: /^https?$/ }).optional(),
});

/** A connection with a contact centre. */
export type ContactCentre = z.infer<typeof contactCentreSchema>;
