import type { TenantReader, TenantTransaction } from '@redress/persistence';
import type { FailedMail, LockedMail, MailHeading, QuarantineState, RetriedMail } from './quarantined-mail.model';

/** A mail as it is entered into the quarantine. */
export interface QuarantineEntry extends FailedMail {
  readonly id: string;
  readonly mailbox: string;
  readonly heading: MailHeading;
  readonly at: Date;
}

/** What a person decided of a mail in quarantine. */
export interface QuarantineDecision {
  readonly state: QuarantineState;
  readonly at: Date;
  readonly by: string;
  readonly reason?: string;
}

/** Mails that were set aside, with what they say. */
export interface Quarantine {
  /** Enters a mail; one of the same content that is there already stays as it is. */
  enter(tx: TenantTransaction, entry: QuarantineEntry): Promise<void>;
  /** Those of a mailbox that a person wants to be tried again, the oldest first. */
  toRetry(reader: TenantReader, mailbox: string, limit: number): Promise<readonly RetriedMail[]>;
  /** What a mail says; `undefined` where it was not kept. */
  contentOf(reader: TenantReader, id: string): Promise<Buffer | undefined>;
  /** Notes an attempt before it is made: a mail that ends the process waits for a person again. */
  begin(tx: TenantTransaction, id: string): Promise<void>;
  fail(tx: TenantTransaction, id: string, error: string): Promise<void>;
  /** The mail was taken in; its copy goes. */
  settle(tx: TenantTransaction, id: string): Promise<void>;
  lock(tx: TenantTransaction, id: string): Promise<LockedMail | undefined>;
  decide(tx: TenantTransaction, id: string, decision: QuarantineDecision): Promise<void>;
}
