import { defineEnvironment, subgraphVariables } from '@redress/service-host';
import { z } from 'zod';
import { readMasterKeys } from './personal-data/master-keys';

/** What this service reads from its environment. */
export const environment = defineEnvironment('intake', {
  ...subgraphVariables,
  REDRESS_MASTER_KEY: z
    .string()
    .transform((text, context) => {
      try {
        return readMasterKeys(text);
      } catch (error) {
        context.addIssue(error instanceof Error ? error.message : 'malformed');
        return z.NEVER;
      }
    })
    .describe(
      'Base64 of the 32 bytes that the keys of personal data are wrapped with. To rotate, put the new key in front, with a comma; the last one is never to be removed.',
    ),
  REDRESS_ATTACHMENTS_DIRECTORY: z.string().min(1).describe('Directory that holds the content of attachments.'),
  REDRESS_PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .describe('Where the public reaches the gateway; addresses of attachments begin with it.'),
});

/** Reads it. */
export const readEnvironment = () => environment.read(process.env);

export type Environment = ReturnType<typeof readEnvironment>;
