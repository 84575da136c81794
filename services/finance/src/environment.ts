import { bucketUrl } from '@redress/files';
import { defineEnvironment, listOf, subgraphVariables } from '@redress/service-host';
import { z } from 'zod';
import { shopEndpointSchema } from './purchase/shop-events/shop-endpoint';

/** What this service reads from its environment. */
export const environment = defineEnvironment('finance', {
  ...subgraphVariables,
  REDRESS_PAYMENT_PROVIDER_URL: z.url({ protocol: /^https?$/ }).describe('The payment provider’s HTTP interface.'),
  REDRESS_PAYMENT_PROVIDER_TIMEOUT_MS: z.coerce
    .number()
    .int()
    .min(50)
    .max(60_000)
    .default(10_000)
    .describe('How long the provider may take to answer before its answer counts as unknown; 10000 when absent.'),
  REDRESS_PAYMENT_FIRST_PAUSE_MS: z.coerce
    .number()
    .int()
    .min(1)
    .max(60_000)
    .default(1_000)
    .describe('Pause after the first step that proved nothing; doubles up to five minutes. 1000 when absent.'),
  REDRESS_ATTACHMENTS_DIRECTORY: z.string().min(1).describe('Directory that holds the content of evidence.'),
  REDRESS_ATTACHMENTS_S3_URL: bucketUrl
    .optional()
    .describe(
      'Bucket for the content of evidence, `https://KEY:SECRET@host/bucket?region=…`; then the directory only takes what is coming in.',
    ),
  REDRESS_PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .describe('Where the public reaches the gateway; addresses of papers and evidence begin with it.'),
  REDRESS_STRIPE_SECRET_KEY: z
    .string()
    .optional()
    .describe('Secret key of a Stripe account: refunds of payments that it took go back through it.'),
  REDRESS_STRIPE_API_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('Where Stripe’s interface is, when not at its own address; for a proxy, and for tests.'),
  REDRESS_VOUCHER_VALID_MONTHS: z.coerce
    .number()
    .int()
    .min(1)
    .max(240)
    .default(36)
    .describe('For how many months a voucher is taken; 36 when absent.'),
  REDRESS_SHOPS: listOf(shopEndpointSchema).describe(
    'Shop systems that tell of their orders, a JSON array: `tenant`, `key`, `name`, `secrets` (base64, 32 bytes or more).',
  ),
  REDRESS_PAYMENT_FAILPOINT: z
    .enum(['payment-intended', 'payment-answered', 'payment-recorded'])
    .optional()
    .describe('For fault tests: ends the process, as kill -9 would, the first time a payment passes this point.'),
});

/** What {@link readEnvironment} answers. */
export type FinanceEnvironment = ReturnType<typeof environment.read>;

/** Reads it. */
export const readEnvironment = (): FinanceEnvironment => environment.read(process.env);
