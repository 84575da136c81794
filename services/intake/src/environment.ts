import { bucketUrl } from '@redress/files';
import { defineEnvironment, listOf, subgraphVariables } from '@redress/service-host';
import { z } from 'zod';
import { mailboxSchema } from './mailbox/model/mailbox-settings';
import { readMasterKeys } from './personal-data/master-keys';
import { channelEndpointSchema } from './webhook-channels/model/channel-endpoint';
import { contactCentreSchema } from './work-order/model/contact-centre';

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
  REDRESS_ATTACHMENTS_S3_URL: bucketUrl
    .optional()
    .describe(
      'Bucket for the content of attachments, `https://KEY:SECRET@host/bucket?region=…`; then the directory only takes what is coming in.',
    ),
  REDRESS_PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .describe('Where the public reaches the gateway; addresses of attachments begin with it.'),
  REDRESS_CASE_HANDLING_URL: z
    .url({ protocol: /^https?$/ })
    .describe('Where case handling answers; letters are asked for there, signed.'),
  REDRESS_SMTP_URL: z
    .url({ protocol: /^smtps?$/ })
    .optional()
    .describe(
      'Mail server, `smtps://user:password@host:465` or `smtp://…:587?requireTLS=true`. Letters wait while it is absent.',
    ),
  REDRESS_MAIL_FROM: z.string().min(3).optional().describe('Address that letters come from, `Name <address>`.'),
  REDRESS_CORRESPONDENCE_POLL_MS: z.coerce
    .number()
    .int()
    .min(50)
    .max(600_000)
    .default(1_000)
    .describe('Between looks for letters to send; 1000 when absent.'),
  REDRESS_MAILBOXES: listOf(mailboxSchema, ({ tenant, id }) => `${tenant}/${id}`).describe(
    'Mailboxes that complaints come into, a JSON array: `tenant`, `id`, `host`, `port` (993), `secure` (true), `user`, `password` or `accessToken`, `folder` (INBOX), `category`.',
  ),
  REDRESS_MAILBOX_POLL_MS: z.coerce
    .number()
    .int()
    .min(50)
    .max(3_600_000)
    .default(30_000)
    .describe('Between looks into mailboxes; 30000 when absent.'),
  REDRESS_CONTACT_CENTRES: listOf(contactCentreSchema, ({ key }) => key).describe(
    'Outside contact centres, a JSON array: `tenant`, `key`, `secrets` (base64, 32 bytes or more), `category`, `outbound`.',
  ),
  REDRESS_CHANNELS: listOf(channelEndpointSchema, ({ channel, key }) => `${channel}/${key}`).describe(
    'Providers of text messages and chats, a JSON array: `tenant`, `channel` (sms, chat, social-media), `key`, `secrets` (base64, 32 bytes or more), `category`, `outbound`.',
  ),
});

/** Reads it. */
export const readEnvironment = () => environment.read(process.env);

export type Environment = ReturnType<typeof readEnvironment>;
