import { writeLink } from '@redress/files';
import type { Clock } from '@redress/kernel';
import { DOWNLOAD_VALID_MS } from '../model/attachment.model';

/** Addresses at which the public reaches attachments. */
export interface AttachmentLinks {
  /** Good for a few minutes from now. */
  download(tenantId: string, attachmentId: string): string;
  upload(tenantId: string, attachmentId: string, expiresAt: Date): string;
}

/** Makes addresses below the public URL, signed with the installation's key. */
export function attachmentLinks(publicUrl: string, key: Buffer, clock: Clock): AttachmentLinks {
  const address = (link: string): string => `${publicUrl.replace(/\/$/, '')}/attachments/${link}`;
  return {
    download: (tenantId, attachmentId) => {
      const expiresAt = new Date(clock.now().getTime() + DOWNLOAD_VALID_MS);
      return address(writeLink(key, 'download', { tenantId, fileId: attachmentId, expiresAt }));
    },
    upload: (tenantId, attachmentId, expiresAt) =>
      address(writeLink(key, 'upload', { tenantId, fileId: attachmentId, expiresAt })),
  };
}
