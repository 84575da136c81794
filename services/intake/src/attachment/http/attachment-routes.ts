import { fileRoutes, readLink, type ServedFile } from '@redress/files';
import { SIZE_BYTES_AT_MOST } from '../model/attachment.model';
import { receiveUpload, type ReceiveUploadPorts } from '../receive-upload/receive-upload.handler';

/** `PUT /attachments/<ticket>` and `GET /attachments/<link>`. */
export function attachmentRoutes(ports: ReceiveUploadPorts): ReturnType<typeof fileRoutes> {
  return fileRoutes({
    path: '/attachments',
    sizeBytesAtMost: SIZE_BYTES_AT_MOST,
    receive: (ticket, content) => receiveUpload(ticket, content, ports),
    open: (link) => findDownload(link, ports),
  });
}

async function findDownload(
  text: string,
  { database, attachments, store, linkKey, clock }: ReceiveUploadPorts,
): Promise<ServedFile | number> {
  const link = readLink(linkKey, 'download', text);
  if (link === undefined) return 404;
  if (link.expiresAt.getTime() <= clock.now().getTime()) return 410;
  const attachment = await attachments.find(database.reader(link.tenantId), link.fileId);
  if (attachment?.state !== 'STORED' || attachment.sha256 === null) return 404;
  const { fileName, mediaType, sizeBytes, sha256 } = attachment;
  const content = await store.read(link.tenantId, sha256);
  return content === undefined ? 404 : { fileName, mediaType, sizeBytes, sha256, content };
}
