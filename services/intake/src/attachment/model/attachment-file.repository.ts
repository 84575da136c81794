import type { TenantReader, TenantTransaction } from '@redress/persistence';
import type { Attachment } from './attachment.model';

/** The part of a complaint that attachments touch, locked until the transaction ends. */
export interface LockedComplaint {
  readonly id: string;
  readonly customerId: string;
  readonly version: number;
}

/** The attachments of complaints, without their content. */
export interface AttachmentFile {
  lockComplaint(tx: TenantTransaction, complaintId: string): Promise<LockedComplaint | undefined>;
  /** How many files and good tickets a complaint has; tickets that ran out are forgotten. */
  countAfterExpiry(tx: TenantTransaction, complaintId: string, now: Date): Promise<number>;
  enter(tx: TenantTransaction, attachment: Attachment): Promise<void>;
  find(reader: TenantReader, id: string): Promise<Attachment | undefined>;
  /** Turns a ticket into a file, adds it to its complaint and appends the event; false when the ticket is gone. */
  store(tx: TenantTransaction, complaint: LockedComplaint, stored: StoredFile): Promise<boolean>;
}

/** A ticket whose content has come. */
export interface StoredFile {
  readonly attachment: Attachment;
  readonly sha256: string;
  readonly at: Date;
}
