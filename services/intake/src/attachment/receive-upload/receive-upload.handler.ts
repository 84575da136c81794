import type { Readable } from 'node:stream';
import { accept, refuse, type Clock, type Outcome } from '@redress/kernel';
import type { Database } from '@redress/persistence';
import { differenceOf, readLink, type ContentStore, type ReceiptRefusal } from '@redress/files';
import type { AttachmentFile } from '../model/attachment-file.repository';

/** What an upload needs around it. */
export interface ReceiveUploadPorts {
  readonly database: Database;
  readonly attachments: AttachmentFile;
  readonly store: ContentStore;
  readonly linkKey: Buffer;
  readonly clock: Clock;
}

/** Takes the content of the file that a ticket was given for, once, if it is what was announced. */
export async function receiveUpload(
  ticket: string,
  content: Readable,
  { database, attachments, store, linkKey, clock }: ReceiveUploadPorts,
): Promise<Outcome<{ readonly sha256: string }, ReceiptRefusal>> {
  const link = readLink(linkKey, 'upload', ticket);
  if (link === undefined) return refuse({ code: 'TICKET_UNKNOWN' });
  const { tenantId, fileId, expiresAt } = link;
  const attachment = await attachments.find(database.reader(tenantId), fileId);
  if (attachment?.state === 'STORED') return refuse({ code: 'TICKET_USED' });
  if (attachment === undefined || expiresAt.getTime() <= clock.now().getTime())
    return refuse({ code: 'TICKET_EXPIRED' });

  const received = await store.receive(content, attachment.sizeBytes);
  if (received === undefined) return refuse({ code: 'SIZE_DIFFERS' });
  const difference = differenceOf(received, attachment);
  if (difference !== undefined) {
    await received.discard();
    return refuse({ code: difference });
  }
  // Content that no row names is harmless; a row without its content would not be.
  await received.keep(tenantId);
  const stored = await database.transaction(tenantId, async (tx) => {
    const complaint = await attachments.lockComplaint(tx, attachment.complaintId);
    if (complaint === undefined) return false;
    return attachments.store(tx, complaint, { attachment, sha256: received.sha256, at: clock.now() });
  });
  return stored ? accept({ sha256: received.sha256 }) : refuse({ code: 'TICKET_USED' });
}
