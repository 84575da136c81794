import type { Mailbox, MailboxPosition } from './mailbox-settings';

/** Which process reads a mailbox, and how far it has come. By the database's clock alone. */
export interface MailboxPositions {
  /** Takes a mailbox to read; `undefined` while another process does. */
  take(mailbox: Mailbox, leaseMs: number): Promise<MailboxPosition | undefined>;
  /** Notes that a message is begun, for the how-manieth time, before anything can go wrong with it; false when the lease was lost. */
  begin(mailbox: Mailbox, position: MailboxPosition, leaseMs: number): Promise<boolean>;
  /** Keeps how far it was read, and prolongs the lease; false when it was lost. */
  advance(mailbox: Mailbox, position: MailboxPosition, leaseMs: number): Promise<boolean>;
  /** Lets the next process read at once. */
  release(mailbox: Mailbox, position: MailboxPosition): Promise<void>;
}
