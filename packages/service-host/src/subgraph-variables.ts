import { parseRequestKeys } from '@redress/identity';
import { z } from 'zod';

const LEAST_CURSOR_KEY_BYTES = 16;

/** A TCP port; 0 takes a free one. */
export const port = () => z.coerce.number().int('must be a whole number').min(0).max(65_535);

/** `true` or `false`; false when absent. */
export const flag = () =>
  z
    .enum(['true', 'false'])
    .default('false')
    .transform((text) => text === 'true');

/** Base64 of at least so many bytes. */
export const secretBytes = (least: number) =>
  z
    .string()
    .transform((text): Uint8Array => Buffer.from(text, 'base64'))
    .refine((bytes) => bytes.length >= least, `must be base64 of at least ${least} bytes`);

/** The variables of a process that listens and logs. */
export const processVariables = {
  HOST: z.string().default('127.0.0.1').describe('Address to listen on; 127.0.0.1 when absent.'),
  PORT: port().describe('Port of the service.'),
  OPERATIONS_PORT: port().describe('Port of /live, /ready and /metrics; not to be reachable from outside.'),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'])
    .default('info')
    .describe('Least level that is logged; info when absent.'),
};

/** The variables of a process that checks who asks. */
export const identityVariables = {
  REDRESS_ISSUER: z.string().describe('`iss` of the access tokens.'),
  REDRESS_AUDIENCE: z.string().default('redress').describe('`aud` of the access tokens; redress when absent.'),
  REDRESS_JWKS_URL: z.url().describe('Public keys of the issuer.'),
  REDRESS_REQUEST_KEYS: z
    .string()
    .transform((text, context) => {
      try {
        return parseRequestKeys(text);
      } catch (error) {
        context.addIssue(error instanceof Error ? error.message : 'malformed');
        return z.NEVER;
      }
    })
    .describe('Keys that sign requests of the gateway, `id:base64` each, separated by commas; the first signs.'),
};

/** The variables of every subgraph. */
export const subgraphVariables = {
  ...processVariables,
  ...identityVariables,
  REDRESS_DATABASE_URL: z
    .url({ protocol: /^mysql$/ })
    .describe('Schema of this service on a MySQL-compatible server, mysql://user:password@host:port/schema.'),
  REDRESS_DATABASE_POOL: z.coerce
    .number()
    .int()
    .min(2)
    .max(200)
    .default(16)
    .describe('Connections for transactions; 16 when absent.'),
  REDRESS_NATS_URL: z.url({ protocol: /^(nats|tls)$/ }).describe('NATS with JetStream.'),
  REDRESS_STREAM_REPLICAS: z.coerce
    .number()
    .int()
    .min(1)
    .max(5)
    .default(1)
    .describe('Copies of the stream; 3 in a cluster.'),
  REDRESS_CURSOR_KEY: secretBytes(LEAST_CURSOR_KEY_BYTES).describe('Base64 of at least 16 bytes that sign cursors.'),
  REDRESS_INTROSPECTION: flag().describe('`true` shows the schema of the subgraph to those who ask; off when absent.'),
};
