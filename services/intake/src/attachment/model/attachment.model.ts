/** Between request and upload an attachment is a ticket only; of one that was erased the content may be there for a while. */
export type AttachmentState = 'REQUESTED' | 'STORED' | 'ERASED';

/** A file that belongs to a complaint, or the ticket for one. */
export interface Attachment {
  readonly id: string;
  readonly complaintId: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly state: AttachmentState;
  /** Address of the content, once it is stored. */
  readonly sha256: string | null;
  readonly requestedBy: string;
  readonly requestedAt: Date;
  readonly expiresAt: Date;
}

/** How large one file may be. */
export const SIZE_BYTES_AT_MOST = 20 * 1024 * 1024;

/** How many files one complaint may have, tickets that are still good included. */
export const ATTACHMENTS_AT_MOST = 50;

/** How long a ticket for an upload is good. */
export const TICKET_VALID_MS = 15 * 60_000;

/** How long the address of a download is good. */
export const DOWNLOAD_VALID_MS = 5 * 60_000;
