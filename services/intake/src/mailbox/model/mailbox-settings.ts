import { z } from 'zod';

/** A mailbox into which complaints come, as the environment declares it. */
export const mailboxSchema = z.strictObject({
  tenant: z.string().min(1).max(36),
  /** Names it among those of the organisation, for ever: how far it was read is kept under this name. */
  id: z.string().regex(/^[a-z0-9-]{1,32}$/),
  host: z.string().min(1),
  port: z.int().min(1).max(65_535).default(993),
  /** TLS from the first byte; otherwise the connection is changed to TLS before anything is said. */
  secure: z.boolean().default(true),
  /** Only for a server on the same machine: goes on without TLS. */
  plain: z.boolean().default(false),
  user: z.string().min(1),
  password: z.string().min(1).optional(),
  /** Instead of a password. */
  accessToken: z.string().min(1).optional(),
  folder: z.string().min(1).default('INBOX'),
  /** Category of what neither the regulation nor the text tells the category of. */
  category: z.string().min(1).max(64).optional(),
});

/** A mailbox into which complaints come. */
export type Mailbox = z.infer<typeof mailboxSchema>;

/** Longer messages are not fetched: only their headers are looked at. */
export const MESSAGE_BYTES_AT_MOST = 30 * 1024 * 1024;

/** How far a mailbox was read, by whom. */
export interface MailboxPosition {
  readonly epoch: number;
  readonly uidValidity: bigint;
  readonly lastUid: number;
  /** The message that was begun last, and how often; its failures are counted across processes. */
  readonly attempted: { readonly uidValidity: bigint; readonly uid: number; readonly attempts: number };
}
