import type { TenantTransaction } from '@redress/persistence';
import type { AttachmentFile } from '../../attachment/model/attachment-file.repository';
import { ATTACHMENTS_AT_MOST } from '../../attachment/model/attachment.model';
import type { KeptFile } from './inbound-message.model';

/** What adding files that came with a message needs around it. */
export interface AttachFilesPorts {
  readonly attachments: AttachmentFile;
  readonly newId: () => string;
}

/** Adds files to a complaint whose content is in the store already; answers how many it has no room for. */
export async function attachFiles(
  tx: TenantTransaction,
  complaintId: string,
  { files, by, at }: { readonly files: readonly KeptFile[]; readonly by: string; readonly at: Date },
  { attachments, newId }: AttachFilesPorts,
): Promise<number> {
  if (files.length === 0) return 0;
  let complaint = await attachments.lockComplaint(tx, complaintId);
  if (complaint === undefined) return files.length;
  const room = Math.max(0, ATTACHMENTS_AT_MOST - (await attachments.countAfterExpiry(tx, complaintId, at)));
  for (const { fileName, mediaType, sizeBytes, sha256 } of files.slice(0, room)) {
    const attachment = {
      ...{ id: newId(), complaintId, fileName, mediaType, sizeBytes, sha256: null },
      state: 'REQUESTED' as const,
      ...{ requestedBy: by, requestedAt: at, expiresAt: at },
    };
    await attachments.enter(tx, attachment);
    await attachments.store(tx, complaint, { attachment, sha256, at });
    complaint = { ...complaint, version: complaint.version + 1 };
  }
  return Math.max(0, files.length - room);
}
