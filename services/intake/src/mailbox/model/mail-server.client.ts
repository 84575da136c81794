import type { Mailbox } from './mailbox-settings';

/** A message in a mailbox, before its content is fetched. */
export interface MailSummary {
  readonly uid: number;
  readonly sizeBytes: number;
  /** When the server took it. */
  readonly receivedAt: Date;
}

/** An open folder, which is only looked at: nothing in it is changed. */
export interface MailFolder {
  /** Another one means that UIDs begin anew. */
  readonly uidValidity: bigint;
  /** Messages after a UID, in their order. */
  list(afterUid: number): Promise<readonly MailSummary[]>;
  /** The whole message; `undefined` when it is gone. */
  fetch(uid: number): Promise<Buffer | undefined>;
  fetchHeaders(uid: number): Promise<Buffer | undefined>;
  close(): Promise<void>;
}

/** Reaches mailboxes. */
export interface MailServerClient {
  open(mailbox: Mailbox): Promise<MailFolder>;
}
