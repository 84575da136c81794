import { fileRoutes, readLink, type ServedFile } from '@redress/files';
import type { Clock } from '@redress/kernel';
import type { Database } from '@redress/persistence';
import { TRANSFERS_PATH } from '../../public-files/file-links';
import { bankFileOf } from './bank-file.query';

interface Ports {
  readonly database: Database;
  readonly clock: Clock;
}

/** `GET /finance-files/transfers/<link>`: a file for the bank. */
export function bankFileRoutes(linkKey: Buffer, ports: Ports): ReturnType<typeof fileRoutes> {
  return fileRoutes({
    path: TRANSFERS_PATH,
    sizeBytesAtMost: 0,
    open: (link) => open(link, linkKey, ports),
  });
}

async function open(text: string, linkKey: Buffer, { database, clock }: Ports): Promise<ServedFile | number> {
  const link = readLink(linkKey, 'download', text);
  if (link === undefined) return 404;
  if (link.expiresAt.getTime() <= clock.now().getTime()) return 410;
  const file = await bankFileOf(database.reader(link.tenantId), link.fileId);
  if (file === undefined) return 404;
  const content = Buffer.from(file.text, 'utf8');
  const { name: fileName, sha256 } = file;
  return { fileName, mediaType: 'application/xml', sizeBytes: content.length, sha256, content };
}
