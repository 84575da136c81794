import { z } from 'zod';

const LEAST_SECRET_BYTES = 32;

const secret = z
  .string()
  .transform((text) => Buffer.from(text, 'base64'))
  .refine((bytes) => bytes.length >= LEAST_SECRET_BYTES, `must be base64 of at least ${LEAST_SECRET_BYTES} bytes`);

/** A shop system that tells of its orders, as the environment declares it. */
export const shopEndpointSchema = z.strictObject({
  tenant: z.string().min(1).max(36),
  /** Names the shop in the address; known to the shop alone. */
  key: z.string().regex(/^[A-Za-z0-9_-]{8,64}$/),
  /** Who registered, in the words of the organisation; stands with its orders. */
  name: z.string().min(1).max(64),
  /** All are good for what comes in, so that they can be changed without a gap. */
  secrets: z.array(secret).min(1).max(5),
});

/** A shop system that tells of its orders. */
export type ShopEndpoint = z.infer<typeof shopEndpointSchema>;
